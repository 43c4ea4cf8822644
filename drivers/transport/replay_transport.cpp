// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/replay_transport.h"

#include "drivers/transport/wait_for.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::transport {

using Kind = RecordingEntry::Kind;

ReplayTransport::ReplayTransport(Recording recording, std::unique_ptr<RecordingMask> mask)
    : m_recording(std::move(recording)), m_mask(std::move(mask))
{}

Result<void> ReplayTransport::open()
{
    if (m_isGone)
        return fail(ErrorKind::DeviceAbsent, QStringLiteral("replay.open"), QStringLiteral("the device went"));
    if (!m_isOpen) {
        m_next = 0;
        m_taken = 0;
    }
    m_isOpen = true;
    return {};
}

bool ReplayTransport::stands(Kind kind) const
{
    return m_next < m_recording.entries.size() && m_recording.entries[m_next].kind == kind;
}

void ReplayTransport::take(qsizetype bytes)
{
    m_taken += bytes;
    if (m_taken == m_recording.entries[m_next].bytes.size()) {
        ++m_next;
        m_taken = 0;
    }
}

Result<void> ReplayTransport::write(const QByteArray &bytes, Deadline, std::stop_token stop)
{
    const auto where = QStringLiteral("replay.write");
    if (!m_isOpen)
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    QByteArray left = m_mask ? m_mask->toDevice(bytes) : bytes;
    while (!left.isEmpty()) {
        if (stands(Kind::Gone))
            return gone(where);
        if (stands(Kind::In)) { // came without being waited for; it is lost, as it was then
            take(m_recording.entries[m_next].bytes.size() - m_taken);
            continue;
        }
        const QByteArray then = stands(Kind::Out) ? m_recording.entries[m_next].bytes.mid(m_taken) : QByteArray();
        const qsizetype count = std::min(then.size(), left.size());
        if (count == 0 || then.first(count) != left.first(count))
            return fail(ErrorKind::DeviceFault, where,
                        QStringLiteral("not what was written then, at entry %1").arg(m_next + 1));
        take(count);
        left.remove(0, count);
    }
    return {};
}

Result<QByteArray> ReplayTransport::read(qsizetype maxBytes, Deadline deadline, std::stop_token stop)
{
    Q_ASSERT(maxBytes > 0);
    const auto where = QStringLiteral("replay.read");
    if (!m_isOpen)
        return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("not open"));
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, where);
    if (stands(Kind::Gone))
        return gone(where);
    if (!stands(Kind::In)) { // silent then, silent now: the wait has no other end than the deadline or the stop
        const auto waited = waitFor(-1, 0, deadline, stop, where);
        return fail(waited ? Error{ErrorKind::DeviceSilent, where, {}} : waited.error());
    }
    const QByteArray bytes = m_recording.entries[m_next].bytes.mid(m_taken, maxBytes);
    take(bytes.size());
    return bytes;
}

void ReplayTransport::discardInput()
{
    while (m_isOpen && stands(Kind::In))
        take(m_recording.entries[m_next].bytes.size() - m_taken);
}

tl::unexpected<Error> ReplayTransport::gone(const QString &where)
{
    m_isGone = true;
    m_isOpen = false;
    return fail(ErrorKind::DeviceAbsent, where, QStringLiteral("unplugged, as it was then"));
}

} // namespace tongban::drivers::transport
