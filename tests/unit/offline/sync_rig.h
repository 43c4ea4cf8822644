// SPDX-License-Identifier: GPL-3.0-or-later
// A worker over fakes, with a clock that the test moves.
#pragma once

#include "offline/sync/sync_worker.h"
#include "tests/unit/offline/sync_drive.h"
#include "tests/unit/offline/sync_fake_city.h"
#include "tests/unit/offline/sync_fakes.h"
#include "tests/unit/offline/sync_feed_fakes.h"

#include <QTest>

#include <memory>

namespace tongban::tests {

class SyncRig
{
public:
    SyncRig()
    {
        store = {.lane = &lane,
                 .outbox = &outbox,
                 .cases = &cases,
                 .catalogue = &catalogue,
                 .vault = &vault,
                 .notices = &notices,
                 .commands = &commands,
                 .memory = {.value = [this](const QString &key) -> Result<QString> { return memory.value(key); },
                            .setValue = [this](const QString &key, const QString &value) -> Result<void> {
                                memory.insert(key, value);
                                return {};
                            }}};
        options.random = [] { return 0.999; }; // the longest wait that the jitter allows
        makeWorker();
    }

    void makeWorker()
    {
        worker = std::make_unique<offline::sync::SyncWorker>(store, city, clock, options);
        QObject::connect(worker.get(), &offline::sync::SyncWorker::reachabilityChanged, worker.get(),
                         [this](bool on) { reachability.append(on); });
        QObject::connect(worker.get(), &offline::sync::SyncWorker::catalogueChanged, worker.get(),
                         [this] { ++catalogueChanges; });
        QObject::connect(worker.get(), &offline::sync::SyncWorker::noticeArrived, worker.get(),
                         [this](const QUuid &, const QUuid &notice) { arrived.append(notice); });
        QObject::connect(worker.get(), &offline::sync::SyncWorker::caseStatusChanged, worker.get(),
                         [this](const QUuid &id, domain::CaseStatus status, const QString &number) {
                             statuses.append({id, status, number});
                         });
    }

    [[nodiscard]] bool runDue() { return tests::runDue(*worker); }
    [[nodiscard]] bool runFor(std::chrono::milliseconds span) { return tests::runFor(*worker, clock, span); }

    struct Status
    {
        QUuid caseId;
        domain::CaseStatus status;
        QString number;
    };

    ManualClock clock{QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC)};
    Lane lane{QStringLiteral("store")};
    FakeOutbox outbox;
    FakeCases cases;
    FakeCatalogue catalogue;
    FakeVault vault;
    FakeNotices notices;
    FakeCommands commands;
    QHash<QString, QString> memory;
    FakeCity city;
    offline::sync::SyncStore store;
    offline::sync::SyncOptions options;
    std::unique_ptr<offline::sync::SyncWorker> worker;

    QList<bool> reachability;
    QList<Status> statuses;
    int catalogueChanges = 0;
    QList<QUuid> arrived; // notices
};

} // namespace tongban::tests
