// SPDX-License-Identifier: GPL-3.0-or-later
// The store behind its five ports, in memory; any operation can be told to fail once.
#pragma once

#include "app/core/ports/case_ledger.h"
#include "app/core/ports/case_store.h"
#include "app/core/ports/catalogue.h"
#include "app/core/ports/print_journal.h"
#include "app/core/ports/vault.h"
#include "app/view/kiosk_ports.h"
#include "tests/unit/view/gate.h"

#include <QMap>
#include <QStringList>

#include <mutex>

namespace tongban::test {

class FakeStore final : public ports::CaseStore,
                        public ports::Vault,
                        public ports::PrintJournal,
                        public ports::Catalogue,
                        public ports::CaseLedger
{
public:
    Gate gate;

    view::StorePorts ports()
    {
        return {.cases = this, .vault = this, .prints = this, .catalogue = this, .ledger = this};
    }

    void failOnce(const QString &operation, ErrorKind kind);
    void setItems(std::vector<domain::ServiceItem> items);
    void setUnfinished(ports::Unfinished unfinished);
    void setCounts(const QHash<QString, int> &counts); // of cases, by item
    void setFollowed(ports::Followed followed);        // whoever asks
    void setNewest(ports::PrintState state);
    void note(const QString &line);
    void forget(); // the operations so far
    [[nodiscard]] QStringList lines(); // every operation, in order
    [[nodiscard]] int count(const QString &line) { return static_cast<int>(lines().count(line)); }
    [[nodiscard]] QDateTime countedSince(); // as it was asked last

    // CaseStore
    Result<void> saveDraft(const domain::CaseDraft &draft) override;
    Result<ports::Unfinished> findUnfinished(const domain::IdCard &holder) override;
    Result<void> discardDraft(const QUuid &draft) override;
    Result<domain::SubmittedCase> submit(const domain::CaseDraft &draft) override;
    Result<std::vector<domain::SubmittedCase>> submitAll(const domain::CaseDraft &draft) override;
    Result<domain::SubmittedCase> findCase(const QUuid &id) override;
    Result<domain::CaseDraft> beginSupplement(const domain::IdCard &holder, const QUuid &caseId, const QUuid &letter,
                                              const QUuid &draftId) override;
    Result<QHash<QString, int>> countsSince(const QDateTime &sinceUtc) override;
    Result<void> recordStatus(const QUuid &caseId, domain::CaseStatus status, const QString &projectNumber,
                              const QDateTime &sinceUtc) override;
    Result<void> saveEvaluation(const domain::Evaluation &evaluation) override;
    // Vault
    Result<ports::KeptFile> put(const QUuid &owner, const QByteArray &plain) override;
    Result<QByteArray> get(const QUuid &owner, const QUuid &blob) override;
    Result<void> erase(const QUuid &owner) override;
    Result<QByteArray> seal(const QByteArray &plain, const QByteArray &context) override;
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) override;
    Result<QByteArray> sealOwned(const QUuid &, const QByteArray &plain, const QByteArray &context) override
    {
        return seal(plain, context);
    }
    Result<QByteArray> openOwned(const QUuid &, const QByteArray &sealed, const QByteArray &context) override
    {
        return open(sealed, context);
    }
    Result<QByteArray> sealForHolder(const QByteArray &plain, const QString &, const QByteArray &context) override;
    Result<QByteArray> openForHolder(const QByteArray &sealed, const QString &, const QByteArray &context) override;
    QByteArray keyedDigest(const QString &value) const override;
    // PrintJournal
    Result<ports::PrintJob> reserve(const QUuid &caseId) override;
    Result<ports::PrintJob> reserveSheet(const QString &sheet) override;
    Result<void> record(const QUuid &job, ports::PrintState state, const QString &detail) override;
    Result<ports::NewestPrint> newest(const QUuid &caseId) override;
    // Catalogue
    Result<ports::CatalogueSnapshot> current() override;
    Result<ports::HeldCatalogue> held() override;
    Result<void> adopt(const ports::CatalogueNews &news) override;
    // CaseLedger
    Result<ports::Followed> ofHolder(const domain::IdCard &holder) override;
    Result<ports::Followed> ofReceipt(const domain::ReceiptFacts &facts) override; // by number
    Result<void> letterRead(const QUuid &notice, const QDateTime &nowUtc) override;

private:
    Result<void> enter(const QString &operation);

    std::mutex m_mutex;
    QStringList m_lines;
    QMap<QString, ErrorKind> m_failing;
    std::vector<domain::ServiceItem> m_items;
    ports::Unfinished m_unfinished;
    QHash<QString, int> m_counts;
    QDateTime m_countedSince;
    ports::Followed m_followed;
    std::optional<ports::NewestPrint> m_newest;
    QMap<QUuid, QByteArray> m_blobs;
};

[[nodiscard]] QString wordFor(ports::PrintState state);

} // namespace tongban::test
