// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/io_board/modbus_board.h"

#include "drivers/codec/modbus_rtu.h"
#include "drivers/transport/wait_for.h"

#include <utility>

namespace tongban::drivers::devices {

using codec::ModbusAnswerDecoder;
using codec::ModbusBits;

namespace {

const auto where = QStringLiteral("modbus-board");

} // namespace

ModbusBoard::ModbusBoard(std::unique_ptr<transport::Transport> transport, ModbusBoardOptions options)
    : m_transport(std::move(transport)), m_options(std::move(options))
{}

Result<void> ModbusBoard::probe(Deadline deadline, std::stop_token stop)
{
    const auto input = m_options.door ? m_options.door : m_options.person;
    const quint16 lamp = m_options.lamps.empty() ? quint16(0) : m_options.lamps.begin()->second;
    const auto seen =
        readBit(codec::readBitsPdu(input ? ModbusBits::DiscreteInputs : ModbusBits::Coils, input.value_or(lamp), 1),
                deadline, stop);
    return seen ? Result<void>() : Result<void>(fail(seen.error()));
}

Result<ports::BoardInputs> ModbusBoard::inputs(Deadline deadline, std::stop_token stop)
{
    ports::BoardInputs inputs;
    if (m_options.door) {
        const auto isOn = readBit(codec::readBitsPdu(ModbusBits::DiscreteInputs, *m_options.door, 1), deadline, stop);
        if (!isOn)
            return fail(isOn.error());
        inputs.doorOpen = *isOn == m_options.doorOpenIsOn;
    }
    if (m_options.person) {
        const auto isOn = readBit(codec::readBitsPdu(ModbusBits::DiscreteInputs, *m_options.person, 1), deadline, stop);
        if (!isOn)
            return fail(isOn.error());
        inputs.personPresent = *isOn;
    }
    return inputs;
}

Result<void> ModbusBoard::light(domain::DeviceClass beside, bool isOn, Deadline deadline, std::stop_token stop)
{
    const auto lamp = m_options.lamps.find(beside);
    if (lamp == m_options.lamps.end())
        return {};
    const QByteArray request = codec::writeCoilPdu(lamp->second, isOn);
    const auto answer = ask(request, deadline, stop);
    return answer ? codec::decodeWritten(request, *answer) : Result<void>(fail(answer.error()));
}

Result<bool> ModbusBoard::readBit(const QByteArray &request, Deadline deadline, const std::stop_token &stop)
{
    const auto answer = ask(request, deadline, stop);
    if (!answer)
        return fail(answer.error());
    const auto bits = codec::decodeBits(request, *answer);
    if (!bits)
        return fail(bits.error());
    return static_cast<bool>(bits->front());
}

Result<QByteArray> ModbusBoard::ask(const QByteArray &request, Deadline deadline, const std::stop_token &stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(where));
    for (int left = m_options.repeats;; --left) {
        auto answer = askOnce(request, deadline, stop);
        const bool mayHelp =
            failedWith(answer, ErrorKind::DeviceSilent) || failedWith(answer, ErrorKind::ProtocolViolation);
        if (mayHelp && left > 0 && !deadline.expired())
            continue;
        if (failedWith(answer, ErrorKind::DeviceSilent))
            m_transport->close(); // a line that hangs is often cured by being opened anew
        return answer;
    }
}

Result<QByteArray> ModbusBoard::askOnce(const QByteArray &request, Deadline deadline, const std::stop_token &stop)
{
    // The silence parts this frame from whatever was last on the line, a late answer included.
    if (const auto paused = transport::pause(m_options.silence, deadline, stop, where); !paused)
        return fail(paused.error());
    m_transport->discardInput();
    const Deadline answered = deadline.capped(m_options.answerTimeout);
    const QByteArray frame = codec::encodeModbusFrame(m_options.unit, request);
    if (const auto sent = m_transport->write(frame, answered, stop); !sent)
        return fail(sent.error().within(where));
    if (m_options.echo) {
        if (const auto heard = hearOurselves(frame, answered, stop); !heard)
            return fail(heard.error());
    }
    ModbusAnswerDecoder decoder(m_options.unit, request);
    while (true) {
        if (const auto answer = decoder.next())
            return *answer;
        if (decoder.unanswering() > ModbusAnswerDecoder::maxFrame)
            return fail(ErrorKind::ProtocolViolation, where, QStringLiteral("bytes that belong to no answer"));
        const auto bytes = m_transport->read(ModbusAnswerDecoder::maxFrame, answered, stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent) && decoder.unanswering() > 0)
            return fail(ErrorKind::ProtocolViolation, where,
                        decoder.sawBrokenFrame()
                            ? QStringLiteral("an answer with a wrong CRC")
                            : QStringLiteral("%1 bytes that are no answer").arg(decoder.unanswering()));
        if (!bytes)
            return fail(bytes.error().within(where));
        decoder.feed(*bytes);
    }
}

// Told, not guessed: the answer to a written coil is the request again, so an echo cannot be seen in the bytes.
Result<void> ModbusBoard::hearOurselves(const QByteArray &frame, Deadline deadline, const std::stop_token &stop)
{
    QByteArray heard;
    while (heard.size() < frame.size()) {
        const auto bytes = m_transport->read(frame.size() - heard.size(), deadline, stop);
        if (!bytes)
            return fail(bytes.error().within(where + QStringLiteral(".echo")));
        heard += *bytes;
    }
    if (heard != frame)
        return fail(ErrorKind::ProtocolViolation, where + QStringLiteral(".echo"),
                    QStringLiteral("the adapter did not hear what was said: is there an echo, do two speak at once?"));
    return {};
}

} // namespace tongban::drivers::devices
