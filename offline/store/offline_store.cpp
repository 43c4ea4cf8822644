// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/offline_store.h"

#include "app/core/base/log.h"
#include "offline/outbox/sql_outbox_desk.h"
#include "offline/store/background_check.h"
#include "offline/store/background_sweep.h"
#include "offline/store/backup_service.h"
#include "offline/store/disk_reserve.h"
#include "offline/store/migrations.h"
#include "offline/store/open_files.h"
#include "offline/store/recover.h"
#include "offline/store/retention.h"
#include "offline/store/sql_audit_trail.h"
#include "offline/store/sql_case_ledger.h"
#include "offline/store/sql_case_store.h"
#include "offline/store/sql_catalogue.h"
#include "offline/store/sql_command_log.h"
#include "offline/store/sql_device_log.h"
#include "offline/store/sql_notice_board.h"
#include "offline/store/sql_print_journal.h"
#include "offline/store/start_up.h"

namespace tongban::offline::store {

struct OfflineStore::Parts
{
    Parts(OpenedFiles opened, const OfflineOptions &options, const Clock &clock, ports::FileSystem &disk)
        : lock(std::move(opened.lock)), database(std::move(opened.database)), vault(std::move(opened.vault)),
          backups(
              disk, clock, options.backup,
              {.stateDirectory = options.stateDirectory, .deviceId = options.deviceId, .deviceKey = opened.deviceKey},
              vault->keys()),
          protection(opened.protection), recovery(std::move(opened.recovery)), audit(*database, clock),
          reserve(disk, options.stateDirectory, options.reserveBytes), ids(clock), outbox(*database, *vault, clock),
          outboxDesk(*database, *vault, clock, options.calendar),
          cases({.database = *database,
                 .vault = *vault,
                 .outbox = outbox,
                 .ids = ids,
                 .clock = clock,
                 .reserve = reserve,
                 .audit = audit},
                {.siteCode = options.siteCode, .deviceId = options.deviceId}),
          printJournal(*database, ids, clock, audit), retention(*database, *vault, audit, clock),
          catalogue(*database, clock), notices(*database, *vault), commands(*database, audit, clock),
          deviceLog(*database), syncState(*database), ledger(*database, *vault, notices, syncState),
          orphans(database->path(), *vault, backups), check(disk, options.stateDirectory, database->path())
    {
        vault->setRoomCheck([this] { return reserve.check(); });
        vault->setErasedHook([this] { return backups.ownersErased(); });
    }

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> mend();
    void sweep(bool lastStopWasClean);
    void end();

