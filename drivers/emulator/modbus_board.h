// SPDX-License-Identifier: GPL-3.0-or-later
// The personality of a small input and output board on a serial line, after the server's side of the Modbus Application
// Protocol V1.1b3 and Modbus over Serial Line V1.02. Unit 1; eight coils (lamps), eight discrete inputs: 0 the door's
// contact (on = open), 1 the person in front. Pure.
#pragma once

#include "drivers/emulator/wire_device.h"

#include <array>

namespace tongban::drivers::emulator {

enum class BoardFault {
    None,
    Silent,
    Garbage, // every answer is noise
    OneByte, // every answer arrives a byte at a time
    Refuse,  // every request is answered with exception 04, server device failure
};

class ModbusBoard final : public WireDevice
{
public:
    static constexpr int coilCount = 8;

    void setDoor(bool isOpen) { m_inputs[0] = isOpen; }
    void setPerson(bool isPresent) { m_inputs[1] = isPresent; }
    [[nodiscard]] bool door() const { return m_inputs[0]; }
    [[nodiscard]] bool person() const { return m_inputs[1]; }
    [[nodiscard]] const std::array<bool, coilCount> &lamps() const { return m_coils; }
    void darken() { m_coils = {}; } // its power went with the cable
    void setFault(BoardFault fault) { m_fault = fault; }
    [[nodiscard]] BoardFault fault() const { return m_fault; }

    [[nodiscard]] QByteArray receive(const QByteArray &bytes, Micros now) override;
    [[nodiscard]] QByteArray advance(Micros) override { return {}; }
    [[nodiscard]] std::optional<Micros> nextAt() const override { return std::nullopt; }
    [[nodiscard]] bool isDribbling() const override { return m_fault == BoardFault::OneByte; }

private:
    [[nodiscard]] QByteArray answer(const QByteArray &frame); // a whole frame for this unit, checked
    [[nodiscard]] static QByteArray readBits(char function, const std::array<bool, coilCount> &bits, int first,
                                             int count);
    [[nodiscard]] QByteArray writeOne(const QByteArray &pdu, int address, int value);
    [[nodiscard]] QByteArray writeMany(const QByteArray &pdu, int first, int count);

    std::array<bool, coilCount> m_coils{};
    std::array<bool, coilCount> m_inputs{};
    BoardFault m_fault = BoardFault::None;
    QByteArray m_input;
    Micros m_lastByteAt{0};
};

} // namespace tongban::drivers::emulator
