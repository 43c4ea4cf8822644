// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can go wrong between a villager's card and the terminal, at the wire: a scripted reader at the far
// end of a pseudo-terminal.
#include "app/core/base/log.h"
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/transport/serial_transport.h"
#include "tests/fault/sam_peer.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using tests::SamPeer;

namespace {

const devices::SamReaderOptions quick{
    .findInterval = 10ms, .findTimeout = 800ms, .selectTimeout = 800ms, .readTimeout = 1200ms};

devices::SamReader readerAt(const QString &path)
{
    return {std::make_unique<transport::SerialTransport>(transport::SerialOptions{path, 115200}), quick};
}

QByteArray describe(const Result<domain::IdCard> &card)
{
    if (card)
        return "a card";
    return QByteArray(nameOf(card.error().kind)) + " " + card.error().where.toUtf8() + " " +
           card.error().detail.toUtf8();
}

} // namespace

#define EXPECT_KIND(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(failedWith(seen, expected), describe(seen).constData());                                              \
    } while (false)

class ReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([this](const QByteArray &line) { m_log += line + '\n'; });
    }
    // Whatever happened: no name, number or address in the log.
    void cleanup()
    {
        for (const char *word : {"王桂兰", "110105", "19491231", "青山镇"})
            QVERIFY(!m_log.contains(word));
    }

    void aCardIsRead()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) { p.send(SamPeer::good(c)); });
        auto reader = readerAt(peer.path());
        const auto card = reader.read(Deadline::in(5s), {});
        QVERIFY2(card.has_value(), describe(card).constData());
        QCOMPARE(card->name.reveal(), QStringLiteral("王桂兰"));
        QCOMPARE(peer.requests(), (QByteArrayList{"2001", "2002", "3001"}));
        // The next person's card goes the same way.
        QVERIFY(reader.read(Deadline::in(5s), {}).has_value());
    }

    void aCardLaidDownLateIsAwaited()
    {
        std::atomic<int> finds = 0;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            p.send(c == "2001" && ++finds < 4 ? SamPeer::status("80") : SamPeer::good(c));
        });
        QVERIFY(readerAt(peer.path()).read(Deadline::in(5s), {}).has_value());
        QCOMPARE(finds.load(), 4);
    }

    void noCardUntilTheDeadline()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &) { p.send(SamPeer::status("80")); });
        QElapsedTimer timer;
        timer.start();
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(1s), {}), ErrorKind::CardAbsent);
        QVERIFY(timer.elapsed() >= 999);
        QVERIFY(peer.requests().size() >= 2);
    }

    void liftedBeforeSelect()
    {
        SamPeer peer(
            [](SamPeer &p, const QByteArray &c) { p.send(c == "2002" ? SamPeer::status("81") : SamPeer::good(c)); });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::CardLifted);
    }

    void liftedInMidRead()
    {
        std::atomic<bool> lifted = true;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            p.send(c == "3001" && lifted ? SamPeer::status("41") : SamPeer::good(c));
        });
        auto reader = readerAt(peer.path());
        EXPECT_KIND(reader.read(Deadline::in(5s), {}), ErrorKind::CardLifted);
        lifted = false; // laid down again
        QVERIFY(reader.read(Deadline::in(5s), {}).has_value());
    }

    void oneBadChecksumIsRepeatedInSilence()
    {
        std::atomic<int> reads = 0;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            p.send(c == "3001" && ++reads == 1 ? SamPeer::brokenBase() : SamPeer::good(c));
        });
        QVERIFY(readerAt(peer.path()).read(Deadline::in(5s), {}).has_value());
        QCOMPARE(peer.requests(), (QByteArrayList{"2001", "2002", "3001", "3001"}));
    }

    void twoBadChecksumsAreUnreadable()
    {
        SamPeer peer(
            [](SamPeer &p, const QByteArray &c) { p.send(c == "3001" ? SamPeer::brokenBase() : SamPeer::good(c)); });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::CardUnreadable);
        QCOMPARE(peer.requests(), (QByteArrayList{"2001", "2002", "3001", "3001"}));
    }

    void aContentThatIsGivenOnlyOnceAndSpoilt()
    {
        std::atomic<int> reads = 0;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            if (c != "3001")
                return p.send(SamPeer::good(c));
            p.send(++reads == 1 ? SamPeer::brokenBase() : SamPeer::status("41"));
        });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::CardUnreadable);
    }

    void oneByteAtATime()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) {
            for (const char byte : SamPeer::good(c))
                p.send(QByteArray(1, byte));
        });
        QVERIFY(readerAt(peer.path()).read(Deadline::in(5s), {}).has_value());
    }

    void noiseBeforeAnAnswerIsSkipped()
    {
        SamPeer peer(
            [](SamPeer &p, const QByteArray &c) { p.send(QByteArray::fromHex("00FFAAAA96AA") + SamPeer::good(c)); });
        QVERIFY(readerAt(peer.path()).read(Deadline::in(5s), {}).has_value());
    }

    void garbageInsteadOfAnAnswer()
    {
        SamPeer peer(
            [](SamPeer &p, const QByteArray &c) { p.send(c == "3001" ? QByteArray(300, '\x5A') : SamPeer::good(c)); });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::ProtocolViolation);
    }

    void anotherDeviceOnTheLine()
    {
        QByteArray nmea("$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\r\n");
        SamPeer peer([&](SamPeer &p, const QByteArray &) { p.send(nmea.repeated(50)); });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::ProtocolViolation);
        QVERIFY(m_log.contains("DeviceTrouble"));
    }

    void wrongSectionLengths()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) {
            p.send(c == "3001" ? SamPeer::frame(QByteArray::fromHex("000090 02000400") + QByteArray(1280, ' '))
                               : SamPeer::good(c));
        });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::ProtocolViolation);
    }

    void aContentThatDoesNotHoldTogether()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) {
            const auto forged = tests::CardBlock().put(122, 36, QStringLiteral("110105194912310021"));
            p.send(c == "3001" ? SamPeer::base(forged) : SamPeer::good(c));
        });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::CardUnreadable);
    }

    void silentFromTheBeginning()
    {
        SamPeer peer([](SamPeer &, const QByteArray &) {});
        QElapsedTimer timer;
        timer.start();
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), ErrorKind::DeviceSilent);
        QVERIFY(timer.elapsed() < 4000); // its own time-out, not the person's deadline
    }

    void silentInMidFrame()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) {
            p.send(c == "3001" ? SamPeer::base().first(600) : SamPeer::good(c));
        });
        const auto card = readerAt(peer.path()).read(Deadline::in(5s), {});
        EXPECT_KIND(card, ErrorKind::DeviceSilent);
        QVERIFY(card.error().detail.contains(QStringLiteral("600 bytes")));
    }

    void aLateAnswerIsNotTheNextOnes()
    {
        std::atomic<int> reads = 0;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            if (c == "3001" && ++reads == 1)
                p.send(SamPeer::base().first(600));
            else if (c == "2001" && reads == 1)
                p.send(SamPeer::base().mid(600) + SamPeer::found()); // the rest comes now
            else
                p.send(SamPeer::good(c));
        });
        auto reader = readerAt(peer.path());
        EXPECT_KIND(reader.read(Deadline::in(5s), {}), ErrorKind::DeviceSilent);
        QVERIFY(reader.read(Deadline::in(5s), {}).has_value());
    }

    void answersThatAskForTheTechnician_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("unknown status") << SamPeer::status("55") << ErrorKind::ProtocolViolation;
        QTest::newRow("impossible length") << QByteArray::fromHex("AAAAAA9669FFFF00") << ErrorKind::ProtocolViolation;
        QTest::newRow("unauthorised SAM") << SamPeer::status("66") << ErrorKind::DeviceFault;
    }
    void answersThatAskForTheTechnician()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorKind, kind);
        SamPeer peer([&](SamPeer &p, const QByteArray &) { p.send(answer); });
        EXPECT_KIND(readerAt(peer.path()).read(Deadline::in(5s), {}), kind);
    }

    void absentFromTheBeginning()
    {
        EXPECT_KIND(readerAt(QStringLiteral("/nonexistent/reader")).read(Deadline::in(5s), {}),
                    ErrorKind::DeviceAbsent);
    }

    void unpluggedInMidRead()
    {
        SamPeer peer([](SamPeer &p, const QByteArray &c) {
            if (c != "3001")
                return p.send(SamPeer::good(c));
            p.send(SamPeer::base().first(600));
            p.hangUp();
        });
        auto reader = readerAt(peer.path());
        for (int i = 0; i < 2; ++i)
            EXPECT_KIND(reader.read(Deadline::in(5s), {}), ErrorKind::DeviceAbsent);
    }

    void aStopEndsItAtOnce_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no card") << SamPeer::status("80");
        QTest::newRow("no answer") << QByteArray();
    }
    // The duty is 200 ms; a busy machine gets a second, the wait that is cut short has thirty.
    void aStopEndsItAtOnce()
    {
        QFETCH(QByteArray, answer);
        std::stop_source stop;
        QElapsedTimer sinceStop;
        SamPeer peer([&](SamPeer &p, const QByteArray &) {
            p.send(answer);
            if (!stop.stop_requested()) {
                sinceStop.start();
                stop.request_stop();
            }
        });
        devices::SamReader reader(
            std::make_unique<transport::SerialTransport>(transport::SerialOptions{peer.path(), 115200}), {});
        EXPECT_KIND(reader.read(Deadline::in(30s), stop.get_token()), ErrorKind::Cancelled);
        QVERIFY(sinceStop.elapsed() < 1000);
    }

private:
    QByteArray m_log;
};

QTEST_GUILESS_MAIN(ReaderTest)
#include "reader_test.moc"