    std::unique_ptr<StateLock> lock; // let go last
    std::unique_ptr<Database> database;
    std::unique_ptr<vault::SealedVault> vault;
    BackupService backups;
    vault::KeyProtection protection;
    std::optional<StoreReport> recovery;
    SqlAuditTrail audit;
    DiskReserve reserve;
    Uuid7Generator ids;
    outbox::SqlOutbox outbox;
    outbox::SqlOutboxDesk outboxDesk;
    SqlCaseStore cases;
    SqlPrintJournal printJournal;
    Retention retention;
    SqlCatalogue catalogue;
    SqlNoticeBoard notices;
    SqlCommandLog commands;
    SqlDeviceLog deviceLog;
    SyncState syncState;
    SqlCaseLedger ledger;
    BackgroundSweep orphans;
    bool begun = false;
    BackgroundCheck check;
};

namespace {

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

} // namespace

Result<void> OfflineStore::Parts::begin()
{
    const auto clean = beginRun(*database);
    if (!clean)
        return fail(clean.error());
    if (const auto recovered = printJournal.recoverPrinting(); !recovered)
        return fail(recovered.error());
    if (recovery) {
        if (const auto mended = mend(); !mended)
            return mended;
    }
    sweep(*clean);
    check.begin(*clean);
    orphans.begin(check.verdict());
    begun = true;
    log(LogEvent::StoreOpened, {{"schema", QString::number(latestSchema())}});
    return {};
}

// After a recovery: what was lost and follows from what was saved.
Result<void> OfflineStore::Parts::mend()
{
    const auto mended = cases.mendMessages();
    if (!mended)
        return fail(mended.error());
    return audit.append(
        {.actor = ports::AuditActor::Terminal,
         .action = QStringLiteral("store.recover"),
         .detail = QStringLiteral("%1 cases, messages of %2 made anew").arg(recovery->cases.size()).arg(*mended)});
}

// Housekeeping that a full or failing disk may refuse; the doors open all the same.
void OfflineStore::Parts::sweep(bool lastStopWasClean)
{
    if (const auto pruned = retention.pruneDraftPages(); !pruned)
        report(pruned.error());
    if (const auto swept = retention.sweepWhenDue(); !swept)
        report(swept.error());
    backups.begin();
    if (lastStopWasClean)
        return;
    // A crash right after a submit leaves at most the pages that this one person had scanned again.
    if (const auto pruned = cases.pruneNewestCases(); !pruned)
        report(pruned.error());
}

void OfflineStore::Parts::end()
{
    const bool isSound = check.end();
    orphans.end();
    backups.end();
    // A store that was found damaged, or was not looked through to the end, is looked at again next time.
    if (!begun || !isSound)
        return;
    if (const auto marked = markCleanStop(*database); !marked)
        report(marked.error());
}

Result<std::unique_ptr<OfflineStore>> OfflineStore::open(const OfflineOptions &options, const Clock &clock,
                                                         ports::FileSystem &files)
{
    if (const auto good = checkOptions(options); !good)
        return fail(good.error());
    auto opened = openFiles(options, clock, files);
    if (!opened)
        return fail(opened.error());
    auto parts = std::make_unique<Parts>(std::move(*opened), options, clock, files);
    if (const auto begun = parts->begin(); !begun)
        return fail(begun.error());
    return std::unique_ptr<OfflineStore>(new OfflineStore(std::move(parts)));
}

OfflineStore::OfflineStore(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

OfflineStore::~OfflineStore()
{
    m_parts->end();
}

ports::Vault &OfflineStore::vault()
{
    return *m_parts->vault;
}

ports::CaseStore &OfflineStore::cases()
{
    return m_parts->cases;
}

ports::CaseLedger &OfflineStore::ledger()
{
    return m_parts->ledger;
}

ports::PrintJournal &OfflineStore::printJournal()
{
    return m_parts->printJournal;
}

ports::Outbox &OfflineStore::outbox()
{
    return m_parts->outbox;
}

ports::OutboxDesk &OfflineStore::outboxDesk()
{
    return m_parts->outboxDesk;
}

ports::Catalogue &OfflineStore::catalogue()
{
    return m_parts->catalogue;
}

ports::NoticeBoard &OfflineStore::notices()
{
    return m_parts->notices;
}

ports::CommandLog &OfflineStore::commands()
{
    return m_parts->commands;
}

ports::DeviceLog &OfflineStore::deviceLog()
{
    return m_parts->deviceLog;
}

SyncState &OfflineStore::syncState()
{
    return m_parts->syncState;
}

AgreementCheck OfflineStore::agreementCheck(ports::FileSystem &files)
{
    return {*m_parts->database, *m_parts->vault, files};
}

ports::AuditTrail &OfflineStore::audit()
{
    return m_parts->audit;
}

Result<void> OfflineStore::housekeep()
{
    const auto swept = m_parts->retention.sweepWhenDue();
    if (swept && swept->has_value()) // what an erasure could not finish, today's or yesterday's
        m_parts->orphans.begin(m_parts->check.verdict());
    const auto backedUp = m_parts->backups.runWhenDue(*m_parts->database);
    if (!swept)
        return fail(swept.error());
    return backedUp;
}

QFuture<Result<BackupReport>> OfflineStore::backUp()
{
    return m_parts->backups.run();
}

Result<void> OfflineStore::eraseCase(const QUuid &caseId)
{
    return m_parts->retention.eraseCase(caseId);
}

const std::optional<StoreReport> &OfflineStore::recovery() const
{
    return m_parts->recovery;
}

Result<void> OfflineStore::acknowledgeRecovery()
{
    const auto where = QStringLiteral("store.acknowledge-recovery");
    return m_parts->database->transact(where, [&]() -> Result<void> {
        const auto seen =
            m_parts->database->run(where, QStringLiteral("DELETE FROM meta WHERE key = ?"), {salvagedKey});
        if (!seen)
            return fail(seen.error());
        return m_parts->audit.append(
            {.actor = ports::AuditActor::Technician, .action = QStringLiteral("store.recovery-seen")});
    });
}

vault::KeyProtection OfflineStore::keyProtection() const
{
    return m_parts->protection;
}

QFuture<Result<void>> OfflineStore::integrityCheck() const
{
    return m_parts->check.verdict();
}

QFuture<Result<int>> OfflineStore::orphanSweep() const
{
    return m_parts->orphans.newest();
}

} // namespace tongban::offline::store
