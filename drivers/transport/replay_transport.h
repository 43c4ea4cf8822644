// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a recording back as if the device were there: what the driver writes must be what was written then, what came
// then comes again, as soon as everything that was written before it has been written. The pauses of then are left out.
// A driver that says something else meets a DeviceFault that names the entry.
#pragma once

#include "drivers/transport/recording.h"
#include "drivers/transport/recording_mask.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::transport {

class ReplayTransport final : public Transport
{
public:
    // mask: the one of the recording, so that what is written now compares with what was masked then. Null: it masks
    // nothing in this direction. Each open() begins anew, but for a device that went: then the next is absent.
    explicit ReplayTransport(Recording recording, std::unique_ptr<RecordingMask> mask = nullptr);

    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;
    void close() override { m_isOpen = false; }
    [[nodiscard]] bool isOpen() const override { return m_isOpen; }

private:
    [[nodiscard]] bool stands(RecordingEntry::Kind kind) const; // at the next entry
    void take(qsizetype bytes);                                 // of the next entry
    tl::unexpected<Error> gone(const QString &where);

    Recording m_recording;
    std::unique_ptr<RecordingMask> m_mask;
    size_t m_next = 0;     // entry
    qsizetype m_taken = 0; // of its bytes
    bool m_isOpen = false;
    bool m_isGone = false;
};

} // namespace tongban::drivers::transport
