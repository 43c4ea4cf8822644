// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document made wrong in one place, in every way a slip of an author may have.
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace tongban::tests {

struct JsonMutation
{
    QString what;
    QString pointer; // RFC 6901: the place that was touched
    QJsonObject document;
};

// For each member and element: another type; for texts: empty, blank, endless, another word; for numbers: huge, halved;
// each member left out; each object with a member too many; each list empty and with its first element twice.
[[nodiscard]] std::vector<JsonMutation> jsonMutations(const QJsonObject &document);

} // namespace tongban::tests
