// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/migrations.h"

namespace tongban::offline::store {

namespace {

using Step = std::vector<const char *>; // statements, in order

// Times: milliseconds since 1970, UTC. Ids: UUID text without braces, lower case.
const std::vector<Step> &steps()
{
    static const std::vector<Step> all{
        // 1: what the terminal knows that is nobody's
        {
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
            "CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
            "CREATE TABLE catalogue (id INTEGER PRIMARY KEY CHECK (id = 1), snapshot BLOB NOT NULL) STRICT",
        },
        // 2: applications; drafts.content opens with the holder's card only
        {
            "CREATE TABLE drafts (id TEXT PRIMARY KEY, holder BLOB NOT NULL, content BLOB NOT NULL,"
            " saved_at INTEGER NOT NULL) STRICT",
            "CREATE INDEX drafts_by_holder ON drafts (holder, saved_at)",
            "CREATE TABLE cases (id TEXT PRIMARY KEY, holder BLOB NOT NULL, local_number TEXT NOT NULL UNIQUE,"
            " submitted_at INTEGER NOT NULL, status TEXT NOT NULL, project_number TEXT NOT NULL DEFAULT '',"
            " content BLOB NOT NULL) STRICT",
            "CREATE INDEX cases_by_holder ON cases (holder, submitted_at)",
            "CREATE TABLE pages (case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE, material TEXT NOT NULL,"
            " page INTEGER NOT NULL CHECK (page >= 1), blob TEXT NOT NULL, bytes INTEGER NOT NULL,"
            " PRIMARY KEY (case_id, material, page)) STRICT",
        },
        // 3: what the city is to be told; an entry needs others done before it may leave
        {
            "CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " kind TEXT NOT NULL CHECK (kind IN ('createCase', 'uploadPage', 'submitCase', 'sendEvaluation')),"
            " case_id TEXT NOT NULL REFERENCES cases (id), payload BLOB NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('pending', 'inFlight', 'done', 'parked')),"
            " attempts INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL, last_error TEXT NOT NULL DEFAULT '',"
            " answer BLOB, changed_at INTEGER NOT NULL) STRICT",
            "CREATE INDEX outbox_open ON outbox (state, seq) WHERE state <> 'done'",
            "CREATE INDEX outbox_by_case ON outbox (case_id, kind)",
            "CREATE TABLE outbox_needs (entry TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,"
            " needs TEXT NOT NULL REFERENCES outbox (id), PRIMARY KEY (entry, needs)) STRICT, WITHOUT ROWID",
        },
        // 4: what went to paper, what a villager said of the service
        {
            "CREATE TABLE print_jobs (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " case_id TEXT NOT NULL REFERENCES cases (id), state TEXT NOT NULL CHECK (state IN ('reserved', 'printing',"
            " 'done', 'failed', 'unknown', 'confirmed', 'denied')), is_reprint INTEGER NOT NULL,"
            " detail TEXT NOT NULL DEFAULT '', changed_at INTEGER NOT NULL) STRICT",
            "CREATE INDEX print_jobs_by_case ON print_jobs (case_id, seq)",
            "CREATE TABLE evaluations (case_id TEXT PRIMARY KEY REFERENCES cases (id),"
            " level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5), said_at INTEGER NOT NULL) STRICT",
        },
        // 5: what each device has done; device is the id of a descriptor, last_failure_kind the name of an ErrorKind
        {
            "CREATE TABLE device_log (device TEXT PRIMARY KEY CHECK (device <> ''),"
            " succeeded INTEGER NOT NULL CHECK (succeeded >= 0), failed INTEGER NOT NULL CHECK (failed >= 0),"
            " last_success INTEGER, last_failure INTEGER, last_failure_kind TEXT) STRICT",
        },
        // 6: an entry may be in conflict, belongs to a class and counts what it still waits for (unmet: needs that are
        // not done). not_before 0: it waits for no time. error_kind: name of an ErrorKind; same_errors and same_since:
        // how often and since when the last error came unchanged.
        // Both tables are made anew: no CHECK can be altered, and dropping outbox while the needs refer to it would
        // empty them.
        {
            "CREATE TABLE outbox_6 (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " kind TEXT NOT NULL CHECK (kind IN ('createCase', 'uploadThumbnail', 'uploadPage', 'submitCase',"
            " 'sendEvaluation')),"
            " case_id TEXT NOT NULL REFERENCES cases (id), payload BLOB NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('pending', 'inFlight', 'done', 'parked', 'conflict')),"
            " priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),"
            " unmet INTEGER NOT NULL CHECK (unmet >= 0), attempts INTEGER NOT NULL DEFAULT 0,"
            " enqueued_at INTEGER NOT NULL, not_before INTEGER NOT NULL, last_error TEXT NOT NULL DEFAULT '',"
            " error_kind TEXT, same_errors INTEGER NOT NULL DEFAULT 0, same_since INTEGER NOT NULL DEFAULT 0,"
            " answer BLOB, changed_at INTEGER NOT NULL) STRICT",
            "CREATE TABLE outbox_needs_6 (entry TEXT NOT NULL REFERENCES outbox_6 (id) ON DELETE CASCADE,"
            " needs TEXT NOT NULL REFERENCES outbox_6 (id), PRIMARY KEY (entry, needs)) STRICT, WITHOUT ROWID",
            "INSERT INTO outbox_6 (seq, id, kind, case_id, payload, state, priority, unmet, attempts, enqueued_at,"
            " not_before, last_error, error_kind, answer, changed_at)"
            " SELECT o.seq, o.id, o.kind, o.case_id, o.payload,"
            " CASE WHEN o.state = 'parked' AND o.last_error LIKE 'PlatformConflict %' THEN 'conflict' ELSE o.state END,"
            " CASE o.kind WHEN 'uploadPage' THEN 2 WHEN 'sendEvaluation' THEN 3 ELSE 0 END,"
            " (SELECT count(*) FROM outbox_needs n JOIN outbox d ON d.id = n.needs WHERE n.entry = o.id"
            " AND d.state <> 'done'), o.attempts,"
            " coalesce(CASE o.kind WHEN 'sendEvaluation' THEN (SELECT said_at FROM evaluations e"
            " WHERE e.case_id = o.case_id) END, c.submitted_at),"
            " CASE o.attempts WHEN 0 THEN 0 ELSE o.not_before END, o.last_error,"
            " nullif(substr(o.last_error, 1, instr(o.last_error, ' ') - 1), ''), o.answer, o.changed_at"
            " FROM outbox o JOIN cases c ON c.id = o.case_id ORDER BY o.seq",
            "INSERT INTO outbox_needs_6 SELECT entry, needs FROM outbox_needs",
            "DROP TABLE outbox_needs",
            "DROP TABLE outbox",
            "ALTER TABLE outbox_6 RENAME TO outbox",
            "ALTER TABLE outbox_needs_6 RENAME TO outbox_needs",
            // What waits for nothing but its time, by class; what is open, by state; what an entry holds up.
            "CREATE INDEX outbox_ready ON outbox (priority, not_before) WHERE state = 'pending' AND unmet = 0",
            "CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'done'",
            "CREATE INDEX outbox_unsent ON outbox (enqueued_at) WHERE kind = 'submitCase' AND state <> 'done'",
            "CREATE INDEX outbox_by_case ON outbox (case_id, kind)",
            "CREATE INDEX outbox_needs_of ON outbox_needs (needs)",
        },
        // 7: how long an application is kept, what a draft shows; erased: a tombstone without content and holder
        {
            "ALTER TABLE cases ADD COLUMN item_code TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE cases ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 30 CHECK (retention_days >= 1)",
            "ALTER TABLE cases ADD COLUMN ended_at INTEGER",
            "ALTER TABLE cases ADD COLUMN erased_at INTEGER",
            // When those ended that are over already nobody wrote down: counted from today.
            "UPDATE cases SET ended_at = unixepoch() * 1000 WHERE status IN ('notAccepted', 'rejected', 'closed',"
            " 'delivered', 'withdrawn', 'terminated')",
            "CREATE INDEX cases_ended ON cases (ended_at) WHERE ended_at IS NOT NULL AND erased_at IS NULL",
            "CREATE INDEX drafts_by_age ON drafts (saved_at)",
            "CREATE TABLE draft_pages (draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,"
            " blob TEXT NOT NULL, PRIMARY KEY (draft_id, blob)) STRICT, WITHOUT ROWID",
        },
        // 8: what happened (never deleted); numbers of the hall; what people say. holder: keyed digest, as of cases
        {
            "CREATE TABLE audit (seq INTEGER PRIMARY KEY CHECK (seq >= 1), at INTEGER NOT NULL, actor TEXT NOT NULL"
            " CHECK (actor IN ('villager', 'staff', 'technician', 'terminal', 'city')), actor_id TEXT NOT NULL,"
            " action TEXT NOT NULL CHECK (action <> ''), subject TEXT NOT NULL, detail TEXT NOT NULL,"
            " hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT",
            "CREATE TABLE tickets (id TEXT PRIMARY KEY, number TEXT NOT NULL, day TEXT NOT NULL, business TEXT NOT "
            "NULL,"
            " priority TEXT NOT NULL CHECK (priority IN ('appointment', 'care', 'military', 'ordinary')),"
            " state TEXT NOT NULL CHECK (state IN ('waiting', 'cancelled', 'expired', 'called', 'serving', 'done',"
            " 'passed', 'requeued', 'void', 'suspended', 'transferred')),"
            " holder BLOB, case_id TEXT REFERENCES cases (id), issued_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,"
            " UNIQUE (day, number)) STRICT",
            "CREATE INDEX tickets_waiting ON tickets (day, business, state)",
            "CREATE INDEX tickets_by_case ON tickets (case_id) WHERE case_id IS NOT NULL",
            "CREATE TABLE feedback (id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('consultation',"
            " 'complaint')), holder BLOB, content BLOB NOT NULL, reply BLOB, state TEXT NOT NULL CHECK (state IN"
            " ('kept', 'sent', 'answered')), said_at INTEGER NOT NULL, due_at INTEGER, changed_at INTEGER NOT NULL)"
            " STRICT",
        },
        // 9: the catalogue item by item, under the digests that the city signed; heads of the last two that were taken
        // over. (The table catalogue is what was kept before: it stays until the first one with a manifest comes.)
        // Notices of the office, sealed with their case's key. Commands of the city, by which none is obeyed twice.
        {
            "CREATE TABLE catalogue_items (sm3 BLOB NOT NULL UNIQUE CHECK (length(sm3) = 32), code TEXT NOT NULL,"
            " body BLOB NOT NULL) STRICT",
            "CREATE TABLE catalogues (generation INTEGER PRIMARY KEY AUTOINCREMENT, head BLOB NOT NULL,"
            " sm3 BLOB NOT NULL CHECK (length(sm3) = 32)) STRICT",
            "CREATE TABLE notices (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " case_id TEXT NOT NULL REFERENCES cases (id), kind TEXT NOT NULL CHECK (kind IN ('correction', 'accepted',"
            " 'notAccepted', 'decision')), issued_at INTEGER NOT NULL, content BLOB NOT NULL) STRICT",
            "CREATE INDEX notices_by_case ON notices (case_id, seq)",
            "CREATE TABLE commands (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " kind TEXT CHECK (kind IN ('reload', 'diagnose', 'message', 'close')), text TEXT NOT NULL DEFAULT '',"
            " expires_at INTEGER NOT NULL DEFAULT 0, taken_at INTEGER NOT NULL,"
            " outcome TEXT CHECK (outcome IN ('done', 'refused', 'failed')), detail TEXT NOT NULL DEFAULT '',"
            " reported INTEGER NOT NULL DEFAULT 0 CHECK (reported IN (0, 1))) STRICT",
            "CREATE INDEX commands_open ON commands (seq) WHERE reported = 0",
        },
        // 10: what a start and a day's sweep look for is found without reading what is there besides. cases_due: when
        // the retention of a case ends.
        {
            "CREATE INDEX print_jobs_printing ON print_jobs (seq) WHERE state = 'printing'",
            "DROP INDEX cases_ended",
            "CREATE INDEX cases_due ON cases (ended_at + retention_days * 86400000) WHERE ended_at IS NOT NULL"
            " AND erased_at IS NULL",
        },
        // 11: paper that is no case's (sheet: what it is); print_jobs is made anew, for no NOT NULL can be taken away.
        // What people here came for is counted without reading the cases.
        {
            "CREATE TABLE print_jobs_11 (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " case_id TEXT REFERENCES cases (id), sheet TEXT NOT NULL DEFAULT '',"
            " state TEXT NOT NULL CHECK (state IN ('reserved', 'printing',"
            " 'done', 'failed', 'unknown', 'confirmed', 'denied')), is_reprint INTEGER NOT NULL,"
            " detail TEXT NOT NULL DEFAULT '', changed_at INTEGER NOT NULL,"
            " CHECK ((case_id IS NULL) = (sheet <> ''))) STRICT",
            "INSERT INTO print_jobs_11 (seq, id, case_id, state, is_reprint, detail, changed_at)"
            " SELECT seq, id, case_id, state, is_reprint, detail, changed_at FROM print_jobs ORDER BY seq",
            "DROP TABLE print_jobs",
            "ALTER TABLE print_jobs_11 RENAME TO print_jobs",
            "CREATE INDEX print_jobs_by_case ON print_jobs (case_id, seq)",
            "CREATE INDEX print_jobs_printing ON print_jobs (seq) WHERE state = 'printing'",
            "CREATE INDEX cases_by_time ON cases (submitted_at, item_code)",
        },
        // 12: the way of a case, as the city tells it. Of before only the audit knows, and by when it was heard.
        {
            "CREATE TABLE case_history (seq INTEGER PRIMARY KEY AUTOINCREMENT,"
            " case_id TEXT NOT NULL REFERENCES cases (id), status TEXT NOT NULL CHECK (status <> ''),"
            " since INTEGER NOT NULL) STRICT",
            "CREATE UNIQUE INDEX case_history_by_case ON case_history (case_id, since, status)",
            "INSERT INTO case_history (case_id, status, since) SELECT c.id, a.detail, a.at FROM audit a"
            " JOIN cases c ON c.local_number = a.subject WHERE a.action = 'case.status' ORDER BY a.seq"
            " ON CONFLICT DO NOTHING",
        },
        // 13: what was brought for a letter of correction; message: its last entry in the outbox, which is made anew
        // for
        // its kinds, as in step 6. content is sealed with the case's key, and so are its pages.
        {
            "CREATE TABLE outbox_13 (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
            " kind TEXT NOT NULL CHECK (kind IN ('createCase', 'uploadThumbnail', 'uploadPage', 'submitCase',"
            " 'sendEvaluation', 'uploadSupplement', 'sendSupplement')),"
            " case_id TEXT NOT NULL REFERENCES cases (id), payload BLOB NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('pending', 'inFlight', 'done', 'parked', 'conflict')),"
            " priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),"
            " unmet INTEGER NOT NULL CHECK (unmet >= 0), attempts INTEGER NOT NULL DEFAULT 0,"
            " enqueued_at INTEGER NOT NULL, not_before INTEGER NOT NULL, last_error TEXT NOT NULL DEFAULT '',"
            " error_kind TEXT, same_errors INTEGER NOT NULL DEFAULT 0, same_since INTEGER NOT NULL DEFAULT 0,"
            " answer BLOB, changed_at INTEGER NOT NULL) STRICT",
            "CREATE TABLE outbox_needs_13 (entry TEXT NOT NULL REFERENCES outbox_13 (id) ON DELETE CASCADE,"
            " needs TEXT NOT NULL REFERENCES outbox_13 (id), PRIMARY KEY (entry, needs)) STRICT, WITHOUT ROWID",
            "INSERT INTO outbox_13 SELECT seq, id, kind, case_id, payload, state, priority, unmet, attempts,"
            " enqueued_at, not_before, last_error, error_kind, same_errors, same_since, answer, changed_at"
            " FROM outbox ORDER BY seq",
            "INSERT INTO outbox_needs_13 SELECT entry, needs FROM outbox_needs",
            "DROP TABLE outbox_needs",
            "DROP TABLE outbox",
            "ALTER TABLE outbox_13 RENAME TO outbox",
            "ALTER TABLE outbox_needs_13 RENAME TO outbox_needs",
            "CREATE INDEX outbox_ready ON outbox (priority, not_before) WHERE state = 'pending' AND unmet = 0",
            "CREATE INDEX outbox_open ON outbox (state) WHERE state <> 'done'",
            "CREATE INDEX outbox_unsent ON outbox (enqueued_at) WHERE kind = 'submitCase' AND state <> 'done'",
            "CREATE INDEX outbox_by_case ON outbox (case_id, kind)",
            "CREATE INDEX outbox_needs_of ON outbox_needs (needs)",
            "CREATE TABLE supplements (id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id),"
            " letter TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, given_at INTEGER NOT NULL,"
            " message TEXT NOT NULL, content BLOB NOT NULL) STRICT",
            "CREATE INDEX supplements_by_case ON supplements (case_id, given_at)",
            "ALTER TABLE notices ADD COLUMN read_at INTEGER",
        },
    };
    return all;
}

const Step &step(int version)
{
    return steps().at(static_cast<std::size_t>(version - 1));
}

} // namespace

int latestSchema()
{
    return static_cast<int>(steps().size());
}

Result<int> schemaOf(Database &database)
{
    const auto rows = database.query(QStringLiteral("store.schema"), QStringLiteral("PRAGMA user_version"));
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? 0 : rows->front().value(0).toInt();
}

Result<void> migrate(Database &database, int target)
{
    const auto where = QStringLiteral("store.migrate");
    const auto present = schemaOf(database);
    if (!present)
        return fail(present.error());
    if (*present > latestSchema())
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("schema %1 was made by a later program; this one knows %2")
                        .arg(*present)
                        .arg(latestSchema()));
    for (int version = *present + 1; version <= target; ++version) {
        const auto done = database.transact(where, [&]() -> Result<void> {
            for (const char *sql : step(version)) {
                if (const auto ran = database.run(where, QLatin1String(sql)); !ran)
                    return fail(ran.error());
            }
            const auto marked = database.run(where, QStringLiteral("PRAGMA user_version=%1").arg(version));
            return marked ? Result<void>() : fail(marked.error());
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace tongban::offline::store
