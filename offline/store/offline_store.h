// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to everything that this terminal keeps.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/base/result.h"
#include "app/core/domain/work_calendar.h"
#include "app/core/ports/audit_trail.h"
#include "app/core/ports/case_ledger.h"
#include "app/core/ports/case_store.h"
#include "app/core/ports/catalogue.h"
#include "app/core/ports/city_commands.h"
#include "app/core/ports/device_log.h"
#include "app/core/ports/file_system.h"
#include "app/core/ports/notices.h"
#include "app/core/ports/outbox.h"
#include "app/core/ports/outbox_desk.h"
#include "app/core/ports/print_journal.h"
#include "app/core/ports/vault.h"
#include "offline/crypto/cipher.h"
#include "offline/store/agreement.h"
#include "offline/store/backup.h"
#include "offline/store/salvage.h"
#include "offline/store/sync_state.h"
#include "offline/vault/device_key.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace tongban::offline::store {

struct OfflineOptions
{
    QString stateDirectory;                                      // absolute; made when absent, mode 0700
    QString siteCode;                                            // 12 digits
    QString deviceId;                                            // unique in the city
    crypto::CipherSuite cipher = crypto::CipherSuite::Aes256Gcm; // of what is sealed from now on
    // With less free on its disk nothing new is taken in (StoreFull); what is there stays readable and goes to the
    // city.
    qint64 reserveBytes = 64 * 1024 * 1024;
    std::optional<BackupOptions> backup = std::nullopt; // none: said in the log at every start
    domain::WorkCalendar calendar = {};                 // by which unsent cases alarm staff
};

// A database that was damaged, and what became of it: for a technician. Numbers only, nobody's data.
struct StoreReport
{
    QDateTime at{};                   // UTC
    QString quarantine{};             // directory of the damaged files
    QList<TableSalvage> tables{};     // what still read
    QList<TableSalvage> fromBackup{}; // what a backup had beside that (lost: what was there already)
    QStringList cases{};              // local numbers of every case that is there now
};

// Opened, used and destroyed in one thread: the store's Lane. Opening migrates the schema, marks receipts that were on
// their way to paper as Unknown and begins to sweep sealed files that no draft and no case owns (a crash fell between
// the two). It takes as long with 100,000 cases as with ten: what grows with their number runs in the background.
// Destroying it leaves the clean-stop mark. It does not call Outbox::recoverInFlight: sync does, before its first
// claim.
class OfflineStore
{
public:
    // clock and files outlive the store. Errors: StoreFull, StoreUnwritable, StoreCorrupt, SealBroken (the device key
    // is missing or is not the one that this store was sealed with), Misconfigured (bad option, schema of a later
    // program). StoreUnwritable also while another process has it open.
    [[nodiscard]] static Result<std::unique_ptr<OfflineStore>> open(const OfflineOptions &options, const Clock &clock,
                                                                    ports::FileSystem &files);
    ~OfflineStore();
    OfflineStore(const OfflineStore &) = delete;
    OfflineStore &operator=(const OfflineStore &) = delete;

    [[nodiscard]] ports::Vault &vault();
    [[nodiscard]] ports::CaseStore &cases();
    [[nodiscard]] ports::CaseLedger &ledger();
    [[nodiscard]] ports::PrintJournal &printJournal();
    [[nodiscard]] ports::Outbox &outbox();
    [[nodiscard]] ports::OutboxDesk &outboxDesk();
    [[nodiscard]] ports::Catalogue &catalogue();
    [[nodiscard]] ports::NoticeBoard &notices();
    [[nodiscard]] ports::CommandLog &commands();
    [[nodiscard]] ports::DeviceLog &deviceLog();
    [[nodiscard]] SyncState &syncState();

    // Whether everything kept here agrees; files: where the vault lies. Lives no longer than the store.
    [[nodiscard]] AgreementCheck agreementCheck(ports::FileSystem &files);

    [[nodiscard]] ports::AuditTrail &audit();

    // What is to be done once a day, and is done when it is due: erases what was kept long enough (retention.h). Asked
    // for at every start by itself, else by whoever has a timer: hourly is enough. Errors as CaseStore.
    [[nodiscard]] Result<void> housekeep();
    // A backup now, on a thread of its own; housekeep asks for one a day. Misconfigured: no directory for it.
    [[nodiscard]] QFuture<Result<BackupReport>> backUp();
    // A person wants a case gone before its time. NotFound; Misconfigured while the city does not have it whole.
    [[nodiscard]] Result<void> eraseCase(const QUuid &caseId);

    // At this open the database was found damaged and recovered; none: it was sound. Until acknowledgeRecovery says
    // that a technician has seen it, no sealed file is swept as nobody's: its case may only be lost from the database.
    [[nodiscard]] const std::optional<StoreReport> &recovery() const;
    [[nodiscard]] Result<void> acknowledgeRecovery();

    // What guards the device key; BesideData is logged at every start.
    [[nodiscard]] vault::KeyProtection keyProtection() const;

    // After an unclean stop the database is checked in the background, on a connection and thread of its own (about a
    // second for 100,000 cases); after a clean one the future is finished at once. Error: StoreCorrupt. Any thread.
    [[nodiscard]] QFuture<Result<void>> integrityCheck() const;
    // The sweep for what is nobody's, begun by open and by housekeep once a day, on a connection and thread of its own:
    // how many owners it erased. Error: as Vault; Cancelled when the store closes first. Any thread.
    [[nodiscard]] QFuture<Result<int>> orphanSweep() const;

private:
    struct Parts;
    explicit OfflineStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::offline::store
