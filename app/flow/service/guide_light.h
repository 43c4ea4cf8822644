// SPDX-License-Identifier: GPL-3.0-or-later
// Which guide light (指示灯) shows a person where to put a hand. Pure.
#pragma once

#include "app/core/domain/device_health.h"
#include "app/flow/service/service_flow.h"

#include <optional>

namespace tongban::flow {

// The device whose lamp is on: the card reader while a card is waited for; the scanner from the list that still wants a
// page until the page is scanned; the receipt printer from the first line until the person goes on, because paper hangs
// from it that somebody should take. Nothing: all lamps are dark, as they are after every wipe.
[[nodiscard]] std::optional<domain::DeviceClass> guideLightFor(const ServiceState &state);

} // namespace tongban::flow
