// SPDX-License-Identifier: GPL-3.0-or-later
// Paper, under its journal: reserve → Printing → paper → the outcome on record, and only then is the person told.
#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/core/catalogue/mark_sheet.h"
#include "app/core/catalogue/notice_slip.h"
#include "app/core/domain/receipt_builder.h"
#include "app/view/effect_runner.h"
#include "app/view/lane_work.h"

namespace tongban::view {

namespace {

// None: an earlier copy may lie in somebody's hand. Nothing is repeated by itself; the person is asked first.
using Reservation = std::optional<ports::PrintJob>;

Result<Reservation> reserve(ports::PrintJournal &journal, const QUuid &caseId, const QString &remark)
{
    const auto newest = journal.newest(caseId);
    if (!newest && newest.error().kind != ErrorKind::NotFound)
        return fail(newest.error());
    if (newest && (newest->state == ports::PrintState::Unknown || newest->state == ports::PrintState::Printing))
        return Reservation();
    const auto job = journal.reserve(caseId);
    if (!job)
        return fail(job.error());
    // On record before the first byte leaves: a crash from here on reads as Unknown, never as "not printed".
    const auto begun = journal.record(job->id, ports::PrintState::Printing, remark);
    if (!begun)
        return fail(begun.error());
    return Reservation(*job);
}

ports::PrintState stateFor(const Result<ports::PrintOutcome> &outcome)
{
    if (!outcome)
        return ports::PrintState::Failed; // the port's word: not one byte has left
    switch (*outcome) {
    case ports::PrintOutcome::Confirmed:
        return ports::PrintState::Done;
    case ports::PrintOutcome::Unknown:
        return ports::PrintState::Unknown;
    }
    return ports::PrintState::Unknown;
}

QString wordFor(const Result<ports::PrintOutcome> &outcome)
{
    if (!outcome)
        return QString::fromLatin1(nameOf(outcome.error().kind));
    return *outcome == ports::PrintOutcome::Confirmed ? QStringLiteral("confirmed") : QStringLiteral("unknown");
}

// A promise on paper does not wait for a technician: without keys, or with keys that fail, the code goes out unsigned
// and says so.
domain::ReceiptCodes codesFor(const domain::SubmittedCase &submitted, const KioskPorts &ports)
{
    if (ports.sealer) {
        const auto sealer = ports.sealer();
        auto codes = sealer ? (*sealer)->codesFor(submitted) : Result<domain::ReceiptCodes>(fail(sealer.error()));
        if (codes)
            return *codes;
        log(LogEvent::PlatformTrouble, {{"kind", QLatin1String(nameOf(codes.error().kind))},
                                        {"where", codes.error().where},
                                        {"detail", codes.error().detail}});
    }
    return domain::unsignedCodes(submitted, ports.site, ports.sm3);
}

} // namespace

// A supplement (补正) is no case, and the journal has no newest job of it: within the session the journey asks the
// person before anything is repeated, and a copy after one that may be out says so.
void EffectRunner::printSupplement(const flow::PrintReceipt &effect)
{
    const auto copy = effect.spare   ? domain::ReceiptCopy::Spare
                      : effect.again ? domain::ReceiptCopy::Again
                                     : domain::ReceiptCopy::First;
    printSheet(QStringLiteral("supplement ") + effect.submitted.localNumber,
               [submitted = effect.submitted, copy, ports = m_ports] {
                   const auto codes = codesFor(submitted, ports);
                   return domain::receiptFor(submitted, ports.site, copy, codes, ports.timeTrust());
               });
}

void EffectRunner::carryOut(const flow::PrintReceipt &effect)
{
    if (effect.submitted.content.supplement)
        return printSupplement(effect);
    const QString remark = effect.spare ? QStringLiteral("spare copy") : QString();
    const auto future = inStore(m_ports, [id = effect.submitted.content.id, remark](StorePorts &store) {
        return reserve(*store.prints, id, remark);
    });
    whenFinished(future, this, [this, session = m_session, effect](const Result<Reservation> &reservation) {
        if (!reservation) {
            logStoreTrouble(reservation.error());
            return failed(session, reservation.error());
        }
        if (!*reservation)
            return answer(session, flow::PrintEnded{ports::PrintOutcome::Unknown});
        const auto copy = effect.spare                ? domain::ReceiptCopy::Spare
                          : (*reservation)->isReprint ? domain::ReceiptCopy::Again
                                                      : domain::ReceiptCopy::First;
        const auto paper = [submitted = effect.submitted, copy, ports = m_ports] {
            const auto codes = codesFor(submitted, ports);
            return domain::receiptFor(submitted, ports.site, copy, codes, ports.timeTrust());
        };
        print(paper, (*reservation)->id, session);
    });
}

void EffectRunner::carryOut(const flow::PrintSlip &effect)
{
    printSheet(QStringLiteral("notice %1 %2").arg(effect.item.code, effect.item.version), [effect, ports = m_ports] {
        return catalogue::noticeSlip(effect.item, effect.situations,
                                     {.site = ports.site, .nowUtc = ports.clock->nowUtc(), .time = ports.timeTrust()});
    });
}

void EffectRunner::carryOut(const flow::PrintMarkSheet &effect)
{
    printSheet(QStringLiteral("mark %1").arg(effect.draft.id.toString(QUuid::WithoutBraces)), [effect, ports = m_ports] {
        return catalogue::markSheetFor(
            effect.draft, {.site = ports.site, .nowUtc = ports.clock->nowUtc(), .time = ports.timeTrust()});
    });
}

void EffectRunner::printSheet(const QString &sheet, const Paper &paper)
{
    const auto future = inStore(m_ports, [sheet](StorePorts &store) -> Result<QUuid> {
        const auto job = store.prints->reserveSheet(sheet);
        if (!job)
            return fail(job.error());
        const auto begun = store.prints->record(job->id, ports::PrintState::Printing);
        return begun ? Result<QUuid>(job->id) : fail(begun.error());
    });
    whenFinished(future, this, [this, session = m_session, paper](const Result<QUuid> &job) {
        if (!job) {
            logStoreTrouble(job.error());
            return failed(session, job.error());
        }
        if (session == m_session)
            m_slip = *job;
        print(paper, *job, session);
    });
}

void EffectRunner::print(const Paper &paper, const QUuid &job, quint64 session)
{
    log(LogEvent::PrintBegun, {{"job", job.toString(QUuid::WithoutBraces)}});
    auto work = [wait = m_times.print, paper](ports::ReceiptPrinter &printer, std::stop_token stop) {
        return printer.print(paper(), Deadline::in(wait), stop);
    };
    // Not stopped when the person leaves: a job half-way through a printer helps nobody.
    const auto future = onDevice(m_ports.printLane, m_ports.printer, std::stop_token(), work);
    whenFinished(future, this, [this, job, session](const Result<ports::PrintOutcome> &outcome) {
        log(LogEvent::PrintEnded, {{"job", job.toString(QUuid::WithoutBraces)}, {"outcome", wordFor(outcome)}});
        recordPrint(job, outcome, session);
    });
}

void EffectRunner::recordPrint(const QUuid &job, const Result<ports::PrintOutcome> &outcome, quint64 session)
{
    const QString detail = outcome ? QString() : outcome.error().detail;
    const auto future = inStore(m_ports, [job, state = stateFor(outcome), detail](StorePorts &store) {
        return store.prints->record(job, state, detail);
    });
    whenFinished(future, this, [this, outcome, session](const Result<void> &recorded) {
        if (!recorded) // the journal still says Printing, which will read as Unknown: a question more, no copy more
            logStoreTrouble(recorded.error());
        if (outcome)
            answer(session, flow::PrintEnded{*outcome});
        else
            failed(session, outcome.error());
    });
}

void EffectRunner::carryOut(const flow::RecordPaper &effect)
{
    const auto newest = [id = effect.caseId](ports::PrintJournal &journal) -> Result<QUuid> {
        const auto print = journal.newest(id);
        return print ? Result<QUuid>(print->job) : fail(print.error());
    };
    recordWord(newest, effect.cameOut);
}

void EffectRunner::carryOut(const flow::RecordSlip &effect)
{
    recordWord([job = m_slip](ports::PrintJournal &) { return Result<QUuid>(job); }, effect.cameOut);
}

void EffectRunner::recordWord(std::function<Result<QUuid>(ports::PrintJournal &)> job, bool cameOut)
{
    const auto state = cameOut ? ports::PrintState::Confirmed : ports::PrintState::Denied;
    const auto future = inStore(m_ports, [job = std::move(job), state](StorePorts &store) -> Result<void> {
        const auto id = job(*store.prints);
        if (!id)
            return fail(id.error());
        return store.prints->record(*id, state, QStringLiteral("the person's word"));
    });
    whenFinished(future, this, [this, session = m_session](const Result<void> &recorded) {
        if (recorded)
            return;
        logStoreTrouble(recorded.error());
        failed(session, recorded.error());
    });
}

} // namespace tongban::view
