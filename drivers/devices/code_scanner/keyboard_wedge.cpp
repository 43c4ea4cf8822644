// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/keyboard_wedge.h"

#include "drivers/devices/code_scanner/code_result.h"

#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr char name[] = "keyboard-wedge";
constexpr qsizetype chunk = 64 * codec::keyEventLength;

} // namespace

KeyboardWedge::KeyboardWedge(std::unique_ptr<transport::Transport> transport, KeyboardWedgeOptions options)
    : m_transport(std::move(transport)), m_options(options)
{}

Result<domain::ScannedCode> KeyboardWedge::next(Deadline deadline, std::stop_token stop)
{
    return reported(name, read(deadline, stop));
}

Result<void> KeyboardWedge::probe(Deadline, std::stop_token stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QLatin1String(name)));
    return stillThere(*m_transport, chunk, stop);
}

Result<domain::ScannedCode> KeyboardWedge::read(Deadline deadline, const std::stop_token &stop)
{
    if (const auto opened = m_transport->open(); !opened)
        return fail(opened.error().within(QLatin1String(name)));
    m_transport->discardInput(); // shown before the question
    m_keys.clear();
    while (true) {
        const auto events =
            m_transport->read(chunk, m_keys.hasPending() ? deadline.capped(m_options.gap) : deadline, stop);
        if (failedWith(events, ErrorKind::DeviceSilent)) {
            // When the deadline cut the pause short nobody knows whether more would have come.
            const auto typed = deadline.expired() ? std::nullopt : m_keys.endBySilence();
            return typed ? decode(*typed) : Result<domain::ScannedCode>(nothingMore(name, m_keys.hasPending()));
        }
        if (!events)
            return fail(events.error().within(QLatin1String(name)));
        for (qsizetype i = 0; i + codec::keyEventLength <= events->size(); i += codec::keyEventLength)
            m_keys.feed(codec::keyEventAt(*events, i));
        if (const auto typed = m_keys.take())
            return decode(*typed);
        if (m_keys.isTooLong())
            return fail(ErrorKind::ProtocolViolation, QLatin1String(name), QStringLiteral("keys without an end"));
    }
}

Result<domain::ScannedCode> KeyboardWedge::decode(const QByteArray &typed)
{
    if (m_keys.isUnreadable())
        return fail(ErrorKind::CodeUnreadable, QLatin1String(name),
                    QStringLiteral("keys of no character, or keys that the kernel dropped"));
    return codec::decodePrefixedCode(m_options.aimPrefix, typed);
}

} // namespace tongban::drivers::devices
