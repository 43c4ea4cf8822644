// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figure.h"

namespace tongban::bench {

// offline.submit_full_box: CaseStore::submit of a case with five pages while 100,000 cases wait in the outbox;
// baseline: the same with 10.
// offline.cold_open: OfflineStore::open with 100,000 cases after an orderly stop, the database out of the page cache;
// baseline: with 10. offline.cold_open_after_cut: the same after an unclean stop.
// offline.durable_submit: from five scanned pages of 80 KB in memory to a case that is durable (digests, seals, files,
// one transaction); baseline: the same bytes as a careful programmer would write them: open, write, fsync and close
// each file, fsync their directory once, insert one row in one transaction (write-ahead log, synchronous=FULL).
// TONGBAN_BENCH_CASES: another number than 100,000. All on the disk of TONGBAN_BENCH_DIR (else the working directory),
// medians, taken in turns.
[[nodiscard]] Result<std::vector<Figure>> measureOfflineSpeed();

} // namespace tongban::bench
