// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/escpos_conversation.h"

#include "drivers/codec/ieee1284.h"
#include "drivers/transport/wait_for.h"

#include <QRandomGenerator>

#include <utility>

namespace tongban::drivers::devices {

using codec::EscposAnswer;
using codec::EscposInOrder;
using codec::EscposQuery;
using codec::EscposStatus;

namespace {

constexpr std::chrono::milliseconds quietAfterAnswer{50}; // answers in one buffer follow each other on the wire

} // namespace

// The ids of a kiosk that was started anew must not be those of the jobs that it left behind.
EscposConversation::EscposConversation(std::unique_ptr<transport::Transport> transport, const EscposOptions &options)
    : m_transport(std::move(transport)), m_options(options),
      m_decoder(options.confirmBy == EscposConfirmation::ProcessId),
      m_process(QRandomGenerator::global()->bounded(10'000U))
{}

Result<EscposStatus> EscposConversation::status(Deadline deadline, const std::stop_token &stop)
{
    for (int miss = 1;; ++miss) {
        const auto status = askOnce(deadline, stop);
        const bool isMiss = failedWith(status, ErrorKind::DeviceSilent) || failedWith(status, ErrorKind::DeviceAbsent);
        if (!isMiss || miss >= m_options.missesOfTheDead || deadline.expired())
            return status;
        close(); // a line that hangs is often cured by being opened anew
        const auto paused = transport::pause(m_options.pollInterval, deadline, stop, QStringLiteral("escpos.status"));
        if (!paused)
            return fail(paused.error());
    }
}

Result<void> EscposConversation::open(Deadline deadline, const std::stop_token &stop)
{
    if (m_transport->isOpen())
        return {};
    m_decoder.clear();
    if (auto opened = m_transport->open(); !opened)
        return opened;
    const auto description = m_transport->selfDescription(deadline.capped(m_options.statusTimeout), stop);
    if (!description)
        return fail(description.error());
    if (description->isEmpty()) // a line that tells nothing of what hangs on it
        return {};
    const auto id = codec::parseIeee1284(*description);
    if (id && id->isPrinter())
        return {};
    m_transport->close();
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("escpos.open"),
                id ? QStringLiteral("a \"%1\" of class \"%2\" is on the port").arg(id->model, id->deviceClass)
                   : QStringLiteral("what is on the port gives no device id of a printer"));
}

Result<EscposStatus> EscposConversation::askOnce(Deadline deadline, const std::stop_token &stop)
{
    if (auto opened = open(deadline, stop); !opened)
        return fail(opened.error());
    m_transport->discardInput();
    m_decoder.clear();
    EscposStatus status;
    for (const auto query :
         {EscposQuery::Printer, EscposQuery::OfflineCause, EscposQuery::ErrorCause, EscposQuery::Paper}) {
        const Deadline step = deadline.capped(m_options.statusTimeout);
        if (auto asked = write(codec::escposAskRealTime(query), step, stop); !asked)
            return fail(asked.error());
        const auto take = [&](const EscposAnswer &answer) {
            const auto *realTime = std::get_if<codec::EscposRealTime>(&answer);
            if (realTime)
                status.add(query, realTime->byte, m_options.errorBits);
            return realTime != nullptr;
        };
        if (auto answered = await(take, step, stop); !answered)
            return fail(answered.error());
    }
    return status;
}

// A job whose end was never confirmed may still be in the printer (paper refilled meanwhile); its late answer would be
// taken for the answer to the next job. Answers come in order: once ours is here and the line is quiet, none is owed.
Result<void> EscposConversation::settle(Deadline deadline, const std::stop_token &stop)
{
    const Deadline step = deadline.capped(m_options.settleTimeout);
    if (auto asked = write(nextQuestion(), step, stop); !asked)
        return asked;
    const auto isAnswer = [this](const EscposAnswer &answer) {
        return isConfirmation(answer) || std::holds_alternative<EscposInOrder>(answer);
    };
    if (auto answer = await(isAnswer, step, stop); !answer)
        return answer;
    while (!step.expired()) {
        const auto more = m_transport->read(16, step.capped(quietAfterAnswer), stop);
        if (failedWith(more, ErrorKind::DeviceSilent)) {
            m_decoder.clear();
            return {};
        }
        if (!more)
            return fail(more.error());
    }
    return fail(ErrorKind::ProtocolViolation, QStringLiteral("escpos.settle"),
                QStringLiteral("the line does not fall quiet"));
}

Result<void> EscposConversation::write(const QByteArray &bytes, Deadline deadline, const std::stop_token &stop)
{
    return m_transport->write(bytes, deadline, stop);
}

Result<std::vector<EscposAnswer>> EscposConversation::read(Deadline deadline, const std::stop_token &stop)
{
    const auto bytes = m_transport->read(16, deadline, stop);
    if (!bytes)
        return fail(bytes.error());
    return m_decoder.feed(*bytes);
}

QByteArray EscposConversation::nextQuestion()
{
    switch (m_options.confirmBy) {
    case EscposConfirmation::GsR:
        return codec::escposAskInOrder();
    case EscposConfirmation::ProcessId:
        m_process = (m_process + 1) % 10'000;
        m_processId = QByteArray::number(m_process).rightJustified(4, '0');
        return codec::escposAskProcessId(m_processId);
    }
    Q_UNREACHABLE();
}

bool EscposConversation::isConfirmation(const EscposAnswer &answer) const
{
    switch (m_options.confirmBy) {
    case EscposConfirmation::GsR: {
        const auto *inOrder = std::get_if<EscposInOrder>(&answer);
        return inOrder && !codec::inOrderAnswerSaysPaperOut(inOrder->byte);
    }
    case EscposConfirmation::ProcessId: {
        const auto *process = std::get_if<codec::EscposProcessId>(&answer);
        return process && process->id == m_processId;
    }
    }
    Q_UNREACHABLE();
}

void EscposConversation::close()
{
    m_decoder.clear();
    m_transport->close();
}

// One byte at a time, so that nothing behind the answer is swallowed. DeviceSilent when nothing came, ProtocolViolation
// when only bytes did that are no answer of an ESC/POS printer.
Result<void> EscposConversation::await(const std::function<bool(const EscposAnswer &)> &take, Deadline deadline,
                                       const std::stop_token &stop)
{
    qsizetype alien = 0;
    while (true) {
        const auto bytes = m_transport->read(1, deadline, stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent) && alien > 0)
            return fail(ErrorKind::ProtocolViolation, QStringLiteral("escpos.answer"),
                        QStringLiteral("%1 bytes, none of them an answer").arg(alien));
        if (!bytes)
            return fail(bytes.error());
        const auto answer = m_decoder.feed(static_cast<quint8>(bytes->at(0)));
        if (answer && take(*answer))
            return {};
        if (answer && !std::holds_alternative<codec::EscposAutomatic>(*answer))
            ++alien;
    }
}

} // namespace tongban::drivers::devices
