// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/sync_worker.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"

#include <algorithm>

namespace tongban::offline::sync {

using ports::OutboxKind;

namespace {

// An entry that is said to be due, yet is not handed out, must not make a busy loop.
constexpr std::chrono::milliseconds shortestBoxWait{200};

bool isWordOfPlatform(ErrorKind kind)
{
    return remedyFor(kind) == Remedy::Waits || remedyFor(kind) == Remedy::Refused;
}

void logTrouble(LogEvent event, const Error &error)
{
    log(event, {{"where", error.where}, {"kind", QLatin1String(nameOf(error.kind))}, {"detail", error.detail}});
}

} // namespace

SyncWorker::SyncWorker(SyncStore store, ports::CityPlatform &platform, const Clock &clock, SyncOptions options,
                       QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_platform(platform), m_clock(clock), m_options(std::move(options)),
      m_startUtc(clock.nowUtc()), m_start(clock.monotonic()),
      m_pump(m_store, platform, m_options,
             {.nowUtc = [this] { return nowUtc(); },
              .heard = [this](const Settlement &settlement) { heard(settlement); },
              .mayGoOn = [this] { return mayGoOn(); },
              .landed = [this] { pageLanded(); }}),
      m_line(m_options.backoff, m_options.random), m_catalogue(pullHost(), [this] { Q_EMIT catalogueChanged(); }),
      m_notices(pullHost(),
                [this](const QUuid &caseId, const QUuid &noticeId) { Q_EMIT noticeArrived(caseId, noticeId); }),
      m_commands(pullHost(), [this] { m_catalogue.hurry(); }), m_roster(pullHost()), m_pollDue(m_start),
      m_boxDue(m_start)
{}

PullHost SyncWorker::pullHost()
{
    return {.store = m_store,
            .platform = m_platform,
            .clock = m_clock,
            .options = m_options,
            .heard = [this](const Result<void> &answer) { noteLine(answer); },
            .storeTrouble = [this](const Error &error) { storeTrouble(error); },
            .done = [this] { rest(); }};
}

Pull *SyncWorker::duePull(Ms now) const
{
    const bool isBoxDue = m_boxDue && *m_boxDue <= now;
    for (Pull *pull : m_pulls) {
        if (pull->due() + (isBoxDue ? pull->patience() : Ms::zero()) <= now)
            return pull;
    }
    return nullptr;
}

// The outbox counts in wall time, which may be set back while we run; then nothing may wait for the lost hours to pass.
QDateTime SyncWorker::nowUtc() const
{
    return std::max(m_clock.nowUtc(), m_startUtc.addMSecs((m_clock.monotonic() - m_start).count()));
}

std::chrono::milliseconds SyncWorker::nextMoment() const
{
    if (m_pump.owesSettlement() || !m_recovered)
        return m_storeQuietUntil;
    Ms next = m_start;
    if (m_line.reachable()) {
        next = m_pollDue;
        for (const Pull *pull : m_pulls)
            next = std::min(next, pull->due());
    }
    if (m_line.reachable() && m_boxDue)
        next = std::min(next, *m_boxDue);
    return std::max({next, m_storeQuietUntil, m_line.quietUntil()});
}

std::optional<std::chrono::milliseconds> SyncWorker::dueIn() const
{
    if (m_underWay)
        return std::nullopt;
    return std::max(nextMoment() - m_clock.monotonic(), Ms::zero());
}

void SyncWorker::tick()
{
    const Ms now = m_clock.monotonic();
    if (m_underWay)
        return;
    if (nextMoment() > now) // too early, as timers are: armed again
        return Q_EMIT dueChanged();
    m_underWay = true;
    if (m_pump.owesSettlement())
        pump();
    else if (!m_recovered)
        recover();
    else if (!m_line.reachable() || now >= m_pollDue)
        pullChanges();
    else if (Pull *pull = duePull(now))
        pull->run();
    else
        pump();
}

void SyncWorker::wake()
{
    m_woken = true;
    m_boxDue = m_clock.monotonic();
    m_line.hurry(*m_boxDue);
    tick();
}

void SyncWorker::rest()
{
    m_underWay = false;
    tick();
}

void SyncWorker::noteLine(const Result<void> &answer)
{
    const bool before = m_line.reachable();
    if (answer)
        m_line.answered(m_clock.monotonic());
    else
        m_line.failed(answer.error().kind, m_clock.monotonic());
    if (const Ms pause = m_platform.pauseAsked(); !answer && pause > Ms::zero())
        m_line.asked(m_clock.monotonic() + pause);
    // A line that stays down is a line in the log for each cause, not one for each question.
    if (answer)
        m_troubles.clear();
    else if (!m_troubles.contains(answer.error().detail))
        logTrouble(LogEvent::PlatformTrouble, answer.error());
    if (!answer)
        m_troubles.insert(answer.error().detail);
    if (before != m_line.reachable())
        Q_EMIT reachabilityChanged(m_line.reachable());
}

void SyncWorker::storeTrouble(const Error &error)
{
    logTrouble(LogEvent::StoreTrouble, error);
    m_storeQuietUntil = m_clock.monotonic() + std::max(outbox::retryDelay(++m_storeFailures, error.kind,
                                                                          m_options.backoff, m_options.random()),
                                                       shortestBoxWait);
}

// --- at start --------------------------------------------------------------------------------------------------------

void SyncWorker::recover()
{
    const auto work = m_store.lane->run([store = m_store](std::stop_token) -> Result<QString> {
        if (const auto recovered = store.outbox->recoverInFlight(); !recovered)
            return fail(recovered.error());
        return store.memory.value(QLatin1String(cursorKey));
    });
    whenFinished(work, this, [this](const Result<QString> &found) {
        if (!found) {
            storeTrouble(found.error());
            return rest();
        }
        m_recovered = true;
        m_cursor = *found;
        rest();
    });
}

// --- what the city says ----------------------------------------------------------------------------------------------

void SyncWorker::pullChanges()
{
    whenFinished(m_platform.pullChanges(m_cursor), this,
                 [this](const Result<QJsonObject> &answer) { changesPulled(answer); });
}

void SyncWorker::changesPulled(const Result<QJsonObject> &answer)
{
    noteLine(answer ? Result<void>() : fail(answer.error()));
    const Ms now = m_clock.monotonic();
    if (answer) {
        const auto work = m_store.lane->run([store = m_store, changes = *answer, at = nowUtc()](std::stop_token) {
            return recordChanges(store, changes, at);
        });
        return whenFinished(work, this, [this](const Result<PulledChanges> &pulled) { changesRecorded(pulled); });
    }
    m_pollDue = now + m_options.pollEvery;
    if (answer.error().kind == ErrorKind::PlatformRefused && !m_cursor.isEmpty()) {
        m_cursor.clear(); // cursor_invalid: from the beginning; recording a status twice does nothing
        m_pollDue = now;
    }
    rest();
}

void SyncWorker::changesRecorded(const Result<PulledChanges> &pulled)
{
    const Ms now = m_clock.monotonic();
    m_pollDue = now + (now < m_eagerUntil ? m_options.pollEagerly : m_options.pollEvery);
    m_boxDue = now; // and a look into the box, should a wake ever be missed
    if (!pulled) {
        if (remedyFor(pulled.error().kind) == Remedy::Waits)
            logTrouble(LogEvent::PlatformTrouble, pulled.error());
        else
            storeTrouble(pulled.error());
        return rest();
    }
    if (pulled->mayHaveMore && pulled->cursor != m_cursor)
        m_pollDue = now;
    m_cursor = pulled->cursor;
    for (const StatusChange &change : pulled->recorded)
        Q_EMIT caseStatusChanged(change.caseId, change.status, change.projectNumber);
    if (!pulled->recorded.empty())
        m_notices.hurry(); // a decision seldom comes without a word
    rest();
}

// --- what the city is told -------------------------------------------------------------------------------------------

void SyncWorker::pump()
{
    m_woken = false;
    m_pump.step([this](const PumpReport &report) { pumped(report); });
}

// While something else was under way, or while the line rests.
void SyncWorker::pageLanded()
{
    if (!m_underWay)
        tick();
}

void SyncWorker::pumped(const PumpReport &report)
{
    if (const auto *trouble = std::get_if<PumpTrouble>(&report)) {
        storeTrouble(trouble->error);
        return rest();
    }
    m_storeFailures = 0;
    m_boxDue = m_clock.monotonic();
    if (const auto *empty = std::get_if<BoxEmpty>(&report); empty && !m_woken) {
        const auto wait = [this](const QDateTime &due) { return std::max(Ms(nowUtc().msecsTo(due)), shortestBoxWait); };
        m_boxDue = empty->nextDue ? std::optional(*m_boxDue + wait(*empty->nextDue)) : std::nullopt;
    }
    rest();
}

void SyncWorker::heard(const Settlement &settlement)
{
    if (settlement.outcome || isWordOfPlatform(settlement.outcome.error().kind))
        noteLine(settlement.outcome ? Result<void>() : fail(settlement.outcome.error()));
    const bool isForOffice =
        settlement.entry.kind == OutboxKind::SubmitCase || settlement.entry.kind == OutboxKind::SendSupplement;
    if (!settlement.outcome || !isForOffice)
        return;
    m_pollDue = m_clock.monotonic(); // the office may have decided at once
    m_eagerUntil = m_pollDue + m_options.eagerFor;
}

// As tick() would: nothing else is due, and the line is not to be left alone.
bool SyncWorker::mayGoOn() const
{
    const Ms now = m_clock.monotonic();
    return m_line.reachable() && std::max(m_line.quietUntil(), m_storeQuietUntil) <= now && m_pollDue > now &&
           std::all_of(m_pulls.begin(), m_pulls.end(),
                       [now](const Pull *pull) { return pull->due() + pull->patience() > now; });
}

} // namespace tongban::offline::sync
