// SPDX-License-Identifier: GPL-3.0-or-later
// Lamps and contacts behind a Modbus RTU board over any transport (codec/modbus_rtu.h).
//
//   inputs   function 02, one bit a contact that is fitted
//   light    function 05, one coil
//
// A question without a sound answer is asked again, a write too: "coil 2 is on" said twice leaves it on, nothing
// toggles and nothing is counted. What the board refuses (an exception) is not asked again: it would refuse it again.
#pragma once

#include "app/core/ports/io_board.h"
#include "drivers/devices/io_board/modbus_board_options.h"
#include "drivers/transport/transport.h"

#include <memory>

namespace tongban::drivers::devices {

class ModbusBoard final : public ports::IoBoard // all calls on the board's Lane
{
public:
    ModbusBoard(std::unique_ptr<transport::Transport> transport, ModbusBoardOptions options);

    Result<void> probe(Deadline deadline, std::stop_token stop) override; // reads a contact, else how a lamp is
    void close() override { m_transport->close(); }
    Result<ports::BoardInputs> inputs(Deadline deadline, std::stop_token stop) override;
    Result<void> light(domain::DeviceClass beside, bool isOn, Deadline deadline, std::stop_token stop) override;

private:
    Result<bool> readBit(const QByteArray &request, Deadline deadline, const std::stop_token &stop);
    // The PDU of the answer, an exception's too. Repeats; lets go of the line when it stays silent.
    Result<QByteArray> ask(const QByteArray &request, Deadline deadline, const std::stop_token &stop);
    Result<QByteArray> askOnce(const QByteArray &request, Deadline deadline, const std::stop_token &stop);
    Result<void> hearOurselves(const QByteArray &frame, Deadline deadline, const std::stop_token &stop);

    std::unique_ptr<transport::Transport> m_transport;
    ModbusBoardOptions m_options;
};

} // namespace tongban::drivers::devices
