// SPDX-License-Identifier: GPL-3.0-or-later
// What a villager says of the service (好差评, GB/T 39734).
#pragma once

#include <QStringList>
#include <QUuid>

namespace tongban::domain {

struct Evaluation
{
    QUuid caseId;
    int level = 0;         // 5 very satisfied … 1 very dissatisfied; never a default
    QStringList reasons{}; // of evaluationReasons(), at levels that ask for them; none: nothing was said
};

// Below 3 the person is asked why.
inline constexpr int lowestContentLevel = 3;
[[nodiscard]] inline bool asksReasons(int level)
{
    return level >= 1 && level < lowestContentLevel;
}

// The answers that are offered, as the contract spells them: hard to understand, took too long, the machine did not
// work well, too many papers, nobody helped, something else.
[[nodiscard]] inline const QStringList &evaluationReasons()
{
    static const QStringList all{QStringLiteral("unclear"), QStringLiteral("slow"),   QStringLiteral("device"),
                                 QStringLiteral("papers"),  QStringLiteral("nobody"), QStringLiteral("other")};
    return all;
}

} // namespace tongban::domain
