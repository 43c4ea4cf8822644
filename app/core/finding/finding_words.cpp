// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/finding_words.h"

#include "app/core/domain/json_reader.h"

#include <algorithm>

namespace tongban::finding {

using domain::JsonReader;
using domain::JsonVerdict;

Result<FindingWords> FindingWords::fromJson(const QJsonObject &json)
{
    JsonVerdict verdict{ErrorKind::Misconfigured, QStringLiteral("finding-words")};
    JsonReader reader(json, QString(), verdict);
    FindingWords words;
    words.fillers =
        domain::textsOf(reader.array(QStringLiteral("fillers")), reader.at(QStringLiteral("fillers")), verdict);
    const QJsonArray groups = reader.array(QStringLiteral("groups"));
    const QString place = reader.at(QStringLiteral("groups"));
    if (groups.size() > static_cast<qsizetype>(maximumWordGroups))
        verdict.blame(place, QStringLiteral("more than %1 groups").arg(maximumWordGroups));
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(place).arg(i);
        JsonReader group(domain::objectAt(groups, i, place, verdict), pointer, verdict);
        const QString list = group.at(QStringLiteral("words"));
        words.groups.push_back({.words = domain::textsOf(group.array(QStringLiteral("words")), list, verdict),
                                .theme = group.textOr(QStringLiteral("theme")),
                                .people = group.textOr(QStringLiteral("people"))});
        group.refuseOthers();
    }
    reader.refuseOthers();
    if (verdict.error)
        return fail(*verdict.error);
    return words;
}

Meanings FindingWords::meaningsIn(const QString &text) const
{
    Meanings meanings;
    for (size_t i = 0; i < groups.size(); ++i)
        meanings[i] = std::any_of(groups[i].words.begin(), groups[i].words.end(),
                                  [&text](const QString &word) { return text.contains(word); });
    return meanings;
}

} // namespace tongban::finding
