// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/salvage.h"

namespace tongban::offline::store {

namespace {

const auto where = QStringLiteral("store.salvage");

// Parents before their children. outbox_needs follows from the outbox (mendOutbox), draft_pages comes with the next
// save point of its draft.
constexpr const char *tables[]{"meta",       "sync_state", "counters",   "catalogue",    "catalogue_items",
                               "catalogues", "device_log", "commands",   "drafts",       "cases",
                               "pages",      "outbox",     "print_jobs", "evaluations",  "notices",
                               "tickets",    "feedback",   "audit",      "case_history", "supplements"};
constexpr const char *childrenOfCases[]{"pages",   "outbox",       "print_jobs", "evaluations",
                                        "notices", "case_history", "supplements"};

constexpr qint64 batchRows = 64;
constexpr qint64 farthestRow = qint64(1) << 40; // more rows than any terminal has

QString columnsOf(Database &fresh, const QString &table)
{
    QStringList names;
    const auto rows = fresh.query(where, QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table});
    for (const Row &row : rows ? *rows : Rows())
        names << row.at(0).toString();
    return names.join(QStringLiteral(", "));
}

// An earlier schema lacks what later ones brought.
bool isThere(Database &fresh, const char *table)
{
    return !columnsOf(fresh, QLatin1String(table)).isEmpty();
}

class TableReader
{
public:
    TableReader(Database &damaged, Database &fresh, const QString &table)
        : m_damaged(damaged), m_fresh(fresh), m_columns(columnsOf(fresh, table)),
          m_select(
              QStringLiteral("SELECT rowid, %1 FROM %2 WHERE rowid >= ? ORDER BY rowid LIMIT ?").arg(m_columns, table)),
          m_insert(QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (?%3)")
                       .arg(table, m_columns, QStringLiteral(", ?").repeated(m_columns.count(QLatin1Char(','))))),
          m_last(lastRow(table))
    {
        m_count.table = table;
    }

    Result<TableSalvage> run()
    {
        for (qint64 next = 0; next <= m_last;) {
            const auto batch = m_damaged.query(where, m_select, {next, batchRows});
            const bool isWhole = batch.has_value();
            const auto rows = isWhole ? batch : m_damaged.query(where, m_select, {next, 1});
            if (!rows) {
                const qint64 readable = nextReadable(next);
                m_count.lost += std::min(readable, m_last + 1) - next;
                next = readable;
                continue;
            }
            if (rows->empty())
                break;
            for (const Row &row : *rows) {
                if (const auto kept = keep(row); !kept)
                    return fail(kept.error());
            }
            next = rows->back().at(0).toLongLong() + 1;
        }
        return m_count;
    }

private:
    // From the end, where the beginning does not tell; else as far as there can be any.
    qint64 lastRow(const QString &table)
    {
        const auto rows =
            m_damaged.query(where, QStringLiteral("SELECT rowid FROM %1 ORDER BY rowid DESC LIMIT 1").arg(table));
        if (!rows)
            return farthestRow;
        return rows->empty() ? -1 : rows->front().at(0).toLongLong();
    }

    bool reads(qint64 from) { return m_damaged.query(where, m_select, {from, 1}).has_value(); }

    // The first row number behind `from` whence reading works: doubling steps, then halving the last one. A range of
    // rows lies on one page, so what is skipped is about what the page held.
    qint64 nextReadable(qint64 from)
    {
        qint64 step = 1;
        while (from + step <= m_last && !reads(from + step))
            step *= 2;
        if (from + step > m_last && !reads(m_last))
            return m_last + 1;
        qint64 bad = from + step / 2;
        qint64 good = std::min(from + step, m_last);
        while (good - bad > 1) {
            const qint64 middle = bad + (good - bad) / 2;
            (reads(middle) ? good : bad) = middle;
        }
        return good;
    }

    Result<void> keep(const Row &row)
    {
        const auto put = m_fresh.run(where, m_insert, row.mid(1)); // its number is the damaged table's own
        if (!put) // a disk that is full is an error; a row that breaks a rule of its table is a loss
            return put.error().kind == ErrorKind::StoreFull ? Result<void>(fail(put.error())) : lose();
        return *put == 1 ? (++m_count.saved, Result<void>()) : lose();
    }
    Result<void> lose()
    {
        ++m_count.lost;
        return {};
    }

    Database &m_damaged;
    Database &m_fresh;
    QString m_columns;
    QString m_select;
    QString m_insert;
    qint64 m_last;
    TableSalvage m_count;
};

Result<void> dropOrphans(Database &fresh, QList<TableSalvage> &counts)
{
    for (const char *child : childrenOfCases) {
        if (!isThere(fresh, child))
            continue;
        const auto dropped = fresh.run(
            where,
            QStringLiteral("DELETE FROM %1 WHERE case_id NOT IN (SELECT id FROM cases)").arg(QLatin1String(child)));
        if (!dropped)
            return fail(dropped.error());
        for (TableSalvage &count : counts) {
            if (count.table != QLatin1String(child))
                continue;
            count.saved -= *dropped;
            count.lost += *dropped;
        }
    }
    return {};
}

// Who waits for whom is a rule and no knowledge (offline/outbox/README, "Who waits for whom").
Result<void> mendOutbox(Database &fresh)
{
    for (const char *sql :
         {"DELETE FROM outbox_needs",
          "INSERT INTO outbox_needs (entry, needs) SELECT e.id, n.id FROM outbox e JOIN outbox n"
          " ON n.case_id = e.case_id WHERE (e.kind <> 'createCase' AND n.kind = 'createCase')"
          " OR (e.kind = 'submitCase' AND n.kind = 'uploadPage')",
          "UPDATE outbox SET unmet = (SELECT count(*) FROM outbox_needs n JOIN outbox d ON d.id = n.needs"
          " WHERE n.entry = outbox.id AND d.state <> 'done')"}) {
        if (const auto ran = fresh.run(where, QLatin1String(sql)); !ran)
            return fail(ran.error());
    }
    return {};
}

Result<QList<TableSalvage>> copyAll(Database &from, Database &fresh)
{
    QList<TableSalvage> counts;
    // Between the tables children may be there before their parents; afterwards none is.
    if (const auto off = fresh.run(where, QStringLiteral("PRAGMA foreign_keys=OFF")); !off)
        return fail(off.error());
    const auto copied = fresh.transact(where, [&]() -> Result<void> {
        for (const char *table : tables) {
            if (!isThere(fresh, table))
                continue;
            const auto count = TableReader(from, fresh, QLatin1String(table)).run();
            if (!count)
                return fail(count.error());
            counts << *count;
        }
        const auto dropped = dropOrphans(fresh, counts);
        return dropped ? mendOutbox(fresh) : dropped;
    });
    if (!copied)
        return fail(copied.error());
    const auto on = fresh.run(where, QStringLiteral("PRAGMA foreign_keys=ON"));
    return on ? Result<QList<TableSalvage>>(counts) : fail(on.error());
}

} // namespace

Result<QList<TableSalvage>> salvageRows(Database &damaged, Database &fresh)
{
    return copyAll(damaged, fresh);
}

Result<QList<TableSalvage>> fillFrom(Database &other, Database &fresh)
{
    return copyAll(other, fresh);
}

} // namespace tongban::offline::store
