// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue, with what people here came for lately.
#include "app/core/base/when_finished.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

namespace tongban::view {

namespace {

constexpr int daysOfHabit = 30; // what people came for longer ago says little about today

struct LoadedCatalogue
{
    ports::CatalogueSnapshot snapshot;
    QHash<QString, int> timesHere;
};

} // namespace

void EffectRunner::loadCatalogue()
{
    const QDateTime since = m_ports.clock->nowUtc().addDays(-daysOfHabit);
    const auto future = inStore(m_ports, [since](StorePorts &store) -> Result<LoadedCatalogue> {
        auto snapshot = store.catalogue->current();
        if (!snapshot)
            return fail(snapshot.error());
        const auto counts = store.cases->countsSince(since);
        if (!counts) // the order of the tiles is not worth a page without tiles
            logStoreTrouble(counts.error());
        return LoadedCatalogue{*std::move(snapshot), counts.value_or(QHash<QString, int>())};
    });
    whenFinished(future, this, [this](const Result<LoadedCatalogue> &loaded) {
        if (loaded) {
            Q_EMIT catalogueLoaded(loaded->snapshot, loaded->timesHere);
            return;
        }
        if (loaded.error().kind != ErrorKind::NotFound)
            logStoreTrouble(loaded.error());
        Q_EMIT catalogueLoaded(fail(loaded.error()), {});
    });
}

} // namespace tongban::view
