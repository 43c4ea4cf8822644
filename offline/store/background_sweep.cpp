// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/background_sweep.h"

#include "app/core/base/log.h"
#include "offline/store/start_up.h"

namespace tongban::offline::store {

namespace {

Result<int> swept(const QString &path, vault::SealedVault &vault, const std::stop_token &stop)
{
    const auto database = Database::open(path);
    if (!database)
        return fail(database.error());
    const auto salvaged = metaValue(**database, salvagedKey);
    if (!salvaged)
        return fail(salvaged.error());
    if (salvaged->has_value())
        return 0;
    return vault.eraseOrphans([&] { return namedOwners(**database); }, stop);
}

} // namespace

void BackgroundSweep::begin(QFuture<Result<void>> isSound)
{
    if (!m_lane)
        m_lane = std::make_unique<Lane>(QStringLiteral("store-sweep"));
    m_newest = m_lane->run([this, isSound = std::move(isSound)](const std::stop_token &stop) -> Result<int> {
        m_backups.catchUp();
        if (const auto sound = isSound.result(); !sound) // said by whoever found it
            return fail(sound.error());
        auto erased = swept(m_database, m_vault, stop);
        if (!erased && erased.error().kind != ErrorKind::Cancelled)
            log(LogEvent::StoreTrouble, {{"kind", QLatin1String(nameOf(erased.error().kind))},
                                         {"where", erased.error().where},
                                         {"detail", erased.error().detail}});
        return erased;
    });
}

void BackgroundSweep::end()
{
    m_lane.reset();
}

} // namespace tongban::offline::store
