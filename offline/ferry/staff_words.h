// SPDX-License-Identifier: GPL-3.0-or-later
// What staff are told of an export or an import: a sentence with the next step, in Chinese. The technician reads the
// Error's own English.
#pragma once

#include "offline/ferry/acknowledgement.h"
#include "offline/ferry/case_export.h"

namespace tongban::offline::ferry {

[[nodiscard]] QString wordsFor(const ExportReport &report);
[[nodiscard]] QString wordsFor(const ImportReport &report);
[[nodiscard]] QString exportTrouble(const Error &error);
[[nodiscard]] QString importTrouble(const Error &error);

} // namespace tongban::offline::ferry
