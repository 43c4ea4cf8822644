// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/sam_reader.h"

#include "app/core/base/log.h"
#include "drivers/codec/id_card_text.h"
#include "drivers/codec/sam_status.h"
#include "drivers/transport/wait_for.h"

#include <utility>

namespace tongban::drivers::devices {

using codec::SamCommand;
using codec::SamFrameDecoder;

namespace {

constexpr qsizetype chunk = 4096;
// More noise than the longest answer is no noise: something else hangs on this line (a GPS, a scale).
constexpr qsizetype garbageLimit = codec::SamFrameDecoder::maxLength;

// One missed answer is no dead reader: a busy machine on either side of the line gives one now and then.
constexpr int silencesOfTheDead = 3;

void logTrouble(const Error &error)
{
    log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("id-card-reader")},
                                  {"kind", QLatin1String(nameOf(error.kind))},
                                  {"where", error.where},
                                  {"detail", error.detail}});
}

} // namespace

SamReader::SamReader(std::unique_ptr<transport::Transport> transport, SamReaderOptions options,
                     std::unique_ptr<PhotoDecoder> photos)
    : m_transport(std::move(transport)), m_options(std::move(options)), m_photos(std::move(photos))
{}

Result<domain::IdCard> SamReader::read(Deadline deadline, std::stop_token stop)
{
    auto card = readCard(deadline, stop);
    if (failedWith(card, ErrorKind::DeviceSilent))
        m_transport->close(); // a line that hangs is often cured by being opened anew, at the next read
    if (!card && remedyFor(card.error().kind) == Remedy::TechnicianFixes)
        logTrouble(card.error());
    return card;
}

Result<void> SamReader::probe(Deadline deadline, std::stop_token stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QStringLiteral("sam")));
    m_answered = false;
    const auto status = exchange(SamCommand::SamStatus, deadline, stop);
    if (failedWith(status, ErrorKind::DeviceSilent))
        m_transport->close();
    return status ? Result<void>() : Result<void>(fail(status.error()));
}

Result<domain::IdCard> SamReader::readCard(Deadline deadline, const std::stop_token &stop)
{
    m_answered = false;
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QStringLiteral("sam")));
    if (const auto found = awaitCard(deadline, stop); !found)
        return fail(found.error());
    if (const auto selected = exchange(SamCommand::SelectCard, deadline, stop); !selected)
        return fail(selected.error());
    const auto data = readCardData(deadline, stop);
    if (!data)
        return fail(data.error());
    auto card = codec::decodeIdCardText(data->text);
    if (!card)
        return card;
    if (m_options.readNewAddress) {
        if (const auto replaced = replaceAddress(*card, deadline, stop); !replaced)
            return fail(replaced.error());
    }
    card->fingerprint = Sensitive(data->fingerprint);
    if (const auto added = addPhoto(*card, data->photo, deadline, stop); !added)
        return fail(added.error());
    return card;
}

Result<void> SamReader::addPhoto(domain::IdCard &card, const QByteArray &wlt, Deadline deadline,
                                 const std::stop_token &stop)
{
    if (!m_photos)
        return {};
    const auto photo = m_photos->decode(wlt, deadline, stop);
    if (failedWith(photo, ErrorKind::Cancelled))
        return fail(photo.error());
    if (photo)
        card.photo = Sensitive(*photo);
    else
        logTrouble(photo.error());
    return {};
}

Result<codec::SamCardData> SamReader::readCardData(Deadline deadline, const std::stop_token &stop)
{
    const auto command = m_options.fingerprint ? SamCommand::ReadBaseAndFingerprint : SamCommand::ReadBase;
    const auto data = exchange(command, deadline, stop);
    if (!data)
        return fail(data.error());
    return m_options.fingerprint ? codec::splitBaseAndFingerprint(*data) : codec::splitBase(*data);
}

Result<void> SamReader::replaceAddress(domain::IdCard &card, Deadline deadline, const std::stop_token &stop)
{
    const auto data = exchange(SamCommand::ReadNewAddress, deadline, stop);
    if (failedWith(data, ErrorKind::NotFound)) // most people never moved
        return {};
    if (!data)
        return fail(data.error());
    const auto address = codec::decodeNewAddress(*data);
    if (!address)
        return fail(address.error());
    if (!address->isEmpty())
        card.address = Secret(*address);
    return {};
}

