// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the messages that are due goes first. Pure.
#pragma once

#include "app/core/ports/outbox.h"

#include <array>
#include <optional>
#include <vector>

namespace tongban::offline::outbox {

// A class of the outbox, the first goes first. As in the table: a number that is there is never given another meaning.
enum class Priority { Form = 0, Thumbnail = 1, Page = 2, Other = 3 };
inline constexpr std::array allPriorities{Priority::Form, Priority::Thumbnail, Priority::Page, Priority::Other};

// The form and its submission before anything large: an office can begin with a form, never with a page.
[[nodiscard]] Priority priorityOf(ports::OutboxKind kind);

// Among so many messages in a row, each class goes first at least once: nothing due at the head of its class waits
// longer.
inline constexpr int turnsOfACycle = 16;

// The classes in the order in which they are asked at this turn. The most urgent leads, but every 4th turn belongs to
// thumbnails, every 8th to pages and every 16th to the rest. Counted in messages, not in minutes: a week without a line
// ages everything alike, and a clock that jumps ages nothing.
[[nodiscard]] std::array<Priority, allPriorities.size()> classOrder(unsigned turn);

struct Waiting // a message that is due
{
    Priority priority = Priority::Form;
    qint64 seq = 0; // its place in the box
};

// The one to send at this turn: of the first class that has any, the oldest. None: nothing is due.
[[nodiscard]] std::optional<Waiting> nextOf(const std::vector<Waiting> &due, unsigned turn);

} // namespace tongban::offline::outbox
