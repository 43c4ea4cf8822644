// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/ports/file_system.h"
#include "offline/store/database.h"
#include "offline/vault/sealed_vault.h"

#include <QStringList>

namespace tongban::offline::store {

// What does not agree, in English, for a technician: ids, names of tables, counts; never personal data.
struct Agreement
{
    int cases = 0;
    int pages = 0; // opened and measured
    int entries = 0;
    QStringList findings; // empty: everything agrees
};

// Whether database, vault and outbox tell the same story. In steps, so that the store's Lane serves the hall between
// two cases. Changes nothing. On the store's Lane; an Error means that the look itself failed, not that something was
// found.
class AgreementCheck
{
public:
    // All outlive it.
    AgreementCheck(Database &database, vault::SealedVault &vault, ports::FileSystem &files)
        : m_database(database), m_vault(vault), m_files(files)
    {}

    [[nodiscard]] Result<std::vector<QUuid>> cases();
    // The case opens; every page opens and is what was scanned (length and SM3); no file lies beside them; the city is
    // told all of it, by entries whose messages open. A case that is gone meanwhile is passed over.
    [[nodiscard]] Result<void> checkCase(const QUuid &id, Agreement &agreement);
    // Every owner of sealed files is a draft or a case; entries, pages, print jobs, evaluations belong to cases that
    // are there; no local number is beyond its day's counter; the database's own check.
    [[nodiscard]] Result<void> checkWhole(Agreement &agreement);

private:
    [[nodiscard]] Result<void> checkPages(const domain::CaseDraft &content, Agreement &agreement);
    void checkSupplement(const domain::SubmittedCase &given, Agreement &agreement);
    void checkThumbnail(const QUuid &caseId, const domain::SealedThumbnail &thumbnail, const QString &page,
                        Agreement &agreement);
    [[nodiscard]] Result<void> checkFiles(const domain::CaseDraft &content, Agreement &agreement);
    [[nodiscard]] Result<void> checkEntries(const domain::CaseDraft &content, Agreement &agreement);
    [[nodiscard]] Result<void> checkOwners(Agreement &agreement);
    [[nodiscard]] Result<void> checkCounters(Agreement &agreement);
    [[nodiscard]] Result<void> note(const QString &sql, const QString &finding, Agreement &agreement);

    Database &m_database;
    vault::SealedVault &m_vault;
    ports::FileSystem &m_files;
};

} // namespace tongban::offline::store
