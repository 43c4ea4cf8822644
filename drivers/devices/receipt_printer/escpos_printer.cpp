// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_printer.h"

#include "app/core/base/log.h"

#include <utility>

namespace tongban::drivers::devices {

using codec::EscposQuery;
using codec::EscposStatus;
using ports::PrintOutcome;

namespace {

QString where(const char *operation)
{
    return QStringLiteral("escpos.") + QLatin1String(operation);
}

// Only a printer without a complaint gets a document.
Result<void> readyToPrint(const EscposStatus &status)
{
    if (status.coverOpen)
        return fail(ErrorKind::CoverOpen, where("status"));
    if (status.paperOut)
        return fail(ErrorKind::PaperOut, where("status"));
    if (status.cutterFault)
        return fail(ErrorKind::PaperJam, where("status"), QStringLiteral("cutter"));
    if (status.fault)
        return fail(ErrorKind::DeviceFault, where("status"), QStringLiteral("the printer reports an error"));
    if (status.offline)
        return fail(ErrorKind::DeviceFault, where("status"), QStringLiteral("the printer is offline"));
    return {};
}

void logTrouble(const Error &error)
{
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("receipt-printer")},
                                  {"kind", QLatin1String(nameOf(error.kind))},
                                  {"where", error.where},
                                  {"detail", error.detail}});
}

} // namespace

EscposPrinter::EscposPrinter(std::unique_ptr<transport::Transport> transport, EscposOptions options)
    : m_options(std::move(options)), m_talk(std::move(transport), m_options)
{}

Result<ports::PrinterStatus> EscposPrinter::status(Deadline deadline, std::stop_token stop)
{
    const auto status = m_talk.status(deadline, stop);
    if (!status)
        return fail(status.error().within(where("status")));
    return status->toPort();
}

Result<void> EscposPrinter::probe(Deadline deadline, std::stop_token stop)
{
    const auto status = m_talk.status(deadline, stop);
    if (!status)
        return fail(status.error().within(where("probe")));
    return readyToPrint(*status);
}

Result<PrintOutcome> EscposPrinter::print(const domain::ReceiptDocument &document, Deadline deadline,
                                          std::stop_token stop)
{
    const QByteArray job = codec::escposReceipt(document, m_options.paper);
    if (auto ready = makeReady(deadline, stop); !ready)
        return fail(ready.error());

    // From here on nobody can take a byte back: the outcome is a value.
    if (const auto sent = send(job, deadline, stop); !sent) {
        logTrouble(sent.error());
        return PrintOutcome::Unknown;
    }
    const auto confirmed = confirm(deadline, stop);
    if (confirmed)
        return PrintOutcome::Confirmed;
    logTrouble(confirmed.error());
    return PrintOutcome::Unknown;
}

Result<void> EscposPrinter::makeReady(Deadline deadline, const std::stop_token &stop)
{
    for (const bool afterClearing : {false, true}) {
        const auto status = m_talk.status(deadline, stop);
        if (!status)
            return fail(status.error().within(where("print")));
        if (auto ready = readyToPrint(*status); !ready)
            return ready;
        if (!m_owesClear || afterClearing)
            break;
        clearBuffer(deadline, stop);
    }
    if (m_owesClear)
        return fail(ErrorKind::DeviceSilent, where("print"), QStringLiteral("the old job could not be cleared"));
    if (auto settled = m_talk.settle(deadline, stop); !settled)
        return fail(settled.error().within(where("print")));
    return {};
}

Result<void> EscposPrinter::send(const QByteArray &job, Deadline deadline, const std::stop_token &stop)
{
    for (qsizetype at = 0; at < job.size(); at += m_options.chunkBytes) {
        const QByteArray chunk = job.mid(at, m_options.chunkBytes);
        if (auto sent = m_talk.write(chunk, deadline.capped(m_options.writeTimeout), stop); !sent)
            return sent;
    }
    return m_talk.write(m_talk.nextQuestion(), deadline.capped(m_options.writeTimeout), stop);
}

// Success is the in-order answer and nothing else.
Result<void> EscposPrinter::confirm(Deadline deadline, const std::stop_token &stop)
{
    const Deadline end = deadline.capped(m_options.confirmTimeout);
    EscposStatus status;
    // Printer and Paper in turn: offline and out of paper are what stops a job. The answers look alike: one at a time.
    EscposQuery asked = EscposQuery::Paper;
    bool isOwed = false;
    while (!end.expired()) {
        const auto answers = m_talk.read(end.capped(m_options.pollInterval), stop);
        if (!answers && answers.error().kind != ErrorKind::DeviceSilent)
            return fail(answers.error());
        if (!answers && !std::exchange(isOwed, true)) {
            asked = asked == EscposQuery::Paper ? EscposQuery::Printer : EscposQuery::Paper;
            if (auto sent = m_talk.write(codec::escposAskRealTime(asked), end, stop); !sent)
                return sent;
        }
        for (const auto &answer : answers ? *answers : std::vector<codec::EscposAnswer>()) {
            if (m_talk.isConfirmation(answer))
                return {};
            if (const auto *inOrder = std::get_if<codec::EscposInOrder>(&answer))
                status.paperOut = status.paperOut || codec::inOrderAnswerSaysPaperOut(inOrder->byte);
            if (const auto *automatic = std::get_if<codec::EscposAutomatic>(&answer))
                status.add(automatic->status);
            const auto *realTime = std::get_if<codec::EscposRealTime>(&answer);
            if (realTime && std::exchange(isOwed, false))
                status.add(asked, realTime->byte, m_options.errorBits);
        }
        if (!status.stopsPrinting())
            continue;
        m_owesClear = !m_options.bufferSurvivesPaperOut;
        if (m_owesClear)
            clearBuffer(end, stop);
        return fail(status.paperOut ? ErrorKind::PaperOut : ErrorKind::DeviceFault, where("confirm"),
                    QStringLiteral("stopped in the middle of a job"));
    }
    return fail(ErrorKind::DeviceSilent, where("confirm"), QStringLiteral("no answer behind the job"));
}

// Only for models whose descriptor says that they can: what is on paper stays on paper, the rest is forgotten.
void EscposPrinter::clearBuffer(Deadline deadline, const std::stop_token &stop)
{
    const QByteArray command = m_options.clearsByDleDc4 ? codec::escposClearBuffers() : codec::escposRecoverAndClear();
    const auto sent = m_talk.write(command, deadline.capped(m_options.writeTimeout), stop);
    m_owesClear = !sent;
    if (!sent)
        logTrouble(sent.error());
}

} // namespace tongban::drivers::devices
