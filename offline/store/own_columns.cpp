// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/own_columns.h"

#include "offline/store/text.h"

namespace tongban::offline::store {

namespace {

const auto where = QStringLiteral("store.own-columns");

struct Column
{
    const char *rows;    // SELECT: rowid, owner, the rest of the context, sealed value
    const char *update;  // UPDATE: value, rowid
    const char *context; // as the value is bound to its row, then and now
    bool opensWithDeviceKey;
};

// A draft opens with the holder's card only: what its owner's key seals is the sealed draft.
constexpr Column columns[]{
    {"SELECT rowid, id, id, content FROM drafts", "UPDATE drafts SET content = ? WHERE rowid = ?", "draft/", false},
    {"SELECT rowid, id, id, content FROM cases", "UPDATE cases SET content = ? WHERE rowid = ?", "case/", true},
    {"SELECT seq, case_id, id, payload FROM outbox WHERE length(payload) > 0",
     "UPDATE outbox SET payload = ? WHERE seq = ?", "outbox/payload/", true},
    {"SELECT seq, case_id, id, answer FROM outbox WHERE length(answer) > 0",
     "UPDATE outbox SET answer = ? WHERE seq = ?", "outbox/answer/", true}};

Result<void> ownValue(Database &database, ports::Vault &vault, const Column &column, const Row &row)
{
    const QByteArray context = column.context + row.at(2).toString().toLatin1();
    QByteArray plain = row.at(3).toByteArray();
    if (column.opensWithDeviceKey) {
        auto opened = vault.open(plain, context);
        if (failedWith(opened, ErrorKind::SealBroken))
            return {}; // damaged before: it goes on not to open, and those who read it say so
        if (!opened)
            return fail(opened.error());
        plain = std::move(*opened);
    }
    const auto sealed = vault.sealOwned(QUuid::fromString(row.at(1).toString()), plain, context);
    if (!sealed)
        return fail(sealed.error().within(where));
    const auto put = database.run(where, QLatin1String(column.update), {*sealed, row.at(0)});
    return put ? Result<void>() : fail(put.error());
}

Result<void> ownAll(Database &database, ports::Vault &vault)
{
    for (const Column &column : columns) {
        const auto rows = database.query(where, QLatin1String(column.rows));
        if (!rows)
            return fail(rows.error());
        for (const Row &row : *rows) {
            if (const auto owned = ownValue(database, vault, column, row); !owned)
                return owned;
        }
    }
    const auto marked =
        database.run(where, QStringLiteral("INSERT INTO meta (key, value) VALUES ('columns_owned', x'31')"));
    return marked ? Result<void>() : fail(marked.error());
}

} // namespace

Result<void> ownColumns(Database &database, ports::Vault &vault)
{
    const auto mark = database.query(where, QStringLiteral("SELECT 1 FROM meta WHERE key = 'columns_owned'"));
    if (!mark)
        return fail(mark.error());
    if (!mark->empty())
        return {};
    return database.transact(where, [&] { return ownAll(database, vault); });
}

} // namespace tongban::offline::store
