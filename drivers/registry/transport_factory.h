// SPDX-License-Identifier: GPL-3.0-or-later
// From the object "transport" of a descriptor to a transport. Which keys go with which kind: resources/schema.
#pragma once

#include "drivers/registry/descriptor.h"
#include "drivers/transport/transport.h"

#include <initializer_list>
#include <memory>

namespace tongban::drivers::registry {

// kinds: those that make sense for the device, of "serial", "usb", "tcp". What a kind must know of the protocol (which
// bytes go over which USB pipe, what is personal in a recording) follows from the descriptor's class. Misconfigured
// names the key, e.g. "transport.baudRate: …".
Result<std::unique_ptr<transport::Transport>> buildTransport(const Descriptor &descriptor,
                                                             std::initializer_list<const char *> kinds);

} // namespace tongban::drivers::registry
