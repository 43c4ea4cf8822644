// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/goodput_place.h"

namespace tongban::bench {

// One `curl --parallel` process with the terminal's certificate creates (POST) and sends (PATCH) every page of a case
// at `place`, and how many milliseconds it lives. What a terminal does meanwhile is done before: the session, the
// signatures and checksums of all requests, the pages as files. So that one process can do it all, each upload has been
// created once under another key before, and curl's POST is answered with the address that its PATCH goes to; the city
// has to look, to commit and to answer all the same.
[[nodiscard]] Result<double> curlDelivers(GoodputPlace &place, const Load &load, int connections);

} // namespace tongban::bench
