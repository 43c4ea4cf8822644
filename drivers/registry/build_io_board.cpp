// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/io_board/modbus_board.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

namespace tongban::drivers::registry {

Result<void> buildModbusBoard(const Descriptor &descriptor, Devices &devices)
{
    auto transport = buildTransport(descriptor, {"serial"});
    if (!transport)
        return fail(transport.error());
    const int baudRate =
        descriptor.transport.value(QStringLiteral("baudRate")).toInt(115200); // as the transport has it
    auto options = devices::ModbusBoardOptions::fromJson(descriptor.options, baudRate);
    if (!options)
        return fail(options.error());
    devices.ioBoard = std::make_unique<devices::ModbusBoard>(std::move(*transport), *options);
    return {};
}

} // namespace tongban::drivers::registry
