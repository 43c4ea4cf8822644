// SPDX-License-Identifier: GPL-3.0-or-later
// Social-security and staff cards through PC/SC: pcscd holds the readers, this asks it for a card's ATR and id
// (drivers/codec/card_id.h).
//
// libpcsclite runs in tongban-smart-card, a process of its own for each call, though it is a thin client: it waits for
// pcscd's answers without any time-out and under a lock of the whole process (1.9.9). A pcscd that hangs would take the
// calling thread for ever, and every thread after it; a process can be ended.
#pragma once

#include "app/core/ports/smart_card_reader.h"
#include "drivers/devices/smart_card_reader/pcsc_reader_options.h"
#include "drivers/devices/smart_card_reader/smart_card_protocol.h"

#include <optional>

namespace tongban::drivers::devices {

class PcscReader final : public ports::SmartCardReader // all calls on the reader's Lane
{
public:
    // program: path of tongban-smart-card; it stands beside the kiosk's own executable.
    PcscReader(PcscReaderOptions options, QString program);

    // DeviceAbsent: no pcscd, or no reader of that name. DeviceSilent: pcscd hangs. DeviceFault: another program has the
    // card for itself, or the smart card program died.
    Result<ports::SmartCard> read(Deadline deadline, std::stop_token stop) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override; // pcscd answers and has such a reader
    void close() override {} // nothing is held between two calls

private:
    // What the program said at its end: a card, or nothing when it was to open only.
    using Ending = Result<std::optional<ports::SmartCard>>;
    Ending converse(const SmartCardRequest &request, Deadline deadline, const std::stop_token &stop);
    // Nothing while the conversation goes on.
    std::optional<Ending> hear(const codec::ChildMessage &message);
    std::optional<Ending> note(const codec::ChildMessage &seen);
    [[nodiscard]] Error silence(const Error &error, Deadline deadline) const;

    PcscReaderOptions m_options;
    QString m_program;
    CardEvents m_given;             // cards that were given, or could not be read: once each
    std::optional<SeenCard> m_seen; // of this conversation
    bool m_answered = false;        // pcscd has, in this conversation
};

} // namespace tongban::drivers::devices
