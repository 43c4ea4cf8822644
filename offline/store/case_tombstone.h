// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/store/database.h"

#include <QDateTime>
#include <QUuid>

namespace tongban::offline::store {

// What stays of an erased case: id, local number, item code, status, dates; print journal and evaluation go on to refer
// to it. Its messages and the names of its pages go. Part of the caller's transaction; NotFound: no such case, or a
// tombstone already.
[[nodiscard]] Result<void> leaveTombstone(Database &database, const QUuid &caseId, const QDateTime &nowUtc);

} // namespace tongban::offline::store
