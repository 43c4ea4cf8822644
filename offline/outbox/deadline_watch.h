// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/outbox_desk.h"

#include <QSet>

#include <chrono>
#include <vector>

namespace tongban::offline::outbox {

// A wall clock may jump while nobody looks; so it is looked at least so often.
inline constexpr std::chrono::hours longestLook{1};

// A case whose submission lies further ahead of the clock than this was submitted by a clock that has been put right
// since: nobody knows how long it has waited, so staff are alarmed at once.
inline constexpr std::chrono::hours plausibleLead{1};

struct Deadlines
{
    std::vector<ports::UnsentCase> overdue;      // staff are to be alarmed for as long as they are there; oldest first
    std::vector<ports::UnsentCase> newlyOverdue; // of these, those of which the last look did not know
    std::chrono::milliseconds nextLook{0};       // from now; at most longestLook
};

// The clock of the law over the outbox: which cases are not at the office although a working day has passed
// (domain::alarmAt), and when to look again. It has no timer: who owns it looks when nextLook has passed. A case that
// is overdue stays so until it is sent, even if the clock is set back. On the store's Lane.
class DeadlineWatch
{
public:
    // Both outlive the watch.
    DeadlineWatch(ports::OutboxDesk &desk, const Clock &clock) : m_desk(desk), m_clock(clock) {}

    // Logs CaseOverdue once a case. Errors: the desk's; then nothing is forgotten, and it is looked again.
    [[nodiscard]] Result<Deadlines> look();

private:
    ports::OutboxDesk &m_desk;
    const Clock &m_clock;
    QSet<QUuid> m_overdue;
};

} // namespace tongban::offline::outbox
