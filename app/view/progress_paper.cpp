// SPDX-License-Identifier: GPL-3.0-or-later
// A letter that is read, answered, printed: what 查进度 asks of the store and the printer. Paper under its journal:
// reserve → Printing → paper → the outcome on record, and only then is the person told.
#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "app/core/domain/letter_sheet.h"
#include "app/flow/progress/status_words.h"
#include "app/view/lane_work.h"
#include "app/view/phase_name.h"
#include "app/view/progress_controller.h"

namespace tongban::view {

namespace progress = flow::progress;

namespace {

domain::LetterSheet sheetOf(const progress::PrintLetter &effect)
{
    domain::LetterSheet sheet{.kind = progress::wordsOf(effect.letter.kind),
                              .title = effect.letter.title,
                              .caseNumber = effect.of.localNumber,
                              .due = effect.letter.due,
                              .demands = {}};
    for (const ports::NoticeItem &item : effect.letter.items)
        sheet.demands.push_back({.material = item.material, .field = item.field, .text = item.text});
    return sheet;
}

ports::PrintState stateOf(const Result<ports::PrintOutcome> &outcome)
{
    if (!outcome)
        return ports::PrintState::Failed; // the port's word: not one byte has left
    return *outcome == ports::PrintOutcome::Confirmed ? ports::PrintState::Done : ports::PrintState::Unknown;
}

} // namespace

// Nobody waits for it: a letter that stays unread is only told of again.
void ProgressController::carryOut(const progress::MarkRead &effect)
{
    const auto future = inStore(m_ports, [letter = effect.letter, now = m_ports.clock->nowUtc()](StorePorts &store) {
        return store.ledger->letterRead(letter, now);
    });
    whenFinished(future, this, [](const Result<void> &marked) {
        if (!marked)
            logStoreTrouble(marked.error());
    });
}

void ProgressController::carryOut(const progress::BeginSupplement &effect)
{
    const auto future = inStore(m_ports, [effect, draft = m_ids.next()](StorePorts &store) {
        return store.cases->beginSupplement(effect.holder, effect.caseId, effect.letter, draft);
    });
    whenFinished(future, this, [this, operation = ++m_operation](const Result<domain::CaseDraft> &draft) {
        if (!draft) {
            logStoreTrouble(draft.error());
            return failed(operation, draft.error());
        }
        if (operation == m_operation)
            feed(progress::SupplementReady{*draft});
    });
}

void ProgressController::carryOut(const progress::EnterJourney &effect)
{
    Q_EMIT supplementBegun(effect.draft);
}

void ProgressController::carryOut(const progress::PrintLetter &effect)
{
    const QString sheet = QStringLiteral("letter ") + effect.letter.id.toString(QUuid::WithoutBraces);
    const auto future = inStore(m_ports, [sheet](StorePorts &store) -> Result<QUuid> {
        const auto job = store.prints->reserveSheet(sheet);
        if (!job)
            return fail(job.error());
        const auto begun = store.prints->record(job->id, ports::PrintState::Printing);
        return begun ? Result<QUuid>(job->id) : fail(begun.error());
    });
    whenFinished(future, this, [this, effect, paper = ++m_paper](const Result<QUuid> &job) {
        if (job) {
            if (paper == m_paper)
                m_job = *job;
            return print(*job, effect, paper);
        }
        logStoreTrouble(job.error());
        if (paper == m_paper)
            feed(progress::LetterNotPrinted{job.error()});
    });
}

void ProgressController::print(const QUuid &job, const progress::PrintLetter &effect, quint64 paper)
{
    log(LogEvent::PrintBegun, {{"job", job.toString(QUuid::WithoutBraces)}});
    const auto sheet = sheetOf(effect); // looked up here: the lanes know no language
    auto work = [wait = m_times.print, sheet, item = effect.of.item, ports = m_ports](ports::ReceiptPrinter &printer,
                                                                                      std::stop_token stop) {
        const auto document = domain::letterSheet(item, sheet, ports.site, ports.clock->nowUtc(), ports.timeTrust());
        return printer.print(document, Deadline::in(wait), stop);
    };
    const auto future = onDevice(m_ports.printLane, m_ports.printer, std::stop_token(), work);
    whenFinished(future, this, [this, job, paper](const Result<ports::PrintOutcome> &outcome) {
        const QString word =
            outcome ? QStringLiteral("ended") : QString::fromLatin1(tongban::nameOf(outcome.error().kind));
        log(LogEvent::PrintEnded, {{"job", job.toString(QUuid::WithoutBraces)}, {"outcome", word}});
        recordPaper(job, stateOf(outcome));
        if (paper != m_paper)
            return;
        if (outcome)
            feed(progress::LetterPrinted{*outcome});
        else
            feed(progress::LetterNotPrinted{outcome.error()});
    });
}

// Where the store refuses it the journal still says Printing, which reads as Unknown: a question more, no copy more.
void ProgressController::recordPaper(const QUuid &job, ports::PrintState state)
{
    const auto future = inStore(m_ports, [job, state](StorePorts &store) { return store.prints->record(job, state); });
    whenFinished(future, this, [](const Result<void> &recorded) {
        if (!recorded)
            logStoreTrouble(recorded.error());
    });
}

void ProgressController::carryOut(const progress::RecordPaper &effect)
{
    recordPaper(m_job, effect.cameOut ? ports::PrintState::Confirmed : ports::PrintState::Denied);
}

QString ProgressController::letterPrint() const
{
    return phaseName(m_state.print);
}

} // namespace tongban::view
