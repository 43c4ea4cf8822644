// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/store/database.h"

#include <QDate>

namespace tongban::offline::store {

// The next local number (预受理编号): <siteCode>-<yyyyMMdd>-<deviceId>-<running number of that day, at least 4 digits>,
// e.g. 330106002000-20260301-K01-0007. Readable over the telephone, unique in the city without asking anybody. Part of
// the caller's transaction. The counter of a day is kept for ever: a clock that steps back to it goes on counting.
[[nodiscard]] Result<QString> nextLocalNumber(Database &database, const QString &siteCode, const QString &deviceId,
                                              QDate localDate);

} // namespace tongban::offline::store
