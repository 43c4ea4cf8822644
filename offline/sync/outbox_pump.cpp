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
    log(eventOf(outbox::stateAfter(error.kind)),
        {idOf(entry),
         kindOf(entry),
         {"error", QLatin1String(nameOf(error.kind))},
         {"where", error.where},
         {"detail", error.detail}});
}

} // namespace

OutboxPump::OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options,
                       std::function<QDateTime()> nowUtc)
    : m_store(std::move(store)), m_options(std::move(options)), m_nowUtc(std::move(nowUtc)),
      m_delivery(m_store, platform)
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
    if (m_owed)
        return settle(std::move(done));
    const auto work =
        m_store.lane->run([store = m_store, now = m_nowUtc()](std::stop_token) { return look(store, now); });
    whenFinished(work, this, [this, done = std::move(done)](const Result<Box> &box) {
        if (!box)
            done(PumpTrouble{box.error()});
        else if (!box->entry)
            done(BoxEmpty{box->nextDue});
        else
            deliver(*box->entry, done);
    });
}

void OutboxPump::deliver(const OutboxEntry &entry, Done done)
{
    // It is marked in flight on disk by now: a crash from here on reads as "perhaps sent", never as "sent".
    log(LogEvent::OutboxSending, {idOf(entry), kindOf(entry), {"attempt", QString::number(entry.attempts)}});
    m_delivery.send(entry, [this, entry, done = std::move(done)](Result<QJsonObject> outcome) {
        m_owed = Settlement{.entry = entry, .outcome = std::move(outcome)};
        settle(done);
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

void OutboxPump::settle(Done done)
{
    QDateTime notBefore = m_nowUtc();
    if (!m_owed->outcome)
        notBefore = notBefore.addMSecs(outbox::retryDelay(m_owed->entry.attempts, m_owed->outcome.error().kind,
                                                          m_options.backoff, m_options.random())
                                           .count());
    const auto work = m_store.lane->run(
        [store = m_store, owed = *m_owed, notBefore](std::stop_token) { return write(store, owed, notBefore); });
    whenFinished(work, this, [this, done = std::move(done)](const Result<void> &written) {
        // NotFound: somebody else has ended this entry meanwhile (staff, by hand); there is nothing left to write.
        if (!written && written.error().kind != ErrorKind::NotFound)
            return done(PumpTrouble{written.error()});
        const Settlement settlement = *std::exchange(m_owed, std::nullopt);
        logSettlement(settlement);
        done(settlement);
    });
}

} // namespace tongban::offline::sync
