// SPDX-License-Identifier: GPL-3.0-or-later
// From the object "transport" of a descriptor to a transport. Which keys go with which kind: resources/schema.
#pragma once

#include "drivers/transport/transport.h"

#include <QJsonObject>

#include <initializer_list>
#include <memory>

namespace tongban::drivers::registry {

// kinds: those that make sense for the device. Misconfigured names the key, e.g. "transport.baudRate: …".
Result<std::unique_ptr<transport::Transport>> buildTransport(const QJsonObject &json,
                                                             std::initializer_list<const char *> kinds);

} // namespace tongban::drivers::registry
