// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/store/sync_state.h"
#include "offline/sync/sync_store.h"

namespace tongban::offline::sync {

// The store's own memory as sync wants it; what it returns is used on the store's Lane.
[[nodiscard]] inline SyncMemory memoryOf(store::SyncState &state)
{
    return {.value = [&state](const QString &key) { return state.value(key); },
            .setValue = [&state](const QString &key, const QString &value) { return state.setValue(key, value); },
            .named = [&state](const QString &prefix) { return state.named(prefix); },
            .together = [&state](const std::function<Result<void>()> &work) { return state.together(work); }};
}

} // namespace tongban::offline::sync
