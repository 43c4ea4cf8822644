// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/error.h"

namespace tongban::offline::outbox {

// What staff read beside an entry that has not arrived: what is the matter and what to do next, in one Chinese
// sentence. For every kind; those that no message meets get the general one.
[[nodiscard]] QString reasonFor(ErrorKind kind);

} // namespace tongban::offline::outbox
