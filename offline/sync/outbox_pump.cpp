// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/outbox_pump.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "offline/outbox/sql_outbox.h"

#include <utility>

namespace tongban::offline::sync {

using ports::OutboxEntry;

namespace {

LogFact idOf(const OutboxEntry &entry)
{
    return {"entry", entry.id.toString(QUuid::WithoutBraces)};
}

LogFact kindOf(const OutboxEntry &entry)
{
    return {"kind", outbox::nameOf(entry.kind)};
}

bool isPage(const OutboxEntry &entry)
{
    return entry.kind == ports::OutboxKind::UploadPage || entry.kind == ports::OutboxKind::UploadThumbnail;
}

LogEvent eventOf(ports::OutboxState state)
{
    if (state == ports::OutboxState::Conflict)
        return LogEvent::OutboxConflict;
    return state == ports::OutboxState::Parked ? LogEvent::OutboxParked : LogEvent::OutboxRetry;
}

void logSettlement(const Settlement &settlement)
{
    const OutboxEntry &entry = settlement.entry;
    if (settlement.outcome)
        return log(LogEvent::OutboxDone, {idOf(entry), kindOf(entry)});
    const Error &error = settlement.outcome.error();
    log(eventOf(outbox::stateAfter(error.kind)), {idOf(entry),
                                                  kindOf(entry),
                                                  {"error", QLatin1String(nameOf(error.kind))},
                                                  {"where", error.where},
                                                  {"detail", error.detail}});
}

} // namespace

OutboxPump::OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options,
                       std::function<QDateTime()> nowUtc, std::function<void()> landed)
    : m_store(std::move(store)), m_options(std::move(options)), m_nowUtc(std::move(nowUtc)),
      m_landed(std::move(landed)), m_delivery(m_store, platform)
{}

Result<OutboxPump::Box> OutboxPump::look(const SyncStore &store, const QDateTime &nowUtc)
{
    auto entry = store.outbox->claim(nowUtc);
    if (!entry)
        return fail(entry.error());
    if (*entry)
        return Box{.entry = std::move(*entry), .nextDue = {}};
    const auto due = store.outbox->nextDue();
    if (!due)
        return fail(due.error());
    return Box{.entry = {}, .nextDue = *due};
}

void OutboxPump::step(Done done)
{
    m_waiting = std::move(done);
    m_seenEmpty = false;
    proceed();
}

bool OutboxPump::mayLaunch() const
{
    return m_flights == 0 || (m_onlyPages && !m_seenEmpty && m_flights < m_options.uploadsAtOnce);
}

// What the city has said comes before what it has not been told.
void OutboxPump::proceed()
{
    if (!m_waiting || m_atStore)
        return;
    if (owesSettlement())
        settle();
    else if (mayLaunch())
        lookIntoBox();
}

void OutboxPump::lookIntoBox()
{
    m_atStore = true;
    const auto work =
        m_store.lane->run([store = m_store, now = m_nowUtc()](std::stop_token) { return look(store, now); });
    whenFinished(work, this, [this](const Result<Box> &box) { looked(box); });
}

void OutboxPump::looked(const Result<Box> &box)
{
    m_atStore = false;
    if (!box)
        return finish(PumpTrouble{box.error()});
    if (box->entry)
        launch(*box->entry);
    else if (m_flights == 0 && !owesSettlement())
        return finish(BoxEmpty{box->nextDue});
    else
        m_seenEmpty = true;
    proceed();
}

void OutboxPump::launch(const OutboxEntry &entry)
{
    // It is marked in flight on disk by now: a crash from here on reads as "perhaps sent", never as "sent".
    log(LogEvent::OutboxSending, {idOf(entry), kindOf(entry), {"attempt", QString::number(entry.attempts)}});
    ++m_flights;
    m_onlyPages = isPage(entry);
    m_delivery.send(entry, [this, entry](Result<QJsonObject> outcome) {
        --m_flights;
        m_onlyPages = true; // what goes alone lets nothing be claimed beside it: pages are what still flies
        m_owed.push_back(Settlement{.entry = entry, .outcome = std::move(outcome)});
        if (m_waiting)
            proceed();
        else
            m_landed();
    });
}

Result<void> OutboxPump::write(const SyncStore &store, const Settlement &settlement, const QDateTime &notBefore)
{
    const QUuid id = settlement.entry.id;
    if (settlement.outcome)
        return store.outbox->complete(id, *settlement.outcome);
    const Error &error = settlement.outcome.error();
    switch (outbox::stateAfter(error.kind)) {
    case ports::OutboxState::Conflict:
        return store.outbox->conflict(id, error);
    case ports::OutboxState::Parked:
        return store.outbox->park(id, error);
    default:
        return store.outbox->retry(id, error, notBefore);
    }
}

void OutboxPump::settle()
{
    const Settlement &owed = m_owed.front();
    QDateTime notBefore = m_nowUtc();
    if (!owed.outcome)
        notBefore = notBefore.addMSecs(
            outbox::retryDelay(owed.entry.attempts, owed.outcome.error().kind, m_options.backoff, m_options.random())
                .count());
    m_atStore = true;
    const auto work = m_store.lane->run(
        [store = m_store, owed, notBefore](std::stop_token) { return write(store, owed, notBefore); });
    whenFinished(work, this, [this](const Result<void> &written) {
        m_atStore = false;
        // NotFound: somebody else has ended this entry meanwhile (staff, by hand); there is nothing left to write.
        if (!written && written.error().kind != ErrorKind::NotFound)
            return finish(PumpTrouble{written.error()});
        const Settlement settlement = std::move(m_owed.front());
        m_owed.pop_front();
        logSettlement(settlement);
        finish(settlement);
    });
}

void OutboxPump::finish(const PumpReport &report)
{
    const Done done = std::exchange(m_waiting, nullptr);
    done(report);
}

} // namespace tongban::offline::sync
