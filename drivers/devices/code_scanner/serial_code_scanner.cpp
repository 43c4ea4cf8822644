// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/serial_code_scanner.h"

#include "drivers/devices/code_scanner/code_result.h"

#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr char name[] = "serial-code-scanner";
constexpr qsizetype chunk = 1024;
// So much behind a code that was none, without a pause, comes from no scanner.
constexpr qsizetype floodLimit = 1024;

} // namespace

SerialCodeScanner::SerialCodeScanner(std::unique_ptr<transport::Transport> transport, SerialCodeOptions options)
    : m_transport(std::move(transport)), m_options(options), m_frames(options.ending)
{}

Result<domain::ScannedCode> SerialCodeScanner::next(Deadline deadline, std::stop_token stop)
{
    return reported(name, read(deadline, stop));
}

Result<void> SerialCodeScanner::probe(Deadline, std::stop_token stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QLatin1String(name)));
    return stillThere(*m_transport, chunk, stop);
}

Result<domain::ScannedCode> SerialCodeScanner::read(Deadline deadline, const std::stop_token &stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QLatin1String(name)));
    m_transport->discardInput(); // shown before the question
    m_frames.clear();
    while (true) {
        const auto bytes =
            m_transport->read(chunk, m_frames.hasPending() ? deadline.capped(m_options.gap) : deadline, stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent))
            return afterSilence(deadline);
        if (!bytes)
            return fail(bytes.error().within(QLatin1String(name)));
        m_frames.feed(*bytes);
        if (const auto frame = m_frames.next())
            return decode(*frame, deadline, stop);
        if (m_frames.isTooLong())
            return fail(ErrorKind::ProtocolViolation, QLatin1String(name),
                        QStringLiteral("more than %1 bytes without an end").arg(codec::CodeFrames::maxLength));
    }
}

Result<domain::ScannedCode> SerialCodeScanner::decode(const QByteArray &frame, Deadline deadline,
                                                      const std::stop_token &stop)
{
    auto code = codec::decodePrefixedCode(m_options.aimPrefix, frame);
    if (!failedWith(code, ErrorKind::CodeUnreadable))
        return code;
    // A scanner that read something odd is quiet now. A line at the wrong speed, or with another device, goes on.
    for (qsizetype flood = 0; flood <= floodLimit;) {
        const auto bytes = m_transport->read(chunk, deadline.capped(m_options.gap), stop);
        if (failedWith(bytes, ErrorKind::DeviceSilent))
            return code;
        if (!bytes)
            return fail(bytes.error().within(QLatin1String(name)));
        flood += bytes->size();
    }
    return fail(ErrorKind::ProtocolViolation, QLatin1String(name),
                QStringLiteral("a stream of bytes that are no codes"));
}

Result<domain::ScannedCode> SerialCodeScanner::afterSilence(Deadline deadline)
{
    // When the deadline cut the pause short nobody knows whether more would have come.
    const auto frame = deadline.expired() ? std::nullopt : m_frames.endBySilence();
    if (!frame)
        return nothingMore(name, m_frames.hasPending());
    return codec::decodePrefixedCode(m_options.aimPrefix, *frame);
}

} // namespace tongban::drivers::devices
