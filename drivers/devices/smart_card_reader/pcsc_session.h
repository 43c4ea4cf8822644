// SPDX-License-Identifier: GPL-3.0-or-later
// The smart card program's view of pcscd: libpcsclite in our words. Every call blocks for as long as pcscd does: the
// kiosk ends the process when that is too long (pcsc_reader.h).
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/smart_card_reader.h"

#include <QByteArray>
#include <QString>

#include <winscard.h>

#include <chrono>
#include <memory>
#include <vector>

namespace tongban::drivers::devices {

struct ReaderSlot
{
    QByteArray name;              // as pcscd calls it, UTF-8
    DWORD state = SCARD_STATE_UNAWARE; // SCARD_STATE_…, the count of comings and goings in the upper half

    [[nodiscard]] bool hasCard() const { return (state & SCARD_STATE_PRESENT) != 0; }
    [[nodiscard]] bool isMute() const { return (state & SCARD_STATE_MUTE) != 0; } // the wrong way round, or no chip
    [[nodiscard]] quint32 event() const { return static_cast<quint32>(state >> 16) & 0xFFFF; }
};

class PcscSession
{
public:
    static Result<std::unique_ptr<PcscSession>> open(); // DeviceAbsent: no pcscd
    ~PcscSession();
    PcscSession(const PcscSession &) = delete;
    PcscSession &operator=(const PcscSession &) = delete;

    // Readers whose names begin with `prefix`. DeviceAbsent when there is none.
    Result<std::vector<ReaderSlot>> readers(const QString &prefix);

    // Waits until one of them is otherwise than its `state` says, at most for `span`; updates the states.
    Result<void> wait(std::vector<ReaderSlot> &slots, std::chrono::milliseconds span);

    // CardLifted, CardUnreadable, DeviceFault (another program has the card for itself).
    Result<ports::SmartCard> read(const QByteArray &reader);

private:
    explicit PcscSession(SCARDCONTEXT context) : m_context(context) {}
    SCARDCONTEXT m_context;
};

} // namespace tongban::drivers::devices
