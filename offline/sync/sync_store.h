// SPDX-License-Identifier: GPL-3.0-or-later
// What sync needs of the store. Everything but the Lane itself is touched on that Lane only.
#pragma once

#include "app/core/base/lane.h"
#include "app/core/ports/case_store.h"
#include "app/core/ports/catalogue.h"
#include "app/core/ports/city_commands.h"
#include "app/core/ports/notices.h"
#include "app/core/ports/outbox.h"
#include "app/core/ports/vault.h"

#include <QHash>

#include <functional>

namespace tongban::offline::sync {

// Small facts between runs, by name (the store's SyncState); an empty value is one that was never set.
struct SyncMemory
{
    std::function<Result<QString>(const QString &key)> value;
    std::function<Result<void>(const QString &key, const QString &value)> setValue;
    // All facts whose names begin so. Needed by LaneUploadMemory alone.
    std::function<Result<QHash<QString, QString>>(const QString &prefix)> named{};
    // Runs work in one transaction of the store; none: each thing that it does stands for itself.
    std::function<Result<void>(const std::function<Result<void>()> &work)> together{};
};

// The owner keeps all of it alive until the last work on the Lane has run; the ports may be destroyed on the Lane once
// SyncService is gone.
struct SyncStore
{
    Lane *lane = nullptr;
    ports::Outbox *outbox = nullptr;
    ports::CaseStore *cases = nullptr;
    ports::Catalogue *catalogue = nullptr;
    ports::Vault *vault = nullptr;
    ports::NoticeBoard *notices = nullptr;
    ports::CommandLog *commands = nullptr;
    SyncMemory memory;
};

} // namespace tongban::offline::sync
