// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/crash/old_database.h"

#include "offline/store/migrations.h"
#include "offline/store/text.h"

namespace tongban::testing {

int rowsOfOldDatabase(offline::store::Database &database)
{
    int rows = 0;
    for (const auto *table : {"cases", "pages", "outbox", "outbox_needs"}) {
        const auto counted = database.query(QStringLiteral("count"),
                                            QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)));
        rows += counted ? counted->front().at(0).toInt() : -1'000'000;
    }
    return rows;
}

bool makeOldDatabase(const QString &path, int schema)
{
    const auto database = offline::store::Database::open(path);
    if (!database || !offline::store::migrate(**database, schema))
        return false;
    const auto run = [&](const char *sql, const QVariantList &values) {
        return (*database)->run(QStringLiteral("old"), QLatin1String(sql), values).has_value();
    };
    for (int i = 0; i < 40; ++i) {
        const QString id = offline::store::textOf(QUuid::createUuid());
        const QString entry = offline::store::textOf(QUuid::createUuid());
        const QString page = offline::store::textOf(QUuid::createUuid());
        const bool put =
            run("INSERT INTO cases (id, holder, local_number, submitted_at, status, content) VALUES (?, x'01', ?, "
                "1,"
                " 'queued', x'02')",
                {id, QString::number(i)}) &&
            run("INSERT INTO pages (case_id, material, page, blob, bytes) VALUES (?, 'm', 1, ?, 3)", {id, page}) &&
            run("INSERT INTO outbox (id, kind, case_id, payload, state, not_before, changed_at) VALUES (?,"
                " 'createCase', ?, x'03', 'inFlight', 1, 1)",
                {entry, id}) &&
            run("INSERT INTO outbox (id, kind, case_id, payload, state, not_before, changed_at) VALUES (?,"
                " 'uploadPage', ?, x'04', 'pending', 1, 1)",
                {page, id}) &&
            run("INSERT INTO outbox_needs (entry, needs) VALUES (?, ?)", {page, entry});
        if (!put)
            return false;
    }
    return true;
}

} // namespace tongban::testing
