// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_printer.h"

#include "app/core/base/log.h"

#include <utility>

namespace tongban::drivers::devices {

using codec::EscposQuery;
using codec::EscposStatus;
using ports::PrintOutcome;

namespace {

constexpr std::chrono::milliseconds quietAfterAnswer{50}; // answers in one buffer follow each other on the wire

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

PrintOutcome unknown(ErrorKind kind, const QString &operation, const QString &detail)
{
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("receipt-printer")},
                                  {"kind", QLatin1String(nameOf(kind))},
                                  {"where", operation},
                                  {"detail", detail}});
    return PrintOutcome::Unknown;
}

} // namespace

EscposPrinter::EscposPrinter(std::unique_ptr<transport::Transport> transport, EscposOptions options)
    : m_transport(std::move(transport)), m_options(options)
{}

Result<ports::PrinterStatus> EscposPrinter::status(Deadline deadline, std::stop_token stop)
{
    if (auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(where("status")));
    const auto status = askStatus(deadline, stop);
    if (!status)
        return fail(status.error().within(where("status")));
    return status->toPort();
}

Result<void> EscposPrinter::probe(Deadline deadline, std::stop_token stop)
{
    if (auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(where("probe")));
    const auto status = askStatus(deadline, stop);
    if (!status)
        return fail(status.error().within(where("probe")));
    return readyToPrint(*status);
}

Result<PrintOutcome> EscposPrinter::print(const domain::ReceiptDocument &document, Deadline deadline,
                                          std::stop_token stop)
{
    const QByteArray job = codec::escposReceipt(document, m_options.paper);
    if (auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(where("print")));
    const auto status = askStatus(deadline, stop);
    if (!status)
        return fail(status.error().within(where("print")));
    if (auto ready = readyToPrint(*status); !ready)
        return fail(ready.error());
    if (auto settled = settle(deadline, stop); !settled)
        return fail(settled.error().within(where("print")));

    // From here on nobody can take a byte back: the outcome is a value.
    if (const auto sent = send(job, deadline, stop); !sent)
        return unknown(sent.error().kind, sent.error().where, sent.error().detail);
    return confirm(deadline, stop);
}

Result<EscposStatus> EscposPrinter::askStatus(Deadline deadline, const std::stop_token &stop)
{
    m_transport->discardInput();
    EscposStatus status;
    for (const auto query :
         {EscposQuery::Printer, EscposQuery::OfflineCause, EscposQuery::ErrorCause, EscposQuery::Paper}) {
        const Deadline step = deadline.capped(m_options.statusTimeout);
        if (auto asked = m_transport->write(codec::escposAskRealTime(query), step, stop); !asked)
            return fail(asked.error());
        const auto answer = awaitByte(codec::isEscposRealTimeAnswer, step, stop);
        if (!answer)
            return fail(answer.error());
        status.add(query, *answer);
    }
    return status;
}

// A job whose end was never confirmed may still be in the printer (paper refilled meanwhile); its late answer would be
// taken for the answer to the next job. Answers come in order: once ours is here and the line is quiet, none is owed.
Result<void> EscposPrinter::settle(Deadline deadline, const std::stop_token &stop)
{
    const Deadline step = deadline.capped(m_options.settleTimeout);
    if (auto asked = m_transport->write(codec::escposAskInOrder(), step, stop); !asked)
        return fail(asked.error());
    if (auto answer = awaitByte(codec::isEscposInOrderAnswer, step, stop); !answer)
        return fail(answer.error());
    while (!step.expired()) {
        const auto more = m_transport->read(16, step.capped(quietAfterAnswer), stop);
        if (failedWith(more, ErrorKind::DeviceSilent))
            return {};
        if (!more)
            return fail(more.error());
    }
    return fail(ErrorKind::ProtocolViolation, where("settle"), QStringLiteral("the line does not fall quiet"));
}

Result<void> EscposPrinter::send(const QByteArray &job, Deadline deadline, const std::stop_token &stop)
{
    for (qsizetype at = 0; at < job.size(); at += m_options.chunkBytes) {
        const QByteArray chunk = job.mid(at, m_options.chunkBytes);
        if (auto sent = m_transport->write(chunk, deadline.capped(m_options.writeTimeout), stop); !sent)
            return fail(sent.error());
    }
    return m_transport->write(codec::escposAskInOrder(), deadline.capped(m_options.writeTimeout), stop);
}

Result<PrintOutcome> EscposPrinter::confirm(Deadline deadline, const std::stop_token &stop)
{
    const Deadline end = deadline.capped(m_options.confirmTimeout);
    EscposStatus status;
    // Printer and Paper in turn: offline and out of paper are what stops a job. The answers look alike: one at a time.
    EscposQuery asked = EscposQuery::Paper;
    bool isOwed = false;
    while (!end.expired()) {
        const auto bytes = m_transport->read(16, end.capped(m_options.pollInterval), stop);
        if (!bytes && bytes.error().kind != ErrorKind::DeviceSilent)
            return unknown(bytes.error().kind, bytes.error().where, bytes.error().detail);
        if (!bytes && isOwed)
            continue;
        if (!bytes) {
            isOwed = true;
            asked = asked == EscposQuery::Paper ? EscposQuery::Printer : EscposQuery::Paper;
            const auto sent = m_transport->write(codec::escposAskRealTime(asked), end, stop);
            if (!sent)
                return unknown(sent.error().kind, sent.error().where, sent.error().detail);
            continue;
        }
        for (const char byte : *bytes) {
            const auto answer = static_cast<quint8>(byte);
            if (codec::isEscposInOrderAnswer(answer) && !codec::inOrderAnswerSaysPaperOut(answer))
                return PrintOutcome::Confirmed;
            if (codec::isEscposRealTimeAnswer(answer) && std::exchange(isOwed, false))
                status.add(asked, answer);
            status.paperOut = status.paperOut || codec::isEscposInOrderAnswer(answer);
        }
        if (status.paperOut || status.offline)
            return unknown(status.paperOut ? ErrorKind::PaperOut : ErrorKind::DeviceFault, where("confirm"),
                           QStringLiteral("stopped in the middle of a job"));
    }
    return unknown(ErrorKind::DeviceSilent, where("confirm"), QStringLiteral("no answer behind the job"));
}

Result<quint8> EscposPrinter::awaitByte(const std::function<bool(quint8)> &wanted, Deadline deadline,
                                        const std::stop_token &stop)
{
    qsizetype alien = 0;
    while (true) {
        const auto bytes = m_transport->read(1, deadline, stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent) && alien > 0)
            return fail(ErrorKind::ProtocolViolation, where("answer"),
                        QStringLiteral("%1 bytes, none of them an answer").arg(alien));
        if (!bytes)
            return fail(bytes.error());
        const auto byte = static_cast<quint8>(bytes->at(0));
        if (wanted(byte))
            return byte;
        ++alien;
    }
}

} // namespace tongban::drivers::devices
