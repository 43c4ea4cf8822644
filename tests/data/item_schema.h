// SPDX-License-Identifier: GPL-3.0-or-later
// The published schema of a service item, as a stranger's validator reads it.
#pragma once

#include <QJsonObject>
#include <QString>

#include <memory>

namespace tongban::tests {

class ItemSchema
{
public:
    ItemSchema();
    ~ItemSchema();
    [[nodiscard]] bool isLoaded() const;
    // The first complaint; empty when there is none.
    [[nodiscard]] QString complaint(const QJsonObject &item) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::tests
