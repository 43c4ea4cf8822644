// SPDX-License-Identifier: GPL-3.0-or-later
// What a start mends: messages that a recovery lost (recover.h), pages that a crash left over.
#include "app/core/base/log.h"
#include "offline/store/case_records.h"
#include "offline/store/sql_case_store.h"
#include "offline/store/supplement_records.h"
#include "offline/store/text.h"

namespace tongban::offline::store {

namespace {

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace

Result<int> SqlCaseStore::mendMessages()
{
    const auto rows =
        m_parts.database.query(QStringLiteral("store.mend"),
                               QStringLiteral("SELECT id FROM cases WHERE status = 'queued' AND erased_at IS NULL"));
    if (!rows)
        return fail(rows.error());
    int mended = 0;
    for (const Row &row : *rows) {
        const auto done = mendMessagesOf(QUuid::fromString(row.at(0).toString()));
        if (!done)
            return fail(done.error());
        mended += *done ? 1 : 0;
    }
    const auto supplemented = m_parts.database.query(
        QStringLiteral("store.mend"), QStringLiteral("SELECT DISTINCT s.case_id FROM supplements s JOIN cases c"
                                                     " ON c.id = s.case_id WHERE c.erased_at IS NULL"));
    if (!supplemented)
        return fail(supplemented.error());
    for (const Row &row : *supplemented) {
        const auto done = mendSupplementsOf(QUuid::fromString(row.at(0).toString()));
        if (!done)
            return fail(done.error());
        mended += *done ? 1 : 0;
    }
    return mended;
}

// Under new ids, all of them: which of the lost ones the city has, nobody knows. It refuses a case that it has, and
// then a person decides.
Result<bool> SqlCaseStore::mendMessagesOf(const QUuid &caseId)
{
    const auto where = QStringLiteral("store.mend");
    const auto found = findCase(caseId);
    if (failedWith(found, ErrorKind::SealBroken) || failedWith(found, ErrorKind::StoreCorrupt)) {
        report(found.error()); // what is left of it stays for the technician
        return false;
    }
    if (!found)
        return fail(found.error());
    const auto wanted = 2 + outbox::pagesToSend(found->content).size();
    const auto there = m_parts.database.query(where,
                                              QStringLiteral("SELECT count(*) FROM outbox WHERE case_id = ?"
                                                             " AND kind IN ('createCase', 'uploadPage', 'submitCase')"),
                                              {textOf(caseId)});
    if (!there)
        return fail(there.error());
    if (there->front().at(0).toULongLong() >= wanted)
        return false;
    const auto mended = m_parts.database.transact(where, [&]() -> Result<void> {
        for (const char *sql : {"DELETE FROM outbox_needs WHERE entry IN (SELECT id FROM outbox WHERE case_id = ?)",
                                "DELETE FROM outbox WHERE case_id = ?"}) {
            if (const auto ran = m_parts.database.run(where, QLatin1String(sql), {textOf(caseId)}); !ran)
                return fail(ran.error());
        }
        return enqueueMessages(*found);
    });
    if (!mended)
        return fail(mended.error());
    return true;
}

Result<void> SqlCaseStore::pruneNewestCases()
{
    constexpr int mostTogether = 4; // resources/schema/theme.schema.json
    const auto rows = m_parts.database.query(QStringLiteral("store.prune"),
                                             QStringLiteral("SELECT id FROM cases WHERE erased_at IS NULL"
                                                            " ORDER BY rowid DESC LIMIT ?"),
                                             {mostTogether});
    if (!rows)
        return fail(rows.error());
    for (const Row &row : *rows) {
        const auto newest = findCase(QUuid::fromString(row.at(0).toString()));
        if (!newest)
            return fail(newest.error());
        if (const auto pruned = prunePages(newest->content); !pruned)
            return pruned;
    }
    return {};
}

Result<void> SqlCaseStore::prunePages(const domain::CaseDraft &content)
{
    const auto given = supplementsOf(m_parts.database, m_parts.vault, content.id);
    if (!given)
        return fail(given.error());
    QSet<QUuid> owned = blobsOf(content);
    for (const domain::SubmittedCase &one : *given)
        owned |= blobsOf(one.content);
    const auto kept = m_parts.vault.keepOnly(content.id, owned);
    return kept ? Result<void>() : fail(kept.error());
}

} // namespace tongban::offline::store
