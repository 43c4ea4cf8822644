// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/id_card_reader/photo/photo_decoder.h"

#include "drivers/devices/id_card_reader/photo/photo_protocol.h"
#include "drivers/transport/child_process.h"

#include <utility>

namespace tongban::drivers::devices {

using namespace std::chrono_literals;

namespace {

const auto where = QStringLiteral("id-card-reader.photo");

} // namespace

PhotoDecoder::PhotoDecoder(QString program, QString library, std::chrono::milliseconds timeout)
    : m_program(std::move(program)), m_library(std::move(library)), m_timeout(timeout)
{}

Result<QByteArray> PhotoDecoder::decode(const QByteArray &wlt, Deadline deadline, const std::stop_token &stop) const
{
    const PhotoRequest request{.library = m_library, .wlt = wlt};
    const auto process =
        transport::ChildProcess::start(m_program, codec::encodeChildMessage(PhotoMessage::request, request.toPayload()));
    if (!process)
        return fail(process.error().within(where));
    const Deadline answered = deadline.capped(m_timeout);
    codec::ChildMessageDecoder messages;
    while (true) {
        const auto bytes = (*process)->read(answered, stop); // whoever hangs is killed as `process` goes
        if (!bytes)
            return fail(bytes.error().kind, where, QStringLiteral("no picture came in time"));
        if (bytes->isEmpty()) {
            const auto ending = (*process)->waitForEnd(answered.capped(200ms));
            return fail(ErrorKind::DeviceFault, where,
                        QStringLiteral("the photo program ended before its answer: ") +
                            ending.value_or(QStringLiteral("output closed")));
        }
        messages.feed(*bytes);
        if (const auto message = messages.next()) {
            if (!*message)
                return fail(message->error().within(where));
            return photoOfAnswer(**message);
        }
    }
}

} // namespace tongban::drivers::devices
