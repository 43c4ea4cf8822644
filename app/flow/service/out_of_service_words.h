// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

// Where the journey would begin, while nothing can be kept.
[[nodiscard]] PageWords outOfServiceWords(ErrorKind why);

} // namespace tongban::flow
