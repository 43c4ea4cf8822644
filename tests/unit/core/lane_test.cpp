// SPDX-License-Identifier: GPL-3.0-or-later
// Lane and whenFinished: order, threads, and what becomes of work whose owner went away.
#include "app/core/base/lane.h"
#include "app/core/base/when_finished.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace tongban;

namespace {

Result<int> value(int number)
{
    return number;
}

} // namespace

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnItsOwnNamedThread()
    {
        Lane lane(QStringLiteral("reader"));
        QString name;
        bool current = false;
        auto done = lane.run([&](std::stop_token) {
            name = QThread::currentThread()->objectName();
            current = lane.isCurrent();
            return value(1);
        });
        done.waitForFinished();
        QCOMPARE(name, QStringLiteral("reader"));
        QVERIFY(current && !lane.isCurrent());
        QCOMPARE(done.result().value(), 1);
    }

    void keepsTheOrder()
    {
        Lane lane(QStringLiteral("store"));
        QList<int> order; // touched on the lane only, read after the last work ended
        for (int i = 0; i < 100; ++i)
            lane.post([&order, i] { order << i; });
        lane.run([](std::stop_token) { return value(0); }).waitForFinished();
        QCOMPARE(order.size(), 100);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void destructionStopsRunningWorkAndCancelsQueued()
    {
        QSemaphore begun;
        std::atomic_bool ranQueued = false;
        QFuture<Result<int>> running;
        QFuture<Result<int>> queued;
        {
            Lane lane(QStringLiteral("scanner"));
            running = lane.run([&](std::stop_token stop) -> Result<int> {
                begun.release();
                QSemaphore stopped;
                const std::stop_callback onStop(stop, [&] { stopped.release(); });
                stopped.acquire(); // ends by the stop that the destructor asks for, and by nothing else
                return fail(ErrorKind::Cancelled, QStringLiteral("test"));
            });
            queued = lane.run([&](std::stop_token) {
                ranQueued = true;
                return value(2);
            });
            begun.acquire();
        }
        QVERIFY(running.isFinished() && queued.isFinished());
        QVERIFY(failedWith(running.result(), ErrorKind::Cancelled));
        QVERIFY(failedWith(queued.result(), ErrorKind::Cancelled));
        QVERIFY(!ranQueued);
    }

    void requestedStopIsSeenByLaterWork()
    {
        Lane lane(QStringLiteral("printer"));
        lane.requestStop();
        const auto future = lane.run([](std::stop_token) { return value(3); });
        QTRY_VERIFY(future.isFinished());
        QVERIFY(failedWith(future.result(), ErrorKind::Cancelled));
    }

    void yieldingWorkStopsWhenSomebodyComes()
    {
        Lane lane(QStringLiteral("reader"));
        QSemaphore begun;
        auto idle = lane.runYielding([&](std::stop_token stop) -> Result<int> {
            begun.release();
            QSemaphore stopped;
            const std::stop_callback onStop(stop, [&] { stopped.release(); });
            stopped.acquire();
            return fail(ErrorKind::Cancelled, QStringLiteral("test"));
        });
        begun.acquire();
        auto wanted = lane.run([](std::stop_token stop) { return value(stop.stop_requested() ? 0 : 5); });
        wanted.waitForFinished();
        QVERIFY(failedWith(idle.result(), ErrorKind::Cancelled));
        QCOMPARE(wanted.result().value(), 5); // only the idle work was stopped
    }

    void yieldingWorkDoesNotBeginOnALaneInUse()
    {
        Lane lane(QStringLiteral("reader"));
        QSemaphore begun;
        QSemaphore gate;
        auto running = lane.run([&](std::stop_token) {
            begun.release();
            gate.acquire();
            return value(1);
        });
        begun.acquire();
        std::atomic_bool ran = false;
        const auto look = [&](std::stop_token) {
            ran = true;
            return value(2);
        };
        const auto refused = lane.runYielding(look);
        QVERIFY(refused.isFinished() && failedWith(refused.result(), ErrorKind::Cancelled));
        gate.release();
        running.waitForFinished();
        QVERIFY(!ran);
        // And does as soon as the lane is free. QTRY_VERIFY asks more than once; its second question would find the lane
        // still busy with the first, so what succeeded once counts.
        bool looked = false;
        QTRY_VERIFY(looked = looked || lane.runYielding(look).result().has_value());
        QVERIFY(ran);
    }

    void yieldingWorkEndsWithTheLane()
    {
        QSemaphore begun;
        QFuture<Result<int>> idle;
        {
            Lane lane(QStringLiteral("reader"));
            idle = lane.runYielding([&](std::stop_token stop) -> Result<int> {
                begun.release();
                QSemaphore stopped;
                const std::stop_callback onStop(stop, [&] { stopped.release(); });
                stopped.acquire();
                return fail(ErrorKind::Cancelled, QStringLiteral("test"));
            });
            begun.acquire();
        }
        QVERIFY(idle.isFinished() && failedWith(idle.result(), ErrorKind::Cancelled));
    }

    void answersOnTheThreadOfTheContext()
    {
        Lane lane(QStringLiteral("store"));
        QObject context;
        QThread *thread = nullptr;
        int calls = 0;
        int got = 0;
        whenFinished(lane.run([](std::stop_token) { return value(7); }), &context, [&](const Result<int> &result) {
            thread = QThread::currentThread();
            got = result.value();
            ++calls;
        });
        QTRY_COMPARE(calls, 1);
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(got, 7);
        QTRY_VERIFY(context.children().isEmpty()); // the watcher does not pile up
    }

    void errorsArriveToo()
    {
        Lane lane(QStringLiteral("store"));
        QObject context;
        std::optional<ErrorKind> kind;
        const auto work = [](std::stop_token) -> Result<void> {
            return fail(ErrorKind::StoreFull, QStringLiteral("test"));
        };
        whenFinished(lane.run(work), &context, [&](const Result<void> &result) { kind = result.error().kind; });
        QTRY_VERIFY(kind.has_value());
        QCOMPARE(*kind, ErrorKind::StoreFull);
    }

    void deadContextIsNotCalled()
    {
        Lane lane(QStringLiteral("store"));
        QSemaphore gate;
        bool called = false;
        auto context = std::make_unique<QObject>();
        const auto slow = lane.run([&](std::stop_token) {
            gate.acquire();
            return value(1);
        });
        whenFinished(slow, context.get(), [&](const Result<int> &) { called = true; });
        context.reset();
        gate.release();
        // The same lane answers a later question: the earlier answer has had its chance by then.
        QObject alive;
        bool later = false;
        whenFinished(lane.run([](std::stop_token) { return value(2); }), &alive,
                     [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void contextMayDieInItsOwnHandler()
    {
        Lane lane(QStringLiteral("store"));
        auto *context = new QObject;
        bool called = false;
        whenFinished(lane.run([](std::stop_token) { return value(1); }), context, [&](const Result<int> &) {
            called = true;
            context->deleteLater();
        });
        QTRY_VERIFY(called);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    // A promise that nobody kept (its lane went away first) is an answer as well.
    void brokenPromiseReadsAsCancelled()
    {
        QObject context;
        std::optional<ErrorKind> kind;
        QFuture<Result<int>> future;
        {
            QPromise<Result<int>> promise;
            promise.start();
            future = promise.future();
        }
        whenFinished(future, &context, [&](const Result<int> &result) { kind = result.error().kind; });
        QTRY_VERIFY(kind.has_value());
        QCOMPARE(*kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(LaneTest)
#include "lane_test.moc"
