// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/domain/case_draft.h"
#include "app/core/ports/city_platform.h"
#include "offline/sync/sync_options.h"
#include "offline/sync/sync_store.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace tongban::offline::sync {

// Called once, on the sync thread: the adapter lives and dies there.
using PlatformFactory = std::function<std::unique_ptr<ports::CityPlatform>()>;

// The only thing that talks to the city: a SyncWorker on a thread of its own. Lives on the thread of its owner (the
// user interface); its signals arrive there. Destroying it does not wait for the network: what was in flight is pending
// again at the next start, under the same idempotency key.
class SyncService : public QObject
{
    Q_OBJECT

public:
    // clock and everything in store outlive the service.
    SyncService(SyncStore store, PlatformFactory platform, const Clock &clock, SyncOptions options,
                QObject *parent = nullptr);
    ~SyncService() override;

    void start(); // recovers what was in flight, then delivers, pulls, and keeps the catalogue fresh
    void wake();  // something was put into the outbox

    // A question while a person waits, beside all that is under way: asked at once, answered here, never tried again.
    // question: called on the sync thread. Cancelled: the service ended first.
    using Question = std::function<QFuture<Result<QJsonObject>>(ports::CityPlatform &)>;
    [[nodiscard]] QFuture<Result<QJsonObject>> ask(Question question);

    // False until the platform answered for the first time, and while it does not.
    [[nodiscard]] bool reachable() const { return m_reachable; }

Q_SIGNALS:
    void reachabilityChanged(bool reachable);
    void caseStatusChanged(const QUuid &caseId, tongban::domain::CaseStatus status, const QString &projectNumber);
    void catalogueChanged();
    void noticeArrived(const QUuid &caseId, const QUuid &noticeId); // it is in the store

private:
    struct Engine; // worker, platform and timer

    QThread m_thread;
    std::unique_ptr<QObject> m_onThread; // what is posted to it runs there; destroyed once the thread has ended
    std::unique_ptr<Engine> m_engine;    // touched on the thread only
    bool m_reachable = false;
};

} // namespace tongban::offline::sync
