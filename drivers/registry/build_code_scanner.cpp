// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/code_scanner/hid_pos_scanner.h"
#include "drivers/devices/code_scanner/keyboard_wedge.h"
#include "drivers/devices/code_scanner/serial_code_scanner.h"
#include "drivers/registry/driver_list.h"
#include "drivers/registry/transport_factory.h"

namespace tongban::drivers::registry {

namespace {

// A scanner that takes its bytes from one kind of transport.
template <class Scanner, class Options>
Result<void> build(const Descriptor &descriptor, const char *kind, Devices &devices)
{
    const auto options = Options::fromJson(descriptor.options);
    if (!options)
        return fail(options.error());
    auto transport = buildTransport(descriptor, {kind});
    if (!transport)
        return fail(transport.error());
    devices.codeScanner = std::make_unique<Scanner>(std::move(*transport), *options);
    return {};
}

} // namespace

Result<void> buildSerialCodeScanner(const Descriptor &descriptor, Devices &devices)
{
    return build<drivers::devices::SerialCodeScanner, drivers::devices::SerialCodeOptions>(descriptor, "serial",
                                                                                           devices);
}

Result<void> buildHidPosScanner(const Descriptor &descriptor, Devices &devices)
{
    return build<drivers::devices::HidPosScanner, drivers::devices::HidPosOptions>(descriptor, "hidraw", devices);
}

Result<void> buildKeyboardWedge(const Descriptor &descriptor, Devices &devices)
{
    return build<drivers::devices::KeyboardWedge, drivers::devices::KeyboardWedgeOptions>(descriptor, "evdev", devices);
}

} // namespace tongban::drivers::registry
