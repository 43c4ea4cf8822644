// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/roster_pull.h"

#include "app/core/base/when_finished.h"
#include "offline/sync/roster_feed.h"

namespace tongban::offline::sync {

void RosterPull::run()
{
    const auto work =
        m_host.store.lane->run([store = m_host.store](std::stop_token) { return heldRosterVersion(store); });
    whenFinished(work, this, [this](const Result<QString> &version) {
        if (!version)
            return restAfter(version.error());
        whenFinished(m_host.platform.fetchRoster(*version), this,
                     [this](const Result<QJsonObject> &roster) { came(roster); });
    });
}

void RosterPull::came(const Result<QJsonObject> &roster)
{
    tell(roster);
    if (!roster || roster->isEmpty()) // not a word, a wrong one, or: nothing changed
        return rest(m_host.options.rosterEvery);
    const auto work = m_host.store.lane->run(
        [store = m_host.store, roster = *roster](std::stop_token) { return keepRoster(store, roster); });
    whenFinished(work, this, [this, roster = *roster](const Result<bool> &held) { kept(roster, held); });
}

void RosterPull::kept(const QJsonObject &roster, const Result<bool> &held)
{
    if (!held)
        return restAfter(held.error());
    if (!*held)
        log(LogEvent::PlatformTrouble, {{"where", QStringLiteral("sync.roster")},
                                        {"kind", QLatin1String(nameOf(ErrorKind::PlatformBadAnswer))},
                                        {"detail", QStringLiteral("a roster older than the one held: ") +
                                                       roster.value(QLatin1String("asOf")).toString()}});
    rest(m_host.options.rosterEvery);
}

} // namespace tongban::offline::sync
