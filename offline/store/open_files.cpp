// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/open_files.h"

#include "app/core/base/log.h"
#include "offline/store/migrations.h"
#include "offline/store/own_columns.h"
#include "offline/store/recover.h"
#include "offline/store/restore.h"
#include "offline/store/start_up.h"

#include <QRegularExpression>

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

// Both stand in the local number and in what the city is told; the contract knows these shapes only.
Result<void> checkOptions(const OfflineOptions &options)
{
    static const QRegularExpression siteCode(QStringLiteral("^[0-9]{12}$"));
    static const QRegularExpression deviceId(QStringLiteral("^[A-Za-z0-9._-]{1,64}$"));
    const auto wrong = [](const QString &detail) {
        return fail(ErrorKind::Misconfigured, QStringLiteral("store.open"), detail);
    };
    if (!siteCode.match(options.siteCode).hasMatch())
        return wrong(QStringLiteral("siteCode: 12 digits are expected"));
    if (!deviceId.match(options.deviceId).hasMatch())
        return wrong(QStringLiteral("deviceId: 1 to 64 letters, digits, dots, dashes are expected"));
    if (!options.stateDirectory.startsWith(QLatin1Char('/')))
        return wrong(QStringLiteral("stateDirectory: an absolute path is expected"));
    if (options.reserveBytes < 0)
        return wrong(QStringLiteral("reserveBytes: not negative"));
    return {};
}

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
