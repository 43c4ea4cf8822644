// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/smart_card_reader/pcsc_reader.h"

#include "app/core/base/log.h"
#include "drivers/transport/child_process.h"

#include <utility>

namespace tongban::drivers::devices {

using namespace std::chrono_literals;

namespace {

const auto where = QStringLiteral("smart-card-reader");

} // namespace

PcscReader::PcscReader(PcscReaderOptions options, QString program)
    : m_options(std::move(options)), m_program(std::move(program))
{}

Result<ports::SmartCard> PcscReader::read(Deadline deadline, std::stop_token stop)
{
    m_seen.reset();
    const SmartCardRequest request{.reader = m_options.reader, .interval = m_options.statusInterval, .given = m_given};
    auto ending = converse(request, deadline, stop);
    const bool isOneCards = ending || failedWith(ending, ErrorKind::CardUnreadable);
    if (isOneCards && m_seen)
        m_given.insert(m_seen->reader, m_seen->event);
    if (failedWith(ending, ErrorKind::DeviceAbsent))
        m_given.clear(); // a new pcscd, a reader plugged in again: they count from the beginning
    if (!ending && remedyFor(ending.error().kind) == Remedy::TechnicianFixes)
        log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("smart-card-reader")},
                                      {"kind", QLatin1String(nameOf(ending.error().kind))},
                                      {"where", ending.error().where},
                                      {"detail", ending.error().detail}});
    if (!ending)
        return fail(ending.error());
    if (!*ending)
        return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("an end without a card"));
    return std::move(**ending);
}

Result<void> PcscReader::probe(Deadline deadline, std::stop_token stop)
{
    const auto ending = converse({.reader = m_options.reader, .opensOnly = true, .given = {}}, deadline, stop);
    return ending ? Result<void>() : Result<void>(fail(ending.error()));
}

PcscReader::Ending PcscReader::converse(const SmartCardRequest &request, Deadline deadline, const std::stop_token &stop)
{
    m_answered = false;
    const auto process = transport::ChildProcess::start(
        m_program, codec::encodeChildMessage(SmartCardMessage::request, request.toPayload()));
    if (!process)
        return fail(process.error().within(where));
    codec::ChildMessageDecoder messages;
    while (true) {
        const auto bytes = (*process)->read(deadline.capped(m_options.answerTimeout), stop);
        if (!bytes)
            return fail(silence(bytes.error(), deadline));
        if (bytes->isEmpty()) {
            const auto ending = (*process)->waitForEnd(deadline.capped(200ms));
            return fail(ErrorKind::DeviceFault, where,
                        QStringLiteral("the smart card program ended before its answer: ") +
                            ending.value_or(QStringLiteral("output closed")));
        }
        messages.feed(*bytes);
        while (const auto message = messages.next()) {
            if (!*message)
                return fail(message->error().within(where));
            if (auto ended = hear(**message))
                return std::move(*ended);
        }
    }
}

std::optional<PcscReader::Ending> PcscReader::hear(const codec::ChildMessage &message)
{
    m_answered = true;
    switch (message.type) {
    case SmartCardMessage::alive:
        return std::nullopt;
    case SmartCardMessage::seen:
        return note(message);
    case SmartCardMessage::card: {
        auto card = smartCardFromPayload(message.payload);
        return card ? Ending(std::move(*card)) : Ending(fail(card.error().within(where)));
    }
    case SmartCardMessage::failure:
        return Ending(fail(codec::errorFromPayload(message.payload).within(where)));
    case SmartCardMessage::end:
        return Ending(std::nullopt);
    default: // any byte: not an enumeration
        return Ending(fail(ErrorKind::ProtocolViolation, where, QStringLiteral("a message of unknown type")));
    }
}

std::optional<PcscReader::Ending> PcscReader::note(const codec::ChildMessage &seen)
{
    const auto card = SeenCard::fromPayload(seen.payload);
    if (!card)
        return Ending(fail(card.error().within(where)));
    m_seen = *card;
    return std::nullopt;
}

// Who is to blame that nothing more was said: the caller's deadline (nobody laid down a card), or pcscd.
Error PcscReader::silence(const Error &error, Deadline deadline) const
{
    if (error.kind != ErrorKind::DeviceSilent)
        return error.within(where);
    if (deadline.expired() && m_answered)
        return {ErrorKind::CardAbsent, where, QStringLiteral("the time to lay down a card is over")};
    return {ErrorKind::DeviceSilent, where, QStringLiteral("pcscd does not answer")};
}

} // namespace tongban::drivers::devices
