// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// drivers.card_read: from the first byte of `select` handed to the line until the card is decoded, over the emulated serial
// wire (a real tongban-emulate, the real driver) at 115200 baud; finding the card, which is a matter of polling, is not in
// it. Baseline: the wire time of the bytes that the reader answered in that time (select: 19, read: 1295), ten bits a byte.
// The requests, 20 bytes, are not paced by the emulator and so are not in the baseline: it is the stricter one.
[[nodiscard]] Result<std::vector<Figure>> measureCardRead();

} // namespace tongban::bench
