// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who applied for two things, and the ways to where they are shown.
#pragma once

#include "tests/unit/view/kiosk_rig.h"
#include "tests/unit/view/residue.h"

namespace tongban::test {

using domain::CaseStatus;

inline constexpr auto followedNumber = "110105001001-0077";
[[nodiscard]] inline ports::FollowedCase followed(const char *localNumber, CaseStatus status)
{
    const QDateTime from(QDate(2026, 11, 12), QTime(2, 0), Qt::UTC);
    return {.id = QUuid::createUuid(),
            .localNumber = QString::fromLatin1(localNumber),
            .projectNumber = {},
            .item = shippedItem(QString::fromLatin1(KioskRig::itemCode)),
            .submittedAt = from,
            .status = status,
            .way = {{CaseStatus::Queued, from}, {CaseStatus::Submitted, from.addDays(1)}, {status, from.addDays(2)}},
            .notices = {}};
}

[[nodiscard]] inline ports::Followed two()
{
    return {.cases = {followed(followedNumber, CaseStatus::Supplementing), followed("N-2", CaseStatus::Accepted)},
            .asOf = QDateTime(QDate(2026, 11, 21), QTime(2, 0), Qt::UTC)};
}

[[nodiscard]] inline bool toList(KioskRig &rig)
{
    if (!rig.toHome())
        return false;
    rig.kiosk().progress()->open();
    return rig.reach(QStringLiteral("ProgressList"));
}

[[nodiscard]] inline bool toCase(KioskRig &rig)
{
    if (!toList(rig))
        return false;
    rig.kiosk().progress()->choose(rig.kiosk().progress()->cases()->value(0, "caseId").toString());
    return rig.reach(QStringLiteral("ProgressCase"));
}

[[nodiscard]] inline bool knowsNobody(KioskRig &rig)
{
    for (const QString &trace : {QString::fromLatin1(followedNumber), QStringLiteral("欧"), QStringLiteral("1101")}) {
        if (foundIn(rig.kiosk(), trace))
            return false;
    }
    return !rig.kiosk().progress()->state().holder && rig.kiosk().progress()->state().found.cases.empty();
}

} // namespace tongban::test
