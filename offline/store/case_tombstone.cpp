// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/case_tombstone.h"

#include "offline/store/text.h"

namespace tongban::offline::store {

Result<void> leaveTombstone(Database &database, const QUuid &caseId, const QDateTime &nowUtc)
{
    const auto where = QStringLiteral("store.tombstone");
    const QString id = textOf(caseId);
    const auto ended = database.run(where,
                                    QStringLiteral("UPDATE cases SET content = x'', holder = x'', erased_at = ?"
                                                   " WHERE id = ? AND erased_at IS NULL"),
                                    {nowUtc.toMSecsSinceEpoch(), id});
    if (!ended)
        return fail(ended.error());
    if (*ended == 0)
        return fail(ErrorKind::NotFound, where);
    for (const char *sql :
         {"DELETE FROM outbox_needs WHERE entry IN (SELECT id FROM outbox WHERE case_id = ?)",
          "DELETE FROM outbox WHERE case_id = ?", "DELETE FROM pages WHERE case_id = ?",
          "DELETE FROM notices WHERE case_id = ?", "DELETE FROM supplements WHERE case_id = ?",
          "DELETE FROM case_history WHERE case_id = ?", "UPDATE tickets SET holder = NULL WHERE case_id = ?"}) {
        if (const auto ran = database.run(where, QLatin1String(sql), {id}); !ran)
            return fail(ran.error());
    }
    return {};
}

} // namespace tongban::offline::store
