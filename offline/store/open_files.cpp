// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/open_files.h"

#include "app/core/base/log.h"
#include "offline/store/migrations.h"
#include "offline/store/own_columns.h"
#include "offline/store/recover.h"
#include "offline/store/restore.h"
#include "offline/store/start_up.h"

namespace tongban::offline::store {

namespace {

Result<std::unique_ptr<Database>> openDatabase(ports::FileSystem &files, const StateFiles &state, ports::Vault &vault)
{
    if (const auto made = makeDatabaseFile(files, state); !made)
        return fail(made.error());
    auto database = Database::open(state.database);
    if (!database)
        return database;
    if (const auto migrated = migrate(**database); !migrated)
        return fail(migrated.error());
    if (const auto ours = checkDeviceKey(**database, vault); !ours)
        return fail(ours.error());
    if (const auto owned = ownColumns(**database, vault); !owned)
        return fail(owned.error());
    return database;
}

Result<vault::DeviceKey> deviceKey(ports::FileSystem &files, const OfflineOptions &options, const StateFiles &state)
{
    auto loaded = vault::loadDeviceKey(files, options.stateDirectory, qEnvironmentVariable("CREDENTIALS_DIRECTORY"),
                                       !state.holdsSealed);
    if (loaded && loaded->protection == vault::KeyProtection::BesideData)
        log(LogEvent::StoreKeyBesideData, {{"path", options.stateDirectory + QStringLiteral("/keys")}});
    return loaded;
}

} // namespace

Result<OpenedFiles> openFiles(const OfflineOptions &options, const Clock &clock, ports::FileSystem &files)
{
    if (const auto finished = finishRestore(files, options.stateDirectory); !finished)
        return fail(finished.error());
    const auto state = prepareFiles(files, options.stateDirectory);
    if (!state)
        return fail(state.error());
    OpenedFiles opened;
    auto lock = StateLock::take(options.stateDirectory);
    if (!lock)
        return fail(lock.error());
    opened.lock = std::move(*lock);
    const auto key = deviceKey(files, options, *state);
    if (!key)
        return fail(key.error());
    opened.deviceKey = key->key;
    opened.protection = key->protection;
    opened.vault = std::make_unique<vault::SealedVault>(files, state->vault, state->keys, key->key, options.cipher);
    if (const auto adopted = opened.vault->keys().adoptFrom(state->vault); !adopted)
        return fail(adopted.error());
    if (const auto finished = finishRecovery(files, options.stateDirectory); !finished)
        return fail(finished.error());
    const auto marked = isMarkedDamaged(files, options.stateDirectory);
    if (!marked)
        return fail(marked.error());
    auto database = *marked ? Result<std::unique_ptr<Database>>(fail(ErrorKind::StoreCorrupt, QStringLiteral("store")))
                            : openDatabase(files, *state, *opened.vault);
    if (failedWith(database, ErrorKind::StoreCorrupt)) {
        auto recovered = recoverDatabase(files, options, *state, opened.deviceKey, *opened.vault, clock);
        if (!recovered)
            return fail(recovered.error());
        opened.recovery = std::move(*recovered);
        database = openDatabase(files, *state, *opened.vault);
    }
    if (!database)
        return fail(database.error());
    opened.database = std::move(*database);
    return opened;
}

} // namespace tongban::offline::store
