// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/page_printer/cups_printer.h"

#include "app/core/base/log.h"
#include "drivers/codec/ipp_reasons.h"
#include "drivers/transport/wait_for.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tongban::drivers::devices {

using ports::PagePrinted;
using ports::PageProgress;
using ports::PrintOutcome;

namespace {

constexpr int longestTitle = 200; // bytes; job-name holds 255

QString where(const char *operation)
{
    return QStringLiteral("page-printer.") + QLatin1String(operation);
}

Result<void> readyToPrint(const PrinterFacts &facts)
{
    const auto condition = codec::ippConditionOf(facts.reasons);
    if (condition.blocks)
        return fail(*condition.blocks, where("state"), condition.blockedBy);
    if (facts.state == IPP_PSTATE_STOPPED)
        return fail(ErrorKind::DeviceFault, where("state"), QStringLiteral("stopped"));
    if (!facts.accepts)
        return fail(ErrorKind::DeviceFault, where("state"), QStringLiteral("accepts no jobs"));
    return {};
}

// The printer's list of jobs is searched for it, so it has to be this job's alone.
QByteArray uniqueTitle(const QString &title)
{
    QString shortened = title;
    while (shortened.toUtf8().size() > longestTitle)
        shortened.chop(1);
    return shortened.toUtf8() + ' ' + QByteArray::number(QRandomGenerator::global()->generate(), 16);
}

void logTrouble(const Error &error)
{
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("page-printer")},
                                  {"kind", QLatin1String(nameOf(error.kind))},
                                  {"where", error.where},
                                  {"detail", error.detail}});
}

} // namespace

CupsPrinter::CupsPrinter(const CupsOptions &options) : m_options(options), m_queue(options) {}

Result<void> CupsPrinter::probe(Deadline deadline, std::stop_token stop)
{
    return makeReady(deadline, stop);
}

Result<void> CupsPrinter::makeReady(Deadline deadline, const std::stop_token &stop)
{
    const auto queue = m_queue.facts(deadline, stop);
    if (!queue)
        return fail(queue.error().within(where("queue")));
    sweep(queue->state == IPP_PSTATE_IDLE, deadline, stop);
    m_printer = printerBehind(queue->deviceUri);
    if (!m_printer)
        return readyToPrint(*queue);
    withdrawOwed(queue->state == IPP_PSTATE_IDLE, deadline, stop);
    const auto printer = printerFacts(*m_printer, deadline.capped(m_options.requestTimeout), stop);
    if (!printer)
        return fail(printer.error().within(where("printer")));
    if (auto ready = readyToPrint(*printer); !ready)
        return ready;
    if (queue->state == IPP_PSTATE_STOPPED || !queue->accepts)
        return fail(ErrorKind::DeviceFault, where("queue"), QStringLiteral("the queue is stopped or takes no jobs"));
    return {};
}

// One driver, one lane, one queue: whatever the kiosk has there now is left over. What cannot be withdrawn now will be
// at the next look; nothing is printed meanwhile by this driver.
void CupsPrinter::sweep(bool isIdle, Deadline deadline, const std::stop_token &stop)
{
    const auto active = m_queue.jobs(false, deadline, stop);
    for (const int job : active ? *active : std::vector<int>()) {
        if (const auto cancelled = m_queue.cancel(job, deadline, stop); !cancelled)
            logTrouble(cancelled.error());
    }
    if (!isIdle) // the back end may still be telling the printer to stop
        return;
    const auto finished = m_queue.jobs(true, deadline, stop);
    for (const int job : finished ? *finished : std::vector<int>()) {
        if (const auto purged = m_queue.purge(job, deadline, stop); !purged)
            logTrouble(purged.error());
    }
}

Result<PagePrinted> CupsPrinter::print(const ports::PageJob &job, const Progress &progress, Deadline deadline,
                                       std::stop_token stop)
{
    // The last of the time belongs to the withdrawal.
    const Deadline work = Deadline::in(deadline.remaining() - m_options.cancelTimeout);
    if (auto ready = makeReady(work, stop); !ready)
        return fail(ready.error());
    Running running{.title = uniqueTitle(job.title), .pages = job.pages, .duplex = job.duplex};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(deadline.remaining()).count();
    const NewJob created{
        .title = running.title, .duplex = job.duplex, .cancelAfterSeconds = static_cast<int>(seconds) + 5};
    const auto id = m_queue.createJob(created, work, stop);
    if (!id) // a job without its document prints nothing; the next sweep takes it away
        return fail(id.error().within(where("print")));
    running.id = *id;
    bool isDelivered = false;
    const auto sent = m_queue.sendPdf(running.id, job.pdf, work, stop, isDelivered);
    if (sent)
        return follow(running, progress, work, stop);
    logTrouble(sent.error());
    withdraw(running);
    if (isDelivered) // cupsd may have begun
        return PagePrinted{.outcome = PrintOutcome::Unknown, .printed = 0, .stoppedBy = sent.error().kind};
    return fail(sent.error().within(where("print")));
}

