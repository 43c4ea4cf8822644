// SPDX-License-Identifier: GPL-3.0-or-later
// The personality of a resident-ID card reader on a serial line (SAM protocol, GA 467; DEVICES §1). Pure.
//
//   no card ──place──▶ laid ──find 9F──▶ found ──select 90──▶ selected ──read 90──▶ selected, read
//   any ──lift──▶ no card               find answers 80 once the card is read, until it leaves
#pragma once

#include "drivers/emulator/card_chip.h"
#include "drivers/emulator/wire_device.h"

namespace tongban::drivers::emulator {

enum class ReaderFault {
    None,
    LiftMidRead, // once: the card leaves while it is read, the reader answers 41
    BadChecksum, // every answer that carries the card's data
    Garbage,     // every answer is noise
    Silent,
    OneByte, // every answer arrives a byte at a time
};

class SamReader final : public WireDevice
{
public:
    void place(CardChip chip);
    void lift();
    [[nodiscard]] bool hasCard() const { return m_field != Field::Empty; }
    [[nodiscard]] bool wasRead() const { return m_wasRead; }
    void setFault(ReaderFault fault) { m_fault = fault; }
    [[nodiscard]] ReaderFault fault() const { return m_fault; }
    // Some models find a card again that was read and not lifted (DEVICES [?]); off by default.
    void setFindsReadCard(bool finds) { m_findsReadCard = finds; }

    [[nodiscard]] QByteArray receive(const QByteArray &bytes, Micros now) override;
    [[nodiscard]] QByteArray advance(Micros) override { return {}; }
    [[nodiscard]] std::optional<Micros> nextAt() const override { return std::nullopt; }
    [[nodiscard]] bool isDribbling() const override { return m_fault == ReaderFault::OneByte; }

private:
    enum class Field { Empty, Laid, Found, Selected };

    // One request without its preamble and checksum, checked; answered with a frame.
    [[nodiscard]] QByteArray answer(const QByteArray &body);
    [[nodiscard]] QByteArray takeRequest(); // Len … CHK of the next whole request, empty when there is none
    [[nodiscard]] QByteArray find();
    [[nodiscard]] QByteArray select();
    [[nodiscard]] QByteArray read(bool withFingerprint);
    [[nodiscard]] QByteArray readNewAddress() const;

    Field m_field = Field::Empty;
    bool m_wasRead = false;
    bool m_findsReadCard = false;
    CardChip m_chip;
    ReaderFault m_fault = ReaderFault::None;
    QByteArray m_input;
    Micros m_lastByteAt{0};
};

} // namespace tongban::drivers::emulator
