// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/claim_order.h"

#include <algorithm>

namespace tongban::offline::outbox {

using ports::OutboxKind;

namespace {

Priority leaderOf(unsigned turn)
{
    const unsigned place = turn % turnsOfACycle + 1;
    if (place % 16 == 0)
        return Priority::Other;
    if (place % 8 == 0)
        return Priority::Page;
    return place % 4 == 0 ? Priority::Thumbnail : Priority::Form;
}

} // namespace

Priority priorityOf(OutboxKind kind)
{
    switch (kind) {
    case OutboxKind::CreateCase:
    case OutboxKind::SubmitCase:
    case OutboxKind::SendSupplement:
        return Priority::Form;
    case OutboxKind::UploadThumbnail:
        return Priority::Thumbnail;
    case OutboxKind::UploadPage:
    case OutboxKind::UploadSupplement:
        return Priority::Page;
    case OutboxKind::SendEvaluation:
        return Priority::Other;
    }
    Q_UNREACHABLE();
}

std::array<Priority, allPriorities.size()> classOrder(unsigned turn)
{
    auto order = allPriorities;
    const auto leader = std::find(order.begin(), order.end(), leaderOf(turn));
    std::rotate(order.begin(), leader, std::next(leader));
    return order;
}

std::optional<Waiting> nextOf(const std::vector<Waiting> &due, unsigned turn)
{
    for (const Priority priority : classOrder(turn)) {
        std::optional<Waiting> oldest;
        for (const Waiting &waiting : due) {
            if (waiting.priority == priority && (!oldest || waiting.seq < oldest->seq))
                oldest = waiting;
        }
        if (oldest)
            return oldest;
    }
    return std::nullopt;
}

} // namespace tongban::offline::outbox