// The end of a job is a job-state, nothing else: reasons are for people.
Result<PagePrinted> CupsPrinter::follow(Running &running, const Progress &progress, Deadline deadline,
                                        const std::stop_token &stop)
{
    int misses = 0;
    while (true) {
        const auto facts = m_queue.job(running.id, deadline, stop);
        if (facts) {
            misses = 0;
            running.queue = *facts;
            lookAtPrinter(running, progress, deadline, stop);
        }
        const bool isOver =
            running.queue.isOver() && (running.printer ? running.printer->isOver() : !running.isPrinterMissed);
        if (isOver)
            return conclude(running, deadline, stop);
        if (!facts && !failedWith(facts, ErrorKind::Cancelled) && ++misses >= m_options.missesOfTheDead) {
            logTrouble(facts.error());
            return giveUp(running, facts.error().kind);
        }
        const auto paused = transport::pause(m_options.pollInterval, deadline, stop, where("follow"));
        if (!paused)
            return giveUp(running, paused.error().kind);
        if (deadline.expired())
            return giveUp(running, running.told.stalls.value_or(ErrorKind::DeviceSilent));
    }
}

void CupsPrinter::countAtPrinter(Running &running, Deadline deadline, const std::stop_token &stop)
{
    if (!m_printer)
        return;
    const auto counted = printerJob(*m_printer, running.title, deadline.capped(m_options.requestTimeout), stop);
    running.isPrinterMissed = !counted && counted.error().kind != ErrorKind::NotFound;
    if (counted)
        running.printer = *counted;
}

void CupsPrinter::lookAtPrinter(Running &running, const Progress &progress, Deadline deadline,
                                const std::stop_token &stop)
{
    PageProgress now;
    running.isPrinterMissed = m_printer.has_value();
    const auto facts = m_printer ? printerFacts(*m_printer, deadline.capped(m_options.requestTimeout), stop)
                                 : m_queue.facts(deadline, stop);
    if (facts) {
        now.stalls = codec::ippConditionOf(facts->reasons).blocks;
        countAtPrinter(running, deadline, stop);
    } else if (failedWith(facts, ErrorKind::Cancelled) || deadline.expired()) {
        return; // a look that our own time cut short says nothing about the printer
    } else {
        now.stalls = facts.error().kind;
    }
    now.printed = running.printer ? running.printer->impressions : 0; // the queue's count runs ahead of the paper
    const bool isNews = now.printed != running.told.printed || now.stalls != running.told.stalls;
    running.told = now;
    if (isNews && progress)
        progress(now);
}

PagePrinted CupsPrinter::conclude(const Running &running, Deadline deadline, const std::stop_token &stop)
{
    if (const auto purged = m_queue.purge(running.id, deadline, stop); !purged)
        logTrouble(purged.error());
    const ipp_jstate_t last = running.printer ? running.printer->state : running.queue.state;
    const bool isCompleted = running.queue.state == IPP_JSTATE_COMPLETED && last == IPP_JSTATE_COMPLETED;
    const int printed = sidesOf(running);
    if (isCompleted && (printed >= running.pages || !m_options.countsPages))
        return {.outcome = PrintOutcome::Confirmed, .printed = printed, .stoppedBy = {}};
    const ErrorKind why = running.told.stalls.value_or(ErrorKind::DeviceFault);
    logTrouble({why, where("print"),
                QStringLiteral("%1; %2 of %3 pages counted")
                    .arg(QLatin1String(ippEnumString("job-state", last)))
                    .arg(printed)
                    .arg(running.pages)});
    return {.outcome = PrintOutcome::Unknown, .printed = printed, .stoppedBy = why};
}

PagePrinted CupsPrinter::giveUp(const Running &running, ErrorKind why)
{
    withdraw(running);
    return {.outcome = PrintOutcome::Unknown, .printed = running.told.printed, .stoppedBy = why};
}

// Has to be done even when a stop was requested, so that stop is not looked at. At both ends: a job that cupsd calls
// completed may wait in the printer for its paper. What fails here is swept later, and job-cancel-after ends it in a
// cupsd that the kiosk does not reach any more.
void CupsPrinter::withdraw(const Running &running)
{
    const Deadline last = Deadline::in(m_options.cancelTimeout);
    if (!running.queue.isOver()) {
        if (const auto cancelled = m_queue.cancel(running.id, last, {}); !cancelled)
            logTrouble(cancelled.error());
    }
    if (m_printer && !(running.printer && running.printer->isOver())) {
        m_owed.append(running.title);
        withdrawOwed(false, last, {});
    }
}

// The printer may have a job that this driver never saw there (cupsd died), or get it once more from a cupsd that
// begins anew. It is looked for by its name, at every look, until nobody has it any more.
void CupsPrinter::withdrawOwed(bool isQueueIdle, Deadline deadline, const std::stop_token &stop)
{
    QList<QByteArray> owed;
    for (const QByteArray &title : std::as_const(m_owed)) {
        const auto there = printerJob(*m_printer, title, deadline.capped(m_options.requestTimeout), stop);
        const bool isGone = there ? there->isOver() : failedWith(there, ErrorKind::NotFound);
        if (!isGone || !isQueueIdle)
            owed.append(title);
        if (!there || isGone)
            continue;
        if (const auto cancelled = cancelPrinterJob(*m_printer, there->id, deadline, stop); !cancelled)
            logTrouble(cancelled.error());
    }
    m_owed = owed;
}

int CupsPrinter::sidesOf(const Running &running) const
{
    const JobFacts &facts = running.printer ? *running.printer : running.queue;
    return facts.impressions > 0 ? facts.impressions : std::min(facts.sheets * (running.duplex ? 2 : 1), running.pages);
}

} // namespace tongban::drivers::devices
