// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/outbox_pump.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "offline/outbox/sql_outbox.h"

#include <algorithm>
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
    return entry.kind == ports::OutboxKind::UploadPage || entry.kind == ports::OutboxKind::UploadThumbnail ||
           entry.kind == ports::OutboxKind::UploadSupplement;
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

OutboxPump::OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options, PumpOwner owner)
    : m_store(std::move(store)), m_options(std::move(options)), m_owner(std::move(owner)), m_delivery(platform)
{}

// --- on the store's lane ---------------------------------------------------------------------------------------------

Result<void> OutboxPump::writeDown(const SyncStore &store, const Owed &owed)
{
    const auto &[entry, outcome] = owed.settlement;
    if (outcome)
        return store.outbox->complete(entry.id, *outcome);
    const Error &error = outcome.error();
    switch (outbox::stateAfter(error.kind)) {
    case ports::OutboxState::Conflict:
        return store.outbox->conflict(entry.id, error);
    case ports::OutboxState::Parked:
        return store.outbox->park(entry.id, error);
    default:
        return store.outbox->retry(entry.id, error, owed.notBefore);
    }
}

Result<std::vector<OutboxEntry>> OutboxPump::claim(const SyncStore &store, const Turn &turn)
{
    std::vector<OutboxEntry> claimed;
    while (static_cast<int>(claimed.size()) < turn.claims) {
        auto entry = store.outbox->claim(turn.nowUtc);
        if (!entry && claimed.empty())
            return fail(entry.error());
        if (!entry || !*entry)
            break; // what is claimed is on its way; a store that fails will say so again
        claimed.push_back(std::move(**entry));
        if (!isPage(claimed.back()))
            break;
    }
    return claimed;
}

Result<OutboxPump::Turned> OutboxPump::carryOut(const SyncStore &store, const Turn &turn)
{
    Turned out;
    std::vector<OutboxEntry> entries;
    const auto work = [&]() -> Result<void> {
        for (const Owed &owed : turn.owed) {
            // NotFound: somebody else has ended this entry meanwhile (staff, by hand); nothing is left to write.
            if (const auto written = writeDown(store, owed); !written && written.error().kind != ErrorKind::NotFound)
                return written;
        }
        auto claimed = claim(store, turn);
        if (!claimed)
            return fail(claimed.error());
        entries = std::move(*claimed);
        return {};
    };
    if (const auto done = store.memory.together ? store.memory.together(work) : work(); !done)
        return fail(done.error());
    for (OutboxEntry &entry : entries) {
        auto facts = Delivery::factsFor(store, entry);
        out.claimed.push_back({.entry = std::move(entry), .facts = std::move(facts)});
    }
    if (!out.claimed.empty() || !turn.looksAhead)
        return out;
    const auto due = store.outbox->nextDue();
    if (!due)
        return fail(due.error());
    out.nextDue = *due;
    return out;
}

// --- on the sync thread ----------------------------------------------------------------------------------------------

void OutboxPump::step(Done done)
{
    m_waiting = std::move(done);
    m_seenEmpty = false;
    proceed();
}

int OutboxPump::freePlaces() const
{
    if (m_flights == 0)
        return m_width;
    return m_onlyPages && !m_seenEmpty ? std::max(m_width - m_flights, 0) : 0;
}

// What the city has said comes before what it has not been told.
void OutboxPump::proceed()
{
    if (!m_waiting || m_atStore)
        return;
    Turn turn{.owed = {m_owed.begin(), m_owed.end()}, .claims = freePlaces(), .nowUtc = m_owner.nowUtc()};
    if (owesSettlement() && !m_owner.mayGoOn())
        turn.claims = 0;
    turn.looksAhead = turn.claims > 0 && turn.owed.empty() && m_flights == 0;
    if (turn.claims > 0 || !turn.owed.empty())
        begin(turn);
}

void OutboxPump::begin(const Turn &turn)
{
    m_atStore = true;
    const auto work = m_store.lane->run([store = m_store, turn](std::stop_token) { return carryOut(store, turn); });
    whenFinished(work, this, [this, turn](const Result<Turned> &done) { turned(turn, done); });
}

void OutboxPump::turned(const Turn &turn, const Result<Turned> &done)
{
    m_atStore = false;
    if (!done)
        return finish(PumpTrouble{done.error()});
    for (const Owed &owed : turn.owed)
        logSettlement(owed.settlement);
    m_owed.erase(m_owed.begin(), m_owed.begin() + static_cast<std::ptrdiff_t>(turn.owed.size()));
    for (const Claimed &claimed : done->claimed)
        launch(claimed);
    if (!turn.owed.empty())
        return finish(Settled{});
    if (done->claimed.empty()) {
        if (m_flights == 0 && !owesSettlement())
            return finish(BoxEmpty{done->nextDue});
        m_seenEmpty = true;
    }
    proceed();
}

void OutboxPump::launch(const Claimed &claimed)
{
    const OutboxEntry &entry = claimed.entry;
    // It is marked in flight on disk by now: a crash from here on reads as "perhaps sent", never as "sent".
    log(LogEvent::OutboxSending, {idOf(entry), kindOf(entry), {"attempt", QString::number(entry.attempts)}});
    ++m_flights;
    m_onlyPages = isPage(entry);
    if (!claimed.facts) { // later, as every answer
        QMetaObject::invokeMethod(
            this, [this, entry, error = claimed.facts.error()] { landed(entry, fail(error)); }, Qt::QueuedConnection);
        return;
    }
    m_delivery.send(entry, *claimed.facts,
                    [this, entry](Result<QJsonObject> outcome) { landed(entry, std::move(outcome)); });
}

// Every page that is on its way when a line is cut is lost in part. Wider as TCP begins: what has arrived, doubled.
void OutboxPump::widenOrNarrow(const Result<QJsonObject> &outcome)
{
    if (outcome)
        m_width = std::min(m_width * 2, m_options.uploadsAtOnce);
    else if (outcome.error().kind == ErrorKind::PlatformUnreachable)
        m_width = 1;
}

void OutboxPump::landed(const OutboxEntry &entry, Result<QJsonObject> outcome)
{
    --m_flights;
    if (isPage(entry))
        widenOrNarrow(outcome);
    m_onlyPages = true; // what goes alone lets nothing be claimed beside it: pages are what still flies
    QDateTime notBefore = m_owner.nowUtc();
    if (!outcome)
        notBefore = notBefore.addMSecs(
            outbox::retryDelay(entry.attempts, outcome.error().kind, m_options.backoff, m_options.random()).count());
    m_owed.push_back(Owed{.settlement = {.entry = entry, .outcome = std::move(outcome)}, .notBefore = notBefore});
    m_owner.heard(m_owed.back().settlement);
    if (m_waiting)
        proceed();
    else
        m_owner.landed();
}

void OutboxPump::finish(const PumpReport &report)
{
    const Done done = std::exchange(m_waiting, nullptr);
    done(report);
}

} // namespace tongban::offline::sync