Result<void> SamReader::awaitCard(Deadline deadline, const std::stop_token &stop)
{
    int silences = 0;
    while (true) {
        const auto found = exchange(SamCommand::FindCard, deadline, stop);
        if (found)
            return {};
        silences = found.error().kind == ErrorKind::DeviceSilent ? silences + 1 : 0;
        const bool mayYetAnswer = silences > 0 && silences < silencesOfTheDead;
        if ((found.error().kind != ErrorKind::CardAbsent && !mayYetAnswer) || deadline.expired())
            return fail(found.error());
        const auto paused = transport::pause(m_options.findInterval, deadline, stop, QStringLiteral("sam.find"));
        if (!paused)
            return paused;
        if (deadline.expired())
            return fail(found.error());
    }
}

Result<QByteArray> SamReader::exchange(SamCommand command, Deadline deadline, const std::stop_token &stop)
{
    const auto first = roundTrip(command, deadline, stop);
    if (!first)
        return fail(first.error());
    if (*first)
        return codec::decodeSamResponse(command, **first);

    const auto second = roundTrip(command, deadline, stop);
    if (!second)
        return fail(second.error());
    const auto broken = [command](const QString &then) {
        return fail(ErrorKind::CardUnreadable, QStringLiteral("sam.") + QLatin1String(nameOf(command)),
                    QStringLiteral("an answer with a wrong checksum, then ") + then);
    };
    if (!*second)
        return broken(QStringLiteral("another one"));
    auto answer = codec::decodeSamResponse(command, **second);
    // Many readers give a card's content once only and then call it gone. It did not leave: its content was spoilt.
    if (command != SamCommand::FindCard && failedWith(answer, ErrorKind::CardLifted))
        return broken(answer.error().detail);
    return answer;
}

Result<std::optional<QByteArray>> SamReader::roundTrip(SamCommand command, Deadline deadline,
                                                       const std::stop_token &stop)
{
    const QString where = QStringLiteral("sam.") + QLatin1String(nameOf(command));
    const Deadline answered = deadline.capped(timeoutOf(command));
    m_transport->discardInput(); // the late answer of an earlier command is not the answer of this one
    m_decoder.clear();
    if (const auto sent = m_transport->write(codec::encodeSamRequest(command), answered, stop); !sent)
        return fail(sent.error().within(where));
    while (true) {
        if (const auto frame = m_decoder.next()) {
            m_answered = true;
            if (*frame)
                return std::optional(**frame);
            if (frame->error() == SamFrameDecoder::Fault::BadChecksum)
                return std::optional<QByteArray>();
            return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("a frame of impossible length"));
        }
        if (m_decoder.garbage() > garbageLimit)
            return fail(ErrorKind::ProtocolViolation, where,
                        QStringLiteral("%1 bytes that belong to no frame").arg(m_decoder.garbage()));
        const auto bytes = m_transport->read(chunk, answered, stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent))
            return fail(silence(where, deadline));
        if (!bytes)
            return fail(bytes.error().within(where));
        m_decoder.feed(*bytes);
    }
}

std::chrono::milliseconds SamReader::timeoutOf(SamCommand command) const
{
    switch (command) {
    case SamCommand::SelectCard:
        return m_options.selectTimeout;
    case SamCommand::ReadBase:
    case SamCommand::ReadBaseAndFingerprint:
    case SamCommand::ReadNewAddress:
        return m_options.readTimeout;
    case SamCommand::FindCard:
    case SamCommand::ResetSam:
    case SamCommand::SamStatus:
    case SamCommand::SamId:
    case SamCommand::SetMaxRfBytes:
        return m_options.findTimeout;
    }
    Q_UNREACHABLE();
}

// Who is to blame that no answer came: the caller's deadline (the person was too slow), another device on the line, or
// the reader.
Error SamReader::silence(const QString &where, Deadline deadline) const
{
    if (m_decoder.garbage() > 0)
        return {ErrorKind::ProtocolViolation, where,
                QStringLiteral("%1 bytes that belong to no frame").arg(m_decoder.garbage())};
    if (deadline.expired() && m_answered)
        return {ErrorKind::CardAbsent, where, QStringLiteral("the time to lay down a card is over")};
    return {ErrorKind::DeviceSilent, where, QStringLiteral("%1 bytes of an answer came").arg(m_decoder.pending())};
}

} // namespace tongban::drivers::devices
