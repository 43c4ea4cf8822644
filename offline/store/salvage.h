// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a damaged database.
#pragma once

#include "offline/store/database.h"

#include <QList>

namespace tongban::offline::store {

struct TableSalvage
{
    QString table;
    qint64 saved = 0;
    qint64 lost = 0; // at most: row numbers that do not read any more, or rows that break the table's own rules
};

// Copies every row that reads into `fresh` (empty, of the same schema), table by table in ranges of their key: where
// one does not read, the next one that does is searched for behind it and from the end. Errors of `damaged` are losses
// and no errors; those of `fresh` are errors. What belongs to a case that was lost stays out and counts as lost with
// it.
[[nodiscard]] Result<QList<TableSalvage>> salvageRows(Database &damaged, Database &fresh);

// Rows of `other` (a backup, of the same schema) that `fresh` does not have. Answers how many came, by table.
[[nodiscard]] Result<QList<TableSalvage>> fillFrom(Database &other, Database &fresh);

} // namespace tongban::offline::store
