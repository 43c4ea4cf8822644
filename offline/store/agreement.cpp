// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/agreement.h"

#include "offline/crypto/sm3.h"
#include "offline/outbox/case_messages.h"
#include "offline/outbox/entry_rows.h"
#include "offline/store/case_records.h"
#include "offline/store/supplement_records.h"
#include "offline/store/text.h"

#include <QSet>

#include <algorithm>

namespace tongban::offline::store {

namespace {

const auto where = QStringLiteral("store.agreement");

void add(Agreement &agreement, const QUuid &id, const QString &what)
{
    agreement.findings.append(QStringLiteral("case %1: %2").arg(textOf(id), what));
}

QString wordFor(const Error &error)
{
    return QStringLiteral("%1 (%2)").arg(error.detail, QLatin1String(nameOf(error.kind)));
}

// The names in a directory that nobody may have needed yet.
Result<QStringList> namesIn(ports::FileSystem &files, const QString &directory)
{
    auto names = files.list(directory);
    return failedWith(names, ErrorKind::NotFound) ? Result<QStringList>(QStringList()) : std::move(names);
}

} // namespace

Result<std::vector<QUuid>> AgreementCheck::cases()
{
    const auto rows = m_database.query(where, QStringLiteral("SELECT id FROM cases ORDER BY rowid"));
    if (!rows)
        return fail(rows.error());
    std::vector<QUuid> ids;
    for (const Row &row : *rows)
        ids.push_back(QUuid::fromString(row.at(0).toString()));
    return ids;
}

Result<void> AgreementCheck::checkCase(const QUuid &id, Agreement &agreement)
{
    const auto found = readCase(m_database, m_vault, id);
    if (failedWith(found, ErrorKind::NotFound))
        return {};
    ++agreement.cases;
    if (!found) {
        add(agreement, id, QStringLiteral("does not open: ") + wordFor(found.error()));
        return {};
    }
    if (const auto checked = checkPages(found->content, agreement); !checked)
        return checked;
    if (const auto checked = checkFiles(found->content, agreement); !checked)
        return checked;
    return checkEntries(found->content, agreement);
}

Result<void> AgreementCheck::checkPages(const domain::CaseDraft &content, Agreement &agreement)
{
    for (const auto &page : outbox::pagesToSend(content)) {
        const auto rows = m_database.query(
            where, QStringLiteral("SELECT blob, bytes FROM pages WHERE case_id = ? AND material = ? AND page = ?"),
            {textOf(content.id), page.material, page.page});
        if (!rows)
            return fail(rows.error());
        const QString name = QStringLiteral("page %1 of %2").arg(page.page).arg(page.material);
        if (rows->empty() || rows->front().at(0).toString() != textOf(page.file.blob))
            add(agreement, content.id, name + QStringLiteral(": its row is missing or names another file"));
        const auto image = m_vault.get(content.id, page.file.blob);
        ++agreement.pages;
        if (!image)
            add(agreement, content.id, name + QStringLiteral(" does not open: ") + wordFor(image.error()));
        else if (image->size() != page.file.bytes || crypto::sm3(*image) != page.file.sm3)
            add(agreement, content.id, name + QStringLiteral(" is not what was scanned"));
        if (page.file.thumbnail)
            checkThumbnail(content.id, *page.file.thumbnail, name, agreement);
    }
    return {};
}

void AgreementCheck::checkSupplement(const domain::SubmittedCase &given, Agreement &agreement)
{
    const QUuid caseId = given.content.supplement->caseId;
    for (const auto &page : outbox::pagesToSend(given.content)) {
        const QString name =
            QStringLiteral("page %1 of %2 of supplement %3").arg(page.page).arg(page.material, given.localNumber);
        const auto image = m_vault.get(caseId, page.file.blob);
        ++agreement.pages;
        if (!image)
            add(agreement, caseId, name + QStringLiteral(" does not open: ") + wordFor(image.error()));
        else if (image->size() != page.file.bytes || crypto::sm3(*image) != page.file.sm3)
            add(agreement, caseId, name + QStringLiteral(" is not what was scanned"));
    }
}

void AgreementCheck::checkThumbnail(const QUuid &caseId, const domain::SealedThumbnail &thumbnail, const QString &page,
                                    Agreement &agreement)
{
    const auto image = m_vault.get(caseId, thumbnail.blob);
    if (!image)
        add(agreement, caseId, QStringLiteral("thumbnail of %1 does not open: ").arg(page) + wordFor(image.error()));
    else if (image->size() != thumbnail.bytes || crypto::sm3(*image) != thumbnail.sm3)
        add(agreement, caseId, QStringLiteral("thumbnail of %1 is not what was scanned").arg(page));
}

Result<void> AgreementCheck::checkFiles(const domain::CaseDraft &content, Agreement &agreement)
{
    const auto names = namesIn(m_files, m_vault.directory() + QLatin1Char('/') + textOf(content.id));
    if (!names)
        return fail(names.error());
    const auto given = supplementsOf(m_database, m_vault, content.id);
    if (!given) {
        add(agreement, content.id, QStringLiteral("a supplement does not open: ") + wordFor(given.error()));
        return {};
    }
    QSet<QUuid> blobs = blobsOf(content);
    for (const domain::SubmittedCase &one : *given) {
        checkSupplement(one, agreement);
        blobs |= blobsOf(one.content);
    }
    QSet<QString> owned;
    for (const QUuid &blob : blobs)
        owned.insert(textOf(blob));
    int strange = 0;
    for (const QString &name : *names)
        strange += owned.contains(name) ? 0 : 1;
    if (strange > 0)
        add(agreement, content.id, QStringLiteral("%1 sealed files that belong to nothing").arg(strange));
    return {};
}

Result<void> AgreementCheck::checkEntries(const domain::CaseDraft &content, Agreement &agreement)
{
    const auto rows = m_database.query(
        where,
        QStringLiteral("SELECT %1, state FROM outbox WHERE case_id = ?").arg(QLatin1String(outbox::entryColumns)),
        {textOf(content.id)});
    if (!rows)
        return fail(rows.error());
    QMap<QString, int> count;
    for (const Row &row : *rows) {
        ++agreement.entries;
        ++count[row.at(1).toString()];
        const bool isDone = row.back().toString() == outbox::nameOf(ports::OutboxState::Done); // its message is gone
        const auto entry = isDone ? Result<ports::OutboxEntry>(ports::OutboxEntry()) : outbox::entryFrom(m_vault, row);
        if (!entry)
            add(agreement, content.id,
                QStringLiteral("entry %1 does not open: %2").arg(row.at(0).toString(), wordFor(entry.error())));
    }
    const auto wants = [&](ports::OutboxKind kind, qsizetype wanted) {
        const int there = count.value(outbox::nameOf(kind));
        if (there != wanted)
            add(agreement, content.id,
                QStringLiteral("%1 entries %2, wanted %3").arg(there).arg(outbox::nameOf(kind)).arg(wanted));
    };
    wants(ports::OutboxKind::CreateCase, 1);
    const auto uploads = outbox::uploadsOf(content);
    for (const auto kind : {ports::OutboxKind::UploadThumbnail, ports::OutboxKind::UploadPage})
        wants(kind, std::count_if(uploads.begin(), uploads.end(),
                                  [kind](const outbox::UploadToSend &upload) { return upload.kind == kind; }));
    wants(ports::OutboxKind::SubmitCase, 1);
    const auto given = supplementsOf(m_database, m_vault, content.id);
    if (!given)
        return {}; // said already (checkFiles)
    qsizetype pages = 0;
    for (const domain::SubmittedCase &one : *given)
        pages += static_cast<qsizetype>(outbox::pagesToSend(one.content).size());
    wants(ports::OutboxKind::UploadSupplement, pages);
    wants(ports::OutboxKind::SendSupplement, static_cast<qsizetype>(given->size()));
    return {};
}

Result<void> AgreementCheck::checkWhole(Agreement &agreement)
{
    const auto missing = [](const char *table) {
        return QStringLiteral("SELECT t.rowid FROM %1 t WHERE t.case_id IS NOT NULL"
                              " AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = t.case_id)")
            .arg(QLatin1String(table));
    };
    for (const char *table : {"outbox", "pages", "print_jobs", "evaluations", "case_history", "supplements"}) {
        const auto noted =
            note(missing(table), QLatin1String(table) + QStringLiteral(": %1 rows without their case"), agreement);
        if (!noted)
            return noted;
    }
    const auto foreign = note(QStringLiteral("PRAGMA foreign_key_check"),
                              QStringLiteral("database: %1 references that lead nowhere"), agreement);
    if (!foreign)
        return foreign;
    const auto unprinted = note(QStringLiteral("SELECT 1 FROM print_jobs WHERE state = 'printing' AND seq NOT IN"
                                               " (SELECT max(seq) FROM print_jobs GROUP BY case_id)"),
                                QStringLiteral("print_jobs: %1 jobs still printing behind a newer one"), agreement);
    if (!unprinted)
        return unprinted;
    if (const auto counted = checkCounters(agreement); !counted)
        return counted;
    if (const auto owned = checkOwners(agreement); !owned)
        return owned;
    const auto rows = m_database.query(where, QStringLiteral("PRAGMA quick_check(1)"));
    if (!rows)
        return fail(rows.error());
    if (rows->empty() || rows->front().at(0).toString() != QLatin1String("ok"))
        agreement.findings.append(QStringLiteral("database: its own check does not say ok"));
    return {};
}

// finding: %1 becomes the number of rows; none: nothing is noted.
Result<void> AgreementCheck::note(const QString &sql, const QString &finding, Agreement &agreement)
{
    const auto rows = m_database.query(where, sql);
    if (!rows)
        return fail(rows.error());
    if (!rows->empty())
        agreement.findings.append(finding.arg(rows->size()));
    return {};
}

// A number beyond its counter would be given out a second time.
Result<void> AgreementCheck::checkCounters(Agreement &agreement)
{
    const auto rows = m_database.query(where, QStringLiteral("SELECT local_number FROM cases"));
    const auto counters =
        m_database.query(where, QStringLiteral("SELECT name, value FROM counters WHERE name LIKE 'local-number/%'"));
    if (!rows || !counters)
        return fail(rows ? counters.error() : rows.error());
    QMap<QString, qlonglong> given;
    for (const Row &row : *counters)
        given.insert(row.at(0).toString().section(QLatin1Char('/'), 1), row.at(1).toLongLong());
    for (const Row &row : *rows) {
        const QString number = row.at(0).toString();
        const auto dash = number.lastIndexOf(QLatin1Char('-'));
        if (number.mid(dash + 1).toLongLong() > given.value(number.left(dash)))
            agreement.findings.append(QStringLiteral("counters: %1 is beyond its day's counter").arg(number));
    }
    return {};
}

Result<void> AgreementCheck::checkOwners(Agreement &agreement)
{
    const auto names = namesIn(m_files, m_vault.directory());
    const auto rows = m_database.query(where, QStringLiteral("SELECT id FROM drafts UNION ALL SELECT id FROM cases"));
    if (!names || !rows)
        return fail(names ? rows.error() : names.error());
    QSet<QString> owners;
    for (const Row &row : *rows)
        owners.insert(row.at(0).toString());
    for (const QString &name : *names) {
        if (!owners.contains(name))
            agreement.findings.append(QStringLiteral("vault: %1 belongs to no draft and no case").arg(name));
    }
    return {};
}

} // namespace tongban::offline::store
