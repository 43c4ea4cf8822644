// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/sync_service.h"

#include "app/core/base/when_finished.h"
#include "offline/sync/sync_worker.h"

#include <QPromise>
#include <QTimer>

namespace tongban::offline::sync {

struct SyncService::Engine : QObject
{
    Engine(SyncStore store, std::unique_ptr<ports::CityPlatform> city, const Clock &clock, SyncOptions options)
        : platform(std::move(city)), worker(std::move(store), *platform, clock, std::move(options))
    {
        timer.setSingleShot(true);
        timer.setTimerType(Qt::CoarseTimer);
        connect(&timer, &QTimer::timeout, &worker, &SyncWorker::tick);
        connect(&worker, &SyncWorker::dueChanged, &timer, [this] {
            if (const auto due = worker.dueIn())
                timer.start(*due);
        });
    }

    std::unique_ptr<ports::CityPlatform> platform;
    SyncWorker worker;
    QTimer timer;
};

SyncService::SyncService(SyncStore store, PlatformFactory platform, const Clock &clock, SyncOptions options,
                         QObject *parent)
    : QObject(parent), m_onThread(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_onThread->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_onThread.get(), [this, store = std::move(store), platform = std::move(platform), &clock,
                                                 options = std::move(options)] {
        m_engine = std::make_unique<Engine>(store, platform(), clock, options);
        SyncWorker *worker = &m_engine->worker;
        connect(worker, &SyncWorker::reachabilityChanged, this, [this](bool reachable) {
            m_reachable = reachable;
            Q_EMIT reachabilityChanged(reachable);
        });
        connect(worker, &SyncWorker::caseStatusChanged, this, &SyncService::caseStatusChanged);
        connect(worker, &SyncWorker::catalogueChanged, this, &SyncService::catalogueChanged);
        connect(worker, &SyncWorker::noticeArrived, this, &SyncService::noticeArrived);
    });
}

SyncService::~SyncService()
{
    // The engine dies where it lived; that thread never blocks, so this is short. Its requests are dropped, not
    // awaited.
    QMetaObject::invokeMethod(
        m_onThread.get(), [this] { m_engine.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void SyncService::start()
{
    QMetaObject::invokeMethod(m_onThread.get(), [this] { m_engine->worker.tick(); });
}

QFuture<Result<QJsonObject>> SyncService::ask(Question question)
{
    const auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    promise->start();
    QMetaObject::invokeMethod(m_onThread.get(), [this, promise, question = std::move(question)] {
        whenFinished(question(*m_engine->platform), m_engine.get(), [promise](const Result<QJsonObject> &answer) {
            promise->addResult(answer);
            promise->finish();
        });
    });
    return promise->future();
}

void SyncService::wake()
{
    QMetaObject::invokeMethod(m_onThread.get(), [this] { m_engine->worker.wake(); });
}

} // namespace tongban::offline::sync
