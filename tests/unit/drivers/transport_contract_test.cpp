// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of transport.h, held up to every wire.
#include "tests/unit/drivers/transport_contract.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tongban;
using namespace tongban::drivers::transport;
using namespace std::chrono_literals;
using tests::FarEnd;
using tests::Wire;

namespace {

// The duty is 200 ms; a busy machine gets a second where the wait that is cut short has thirty.
constexpr qint64 atOnceMs = 1000;

void everyWire()
{
    QTest::addColumn<int>("wire");
    for (size_t i = 0; i < tests::allWires().size(); ++i)
        QTest::newRow(tests::allWires()[i].name) << static_cast<int>(i);
}

QByteArray said(const auto &result)
{
    return result ? QByteArray("no error")
                  : QByteArray(nameOf(result.error().kind)) + ' ' + result.error().where.toUtf8() + ' ' +
                        result.error().detail.toUtf8();
}

QByteArray allBytes()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    return all;
}

} // namespace

#define THE_WIRE                                                                                                       \
    QFETCH(int, wire);                                                                                                 \
    const std::unique_ptr<FarEnd> far = tests::allWires()[static_cast<size_t>(wire)].make();                           \
    const std::unique_ptr<Transport> transport = far->makeTransport()

#define SUCCEEDS(result)                                                                                               \
    do {                                                                                                               \
        const auto outcome = result;                                                                                   \
        QVERIFY2(outcome.has_value(), said(outcome).constData());                                                      \
    } while (false)

#define FAILS_WITH(result, expected)                                                                                   \
    do {                                                                                                               \
        const auto outcome = result;                                                                                   \
        QVERIFY2(failedWith(outcome, expected), said(outcome).constData());                                            \
    } while (false)

class TransportContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absentAtFirst_data() { everyWire(); }
    void absentAtFirst()
    {
        THE_WIRE;
        far->unplug();
        FAILS_WITH(transport->open(), ErrorKind::DeviceAbsent);
        QVERIFY(!transport->isOpen());
        FAILS_WITH(transport->write("x", Deadline::in(1s), {}), ErrorKind::DeviceAbsent);
        FAILS_WITH(transport->read(1, Deadline::in(1s), {}), ErrorKind::DeviceAbsent);
        transport->discardInput();
        far->replug();
        SUCCEEDS(transport->open());
        QVERIFY(transport->isOpen());
    }

    void everyByteValuePassesBothWays_data() { everyWire(); }
    void everyByteValuePassesBothWays()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        SUCCEEDS(transport->open()); // does nothing
        SUCCEEDS(transport->write(allBytes(), Deadline::in(2s), {}));
        QCOMPARE(far->receive(256), allBytes());
        far->send(allBytes());
        QByteArray got;
        while (got.size() < 256) {
            const auto bytes = transport->read(100, Deadline::in(2s), {});
            QVERIFY2(bytes.has_value(), said(bytes).constData());
            QVERIFY(!bytes->isEmpty() && bytes->size() <= 100);
            got += *bytes;
        }
        QCOMPARE(got, allBytes());
    }

    void oneByteAtATime_data() { everyWire(); }
    void oneByteAtATime()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        for (const char byte : allBytes().first(20)) {
            far->send(QByteArray(1, byte));
            const auto bytes = transport->read(16, Deadline::in(2s), {});
            QVERIFY2(bytes.has_value(), said(bytes).constData());
            QCOMPARE(*bytes, QByteArray(1, byte));
        }
    }

    void silenceEndsAtTheDeadline_data() { everyWire(); }
    void silenceEndsAtTheDeadline()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        QElapsedTimer timer;
        timer.start();
        FAILS_WITH(transport->read(1, Deadline::in(50ms), {}), ErrorKind::DeviceSilent);
        QVERIFY(timer.elapsed() >= 49);
        QVERIFY(timer.elapsed() < atOnceMs);
        FAILS_WITH(transport->read(1, Deadline::in(-1ms), {}), ErrorKind::DeviceSilent);
        QVERIFY(transport->isOpen());
        far->send("late");
        const auto late = transport->read(4, Deadline::in(2s), {});
        QVERIFY2(late.has_value() && QByteArray("late").startsWith(*late), said(late).constData());
    }

    void aStopEndsAWaitAtOnce_data() { everyWire(); }
    void aStopEndsAWaitAtOnce()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        std::stop_source stop;
        Result<QByteArray> answer = fail(ErrorKind::NotFound, {});
        std::jthread lane([&] { answer = transport->read(1, Deadline::in(30s), stop.get_token()); });
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        lane.join();
        QVERIFY2(timer.elapsed() < atOnceMs, qPrintable(QString::number(timer.elapsed())));
        FAILS_WITH(answer, ErrorKind::Cancelled);
        far->send("x"); // already stopped: not even a byte that waits is taken
        FAILS_WITH(transport->read(1, Deadline::in(1s), stop.get_token()), ErrorKind::Cancelled);
        FAILS_WITH(transport->write("x", Deadline::in(1s), stop.get_token()), ErrorKind::Cancelled);
        const auto kept = transport->read(1, Deadline::in(2s), {});
        QVERIFY2(kept && *kept == "x", said(kept).constData());
    }

    void aHungDeviceEndsAtTheDeadlineOrTheStop_data() { everyWire(); }
    void aHungDeviceEndsAtTheDeadlineOrTheStop()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        far->hang();
        const QByteArray flood(16 << 20, 'x'); // more than any buffer on the way
        const auto written = transport->write(flood, Deadline::in(100ms), {});
        FAILS_WITH(written, ErrorKind::DeviceSilent);
        QVERIFY2(written.error().detail.contains(QStringLiteral("of 16777216 bytes had left")), said(written).constData());
        std::stop_source stop;
        Result<void> flooded;
        std::jthread lane([&] { flooded = transport->write(flood, Deadline::in(30s), stop.get_token()); });
        QElapsedTimer timer;
        timer.start();
        stop.request_stop();
        lane.join();
        QVERIFY2(timer.elapsed() < atOnceMs, qPrintable(QString::number(timer.elapsed())));
        FAILS_WITH(flooded, ErrorKind::Cancelled);
    }

    void unpluggedWhileItIsWaitedFor_data() { everyWire(); }
    void unpluggedWhileItIsWaitedFor()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        far->send("first"); // the wait is under way for sure once this has come
        Result<QByteArray> end = fail(ErrorKind::NotFound, {});
        std::atomic<bool> hasBegun = false;
        std::jthread lane([&] {
            do {
                end = transport->read(16, Deadline::in(30s), {});
                hasBegun = true;
            } while (end.has_value());
        });
        QTRY_VERIFY(hasBegun);
        QElapsedTimer timer;
        timer.start();
        far->unplug();
        lane.join();
        QVERIFY2(timer.elapsed() < atOnceMs, qPrintable(QString::number(timer.elapsed())));
        FAILS_WITH(end, ErrorKind::DeviceAbsent);
        QVERIFY(!transport->isOpen());
        FAILS_WITH(transport->write("x", Deadline::in(1s), {}), ErrorKind::DeviceAbsent);
        FAILS_WITH(transport->open(), ErrorKind::DeviceAbsent);
    }

    void unpluggedBetweenOperationsAndBack_data() { everyWire(); }
    void unpluggedBetweenOperationsAndBack()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        far->unplug();
        // A write may be taken by a buffer once; what follows notices.
        auto written = transport->write("question", Deadline::in(1s), {});
        const auto answer = transport->read(1, Deadline::in(5s), {});
        FAILS_WITH(answer, ErrorKind::DeviceAbsent);
        QVERIFY(!transport->isOpen());
        far->replug();
        SUCCEEDS(transport->open());
        SUCCEEDS(transport->write("again", Deadline::in(2s), {}));
        QCOMPARE(far->receive(5), QByteArray("again"));
        far->send("yes");
        const auto heard = transport->read(16, Deadline::in(2s), {});
        QVERIFY2(heard && *heard == "yes", said(heard).constData());
    }

    void discardedInputIsGone_data() { everyWire(); }
    void discardedInputIsGone()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        far->send("stale");
        const auto begun = transport->read(2, Deadline::in(2s), {});
        QVERIFY2(begun && *begun == "st", said(begun).constData());
        transport->discardInput();
        far->send("new");
        const auto fresh = transport->read(16, Deadline::in(2s), {});
        QVERIFY2(fresh && *fresh == "new", said(fresh).constData());
    }

    void closedIsClosedAndOpensAgain_data() { everyWire(); }
    void closedIsClosedAndOpensAgain()
    {
        THE_WIRE;
        SUCCEEDS(transport->open());
        transport->close();
        transport->close();
        QVERIFY(!transport->isOpen());
        FAILS_WITH(transport->read(1, Deadline::in(1s), {}), ErrorKind::DeviceAbsent);
        SUCCEEDS(transport->open());
        SUCCEEDS(transport->write("here", Deadline::in(2s), {}));
    }
};

QTEST_GUILESS_MAIN(TransportContractTest)
#include "transport_contract_test.moc"
