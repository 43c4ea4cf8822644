// SPDX-License-Identifier: GPL-3.0-or-later
// Which errands are offered, in what order, and how they are found.
#include "app/core/base/when_finished.h"
#include "app/core/domain/work_calendar.h"
#include "app/view/kiosk_controller.h"
#include "app/view/lane_work.h"

namespace tongban::view {

void KioskController::catalogueLoaded(const Result<ports::CatalogueSnapshot> &snapshot,
                                      const QHash<QString, int> &timesHere)
{
    if (snapshot) {
        const finding::FavouriteHints hints{.ofHall = m_ports.site.favourites,
                                            .timesHere = timesHere,
                                            .today = domain::chinaDate(m_ports.clock->nowUtc())};
        m_home.setCatalogue(
            favouritesFirst(snapshot->items, hints),
            [this](const domain::ServiceItem &item) { return m_devices.closedReason(item, m_catalogueDay); },
            marksOf(snapshot->items, hints));
        makeFindEngine(snapshot->items);
        return;
    }
    m_home.setUnavailable(snapshot.error().kind);
}

// Without it the list of all items remains.
void KioskController::makeFindEngine(const std::vector<domain::ServiceItem> &items)
{
    std::vector<finding::FindableItem> findable;
    for (const domain::ServiceItem &item : items)
        findable.push_back(finding::findableOf(item));
    const auto future =
        m_ports.storeLane->run([findable = std::move(findable)](std::stop_token) { return findEngineFor(findable); });
    whenFinished(future, this, [this](const Result<std::shared_ptr<const FindEngine>> &engine) {
        if (engine)
            m_find.setEngine(*engine);
        else
            logStoreTrouble(engine.error());
    });
}

bool KioskController::isFinding() const
{
    return m_journey.state().step == flow::Step::Home && m_find.page() != FindController::Page::None;
}

// What is open, and what not and why, may be another now.
void KioskController::lookAtErrands()
{
    if (m_home.catalogueReady())
        m_home.refresh();
    m_find.refresh();
    const flow::ServiceState &state = m_journey.state();
    if (state.step != flow::Step::Guide || !state.closed)
        return;
    if (m_home.isAvailable(state.item->code))
        m_journey.feed(flow::ItemChosen{*state.item, false});
    else
        showState(); // for another reason, maybe
}

} // namespace tongban::view
