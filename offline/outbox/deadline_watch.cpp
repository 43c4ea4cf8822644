// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/deadline_watch.h"

#include "app/core/base/log.h"

#include <algorithm>

namespace tongban::offline::outbox {

using std::chrono::milliseconds;

namespace {

// Zero or less: the time has come.
milliseconds untilAlarm(const ports::UnsentCase &unsent, const QDateTime &now)
{
    if (now.addMSecs(milliseconds(plausibleLead).count()) < unsent.submittedAt)
        return milliseconds::zero();
    return milliseconds(now.msecsTo(unsent.alarmAt));
}

void logOverdue(const ports::UnsentCase &unsent)
{
    log(LogEvent::CaseOverdue, {{"case", unsent.caseId.toString(QUuid::WithoutBraces)},
                                {"number", unsent.localNumber},
                                {"since", unsent.submittedAt.toString(Qt::ISODateWithMs)},
                                {"needsPerson", unsent.needsPerson ? QStringLiteral("yes") : QStringLiteral("no")}});
}

} // namespace

Result<Deadlines> DeadlineWatch::look()
{
    const auto unsent = m_desk.unsent();
    if (!unsent)
        return fail(unsent.error());
    const QDateTime now = m_clock.nowUtc();
    Deadlines deadlines{.overdue = {}, .newlyOverdue = {}, .nextLook = longestLook};
    QSet<QUuid> stillOverdue;
    for (const ports::UnsentCase &waiting : *unsent) {
        const bool known = m_overdue.contains(waiting.caseId);
        const milliseconds left = untilAlarm(waiting, now);
        if (!known && left > milliseconds::zero()) {
            deadlines.nextLook = std::min(deadlines.nextLook, left);
            continue;
        }
        stillOverdue.insert(waiting.caseId);
        deadlines.overdue.push_back(waiting);
        if (known)
            continue;
        deadlines.newlyOverdue.push_back(waiting);
        logOverdue(waiting);
    }
    m_overdue = stillOverdue;
    return deadlines;
}

} // namespace tongban::offline::outbox
