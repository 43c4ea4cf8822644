// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// offline.sync_goodput: milliseconds from the city's answer to a case's form until its last page is settled in the
// outbox, for 200 pages of 80 KB, by the product's own sync (service, thread, outbox, vault, store, signatures) to the
// reference city over mutual TLS; baseline: how long one `curl --parallel` process takes to make the same tus calls
// (goodput_curl.h), with the number of connections that is best for it.
// offline.sync_goodput_large: the same with 16 pages of 2 MB.
// Goodput of 0.8 times curl's is a ratio of 1.25 in time. A fresh city and a fresh store for each sample, all on the
// disk of the directory for temporary files, in turns, medians.
[[nodiscard]] Result<std::vector<Figure>> measureSyncGoodput();

} // namespace tongban::bench
