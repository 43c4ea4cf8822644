// SPDX-License-Identifier: GPL-3.0-or-later
// A question to the store from another thread, and its answer. Private to this room.
#pragma once

#include "app/main/queue/queue_work.h"

#include <optional>

namespace tongban::app {

// ask(OfflineStore &) -> Result<T>
template <class Ask> auto askStore(const OnStore &onStore, Ask ask)
{
    using Answer = std::invoke_result_t<Ask, offline::store::OfflineStore &>;
    std::optional<Answer> answer;
    const auto reached = onStore([&](offline::store::OfflineStore &store) { answer.emplace(ask(store)); });
    if (!reached)
        return Answer(fail(reached.error()));
    return answer ? std::move(*answer) : Answer(fail(ErrorKind::Cancelled, QStringLiteral("queue.store")));
}

} // namespace tongban::app
