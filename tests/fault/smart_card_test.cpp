// SPDX-License-Identifier: GPL-3.0-or-later
// Social-security cards through a real pcscd and a virtual reader, and everything that may go wrong between them.
#include "app/core/base/lane.h"
#include "drivers/devices/smart_card_reader/pcsc_reader.h"
#include "tests/fault/pcsc_world.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using tests::Pcscd;
using tests::VirtualCard;

namespace {

const auto program = QStringLiteral(TONGBAN_BIN_DIR "/tongban-smart-card");
const QByteArray someId = QByteArray::fromHex("04A1B2C3D4E5F6");
const QByteArray otherId = QByteArray::fromHex("11223344");

devices::PcscReader makeReader(std::chrono::milliseconds answerTimeout = 5s)
{
    return {{.answerTimeout = answerTimeout, .statusInterval = 50ms}, program};
}

template <class T> QByteArray describe(const Result<T> &result)
{
    if (result)
        return "no error";
    return QByteArray(nameOf(result.error().kind)) + " " + result.error().where.toUtf8() + " " +
           result.error().detail.toUtf8();
}

// The smart card program that runs for this test; 0 when none does.
pid_t childProgram()
{
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(entry));
        const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QByteArrayList behindName = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (stat.contains("(tongban-smart-c)") && behindName.size() > 2 && behindName.at(1).toInt() == ::getpid())
            return entry.toInt();
    }
    return 0;
}

} // namespace

#define EXPECT_KIND(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(failedWith(seen, expected), describe(seen).constData());                                              \
    } while (false)

class SmartCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardIsRead()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader();
        const auto probed = reader.probe(Deadline::in(10s), {});
        QVERIFY2(probed.has_value(), describe(probed).constData());
        const VirtualCard card(VirtualCard::withId(someId));
        const auto read = reader.read(Deadline::in(10s), {});
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->atr.toHex(), VirtualCard::atr().toHex());
        QCOMPARE(read->id.reveal().toHex(), someId.toHex());
    }

    void aCardThatStaysInIsGivenOnce()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader();
        VirtualCard card(VirtualCard::withId(someId));
        QVERIFY(reader.read(Deadline::in(10s), {}).has_value());
        EXPECT_KIND(reader.read(Deadline::in(1s), {}), ErrorKind::CardAbsent);
        card.lift();
        EXPECT_KIND(reader.read(Deadline::in(2s), {}), ErrorKind::CardAbsent); // long enough for pcscd to notice
        const VirtualCard next(VirtualCard::withId(otherId));
        const auto read = reader.read(Deadline::in(10s), {});
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->id.reveal().toHex(), otherId.toHex());
    }

    void aCardLaidDownLateIsAwaited()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader();
        Lane lane(QStringLiteral("smart-card"));
        auto reading = lane.run([&](std::stop_token stop) { return reader.read(Deadline::in(10s), stop); });
        QTRY_VERIFY(childProgram() != 0);
        const VirtualCard card(VirtualCard::withId(someId));
        const auto read = reading.result();
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->id.reveal(), someId);
    }

    void oddCards_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind"); // −1: read, without an id
        QTest::newRow("no id to give") << QByteArray::fromHex("6A81") << -1;
        QTest::newRow("does not know the class") << QByteArray::fromHex("6E00") << -1;
        QTest::newRow("pulled out in mid read") << QByteArray() << static_cast<int>(ErrorKind::CardLifted);
        QTest::newRow("an id of 100 bytes") << QByteArray(100, 'x') + QByteArray::fromHex("9000")
                                            << static_cast<int>(ErrorKind::CardUnreadable);
    }
    void oddCards()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader();
        const VirtualCard card([&](const QByteArray &) { return answer; });
        const auto read = reader.read(Deadline::in(10s), {});
        QVERIFY2(kind < 0 ? read.has_value() : failedWith(read, static_cast<ErrorKind>(kind)), describe(read).constData());
        if (kind < 0)
            QVERIFY(read->id.reveal().isEmpty() && read->atr == VirtualCard::atr());
        if (kind == static_cast<int>(ErrorKind::CardUnreadable)) // and is not tried again and again
            EXPECT_KIND(reader.read(Deadline::in(500ms), {}), ErrorKind::CardAbsent);
    }

    void withoutPcscdThereIsNoDevice()
    {
        auto reader = makeReader();
        EXPECT_KIND(reader.probe(Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
        EXPECT_KIND(reader.read(Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
        Pcscd pcscd; // and once it is there the same object finds it
        QVERIFY(pcscd.start());
        const auto probed = reader.probe(Deadline::in(10s), {});
        QVERIFY2(probed.has_value(), describe(probed).constData());
    }

    void withoutAReaderThereIsNoDevice()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start(false));
        auto reader = makeReader();
        EXPECT_KIND(reader.probe(Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
        EXPECT_KIND(reader.read(Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
    }

    void readersAreChosenByTheBeginningOfTheirNames()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        devices::PcscReader mine({.reader = QStringLiteral("Virtual PCD 00 00")}, program);
        devices::PcscReader others({.reader = QStringLiteral("ACS")}, program);
        const auto probed = mine.probe(Deadline::in(10s), {});
        QVERIFY2(probed.has_value(), describe(probed).constData());
        EXPECT_KIND(others.probe(Deadline::in(10s), {}), ErrorKind::DeviceAbsent);
    }

    void aPcscdThatHangsIsSilent()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader(500ms);
        pcscd.freeze();
        QElapsedTimer timer;
        timer.start();
        EXPECT_KIND(reader.probe(Deadline::in(30s), {}), ErrorKind::DeviceSilent);
        EXPECT_KIND(reader.read(Deadline::in(30s), {}), ErrorKind::DeviceSilent);
        QVERIFY(timer.elapsed() < 10'000);
        QCOMPARE(childProgram(), 0); // nobody is left behind
        pcscd.thaw();
        auto patient = makeReader();
        const auto probed = patient.probe(Deadline::in(10s), {});
        QVERIFY2(probed.has_value(), describe(probed).constData());
    }

    void aPcscdThatBeginsToHangIsSilent()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader(1s);
        Lane lane(QStringLiteral("smart-card"));
        auto reading = lane.run([&](std::stop_token stop) { return reader.read(Deadline::in(30s), stop); });
        QTRY_VERIFY(childProgram() != 0);
        pcscd.freeze();
        EXPECT_KIND(reading.result(), ErrorKind::DeviceSilent);
    }

    void unpluggedInMidWaitAndPluggedInAgain()
    {
        auto pcscd = std::make_unique<Pcscd>();
        QVERIFY(pcscd->start());
        auto reader = makeReader();
        const auto card = std::make_unique<VirtualCard>(VirtualCard::withId(someId));
        QVERIFY(reader.read(Deadline::in(10s), {}).has_value());
        Lane lane(QStringLiteral("smart-card"));
        auto reading = lane.run([&](std::stop_token stop) { return reader.read(Deadline::in(30s), stop); });
        QTRY_VERIFY(childProgram() != 0);
        pcscd = std::make_unique<Pcscd>(); // the former is ended
        EXPECT_KIND(reading.result(), ErrorKind::DeviceAbsent);
        QVERIFY(pcscd->start());
        card->lift();
        const VirtualCard again(VirtualCard::withId(someId));
        const auto read = reader.read(Deadline::in(10s), {});
        QVERIFY2(read.has_value(), describe(read).constData());
    }

    void theSmartCardProgramIsKilled()
    {
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        auto reader = makeReader();
        Lane lane(QStringLiteral("smart-card"));
        auto reading = lane.run([&](std::stop_token stop) { return reader.read(Deadline::in(30s), stop); });
        QTRY_VERIFY(childProgram() != 0);
        ::kill(childProgram(), SIGKILL);
        EXPECT_KIND(reading.result(), ErrorKind::DeviceFault);
        const auto probed = reader.probe(Deadline::in(10s), {});
        QVERIFY2(probed.has_value(), describe(probed).constData());
        devices::PcscReader missing({}, QStringLiteral("/nonexistent/tongban-smart-card"));
        EXPECT_KIND(missing.probe(Deadline::in(10s), {}), ErrorKind::DeviceFault);
    }

    // The duty is 200 ms; a busy machine gets a second, the wait that is cut short has thirty.
    void aStopEndsItAtOnce_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("no card") << false;
        QTest::newRow("no answer") << true;
    }
    void aStopEndsItAtOnce()
    {
        QFETCH(bool, frozen);
        Pcscd pcscd;
        QVERIFY(pcscd.start());
        if (frozen)
            pcscd.freeze();
        auto reader = makeReader(20s);
        Lane lane(QStringLiteral("smart-card"));
        auto reading = lane.run([&](std::stop_token stop) { return reader.read(Deadline::in(30s), stop); });
        QTRY_VERIFY(childProgram() != 0);
        QElapsedTimer sinceStop;
        sinceStop.start();
        lane.requestStop();
        EXPECT_KIND(reading.result(), ErrorKind::Cancelled);
        QVERIFY(sinceStop.elapsed() < 1000);
        QCOMPARE(childProgram(), 0);
    }
};

int main(int argc, char *argv[])
{
    tests::enterPcscWorld(argv);
    QCoreApplication application(argc, argv);
    SmartCardTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "smart_card_test.moc"
