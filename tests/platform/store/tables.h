// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/store/database.h"

namespace tongban::tests::platform::store {

void migrate(Database &database); // inside a transaction, to the newest version

} // namespace tongban::tests::platform::store
