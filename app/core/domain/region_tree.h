// SPDX-License-Identifier: GPL-3.0-or-later
// Administrative regions (行政区划) down to the village, as a tree. Codes: 12 digits, GB/T 2260 (6: province, prefecture,
// county), GB/T 10114 (3: township), village (3); a higher level ends in zeros. Immutable; any thread.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace tongban::domain {

struct Region
{
    QString code;
    QString name;
    bool hasMore = false; // regions below it are known
};

class RegionTree
{
public:
    RegionTree() = default; // knows nothing
    // As resources/schema/regions.schema.json says. Misconfigured: the detail begins with the JSON pointer of the place
    // (a code of a wrong form, one that stands twice, one whose parent is missing).
    [[nodiscard]] static Result<RegionTree> fromJson(const QJsonObject &json);

    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }
    [[nodiscard]] bool contains(const QString &code) const { return m_names.contains(code); }
    // Below `code`, in the order of their codes; empty code: the provinces.
    [[nodiscard]] std::vector<Region> under(const QString &code) const;
    // From the province down: 湖北省…青山镇石门村. Unknown: as much of it as is known.
    [[nodiscard]] QString fullName(const QString &code) const;
    [[nodiscard]] QString name(const QString &code) const { return m_names.value(code); }

private:
    QMap<QString, QString> m_names; // code → name
};

// The code one level up; empty for a province or what is no code.
[[nodiscard]] QString regionAbove(const QString &code);

} // namespace tongban::domain
