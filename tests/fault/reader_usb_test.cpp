// SPDX-License-Identifier: GPL-3.0-or-later
// The real card reader driver over the real libusb, the emulated reader behind usbfs's requests: both endpoint layouts.
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/usb_transport.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

QJsonObject card()
{
    return {{"name", QStringLiteral("蓝有福")},
            {"sex", QStringLiteral("男")},
            {"ethnic", QStringLiteral("畲")},
            {"birth", "19330911"},
            {"address", QStringLiteral("青山镇畲家岭村")},
            {"idNumber", "339901193309110317"},
            {"issuer", QStringLiteral("青山县公安局")},
            {"validFrom", "20160318"},
            {"validTo", QStringLiteral("长期")}};
}

struct Rig
{
    emulator::EmulatorProcess process; // ends after the driver: the preload kills whose device was lost
    std::unique_ptr<devices::SamReader> reader;

    [[nodiscard]] bool start(const QString &wire)
    {
        const auto started = process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--reader"), wire});
        if (!started)
            return false;
        qputenv("UMOCKDEV_DIR", process.testbed().toUtf8());
        const transport::UsbOptions usb{.address = {.vendor = 0x0400, .product = 0xC35A},
                                        .split = transport::SplitRule{.headerBytes = 7, .lengthAt = 5}};
        const devices::SamReaderOptions options{
            .findInterval = 20ms, .findTimeout = 1s, .selectTimeout = 1s, .readTimeout = 3s};
        reader = std::make_unique<devices::SamReader>(std::make_unique<transport::UsbTransport>(usb), options);
        return true;
    }
    [[nodiscard]] bool place() { return process.client().placeCard(card()).has_value(); }
    [[nodiscard]] bool fault(const char *kind)
    {
        return process.client().setCardFault(QString::fromLatin1(kind)).has_value();
    }
    [[nodiscard]] Result<domain::IdCard> read(std::chrono::milliseconds span = 6s)
    {
        return reader->read(Deadline::in(span), {});
    }
};

QByteArray describe(const Result<domain::IdCard> &card)
{
    return card ? QByteArray("a card") : QByteArray(nameOf(card.error().kind)) + " " + card.error().detail.toUtf8();
}

void layouts()
{
    QTest::addColumn<QString>("wire");
    QTest::newRow("header and body apart") << QStringLiteral("usb:split");
    QTest::newRow("one pair of pipes") << QStringLiteral("usb:pair");
}

} // namespace

class ReaderUsbTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasLaidDown_data() { layouts(); }
    void readsWhatWasLaidDown()
    {
        QFETCH(QString, wire);
        Rig rig;
        QVERIFY(rig.start(wire));
        QVERIFY(rig.place());
        const auto read = rig.read();
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->name.reveal(), QStringLiteral("蓝有福"));
        QCOMPARE(read->idNumber.reveal(), QStringLiteral("339901193309110317"));
        QCOMPARE(read->address.reveal(), QStringLiteral("青山镇畲家岭村"));
    }

    void misfortunes_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("kind"); // −1: read all the same
        for (const char *wire : {"usb:split", "usb:pair"}) {
            const auto row = [&](const char *fault, int kind) {
                QTest::addRow("%s, %s", wire, fault) << QString::fromLatin1(wire) << QByteArray(fault) << kind;
            };
            row("liftMidRead", static_cast<int>(ErrorKind::CardLifted));
            row("badChecksum", static_cast<int>(ErrorKind::CardUnreadable));
            row("silent", static_cast<int>(ErrorKind::DeviceSilent));
            row("garbage", static_cast<int>(ErrorKind::ProtocolViolation));
            row("oneByte", -1);
            row("unplugged", static_cast<int>(ErrorKind::DeviceAbsent));
        }
    }
    void misfortunes()
    {
        QFETCH(QString, wire);
        QFETCH(QByteArray, fault);
        QFETCH(int, kind);
        Rig rig;
        QVERIFY(rig.start(wire));
        QVERIFY(rig.place());
        QVERIFY(rig.fault(fault.constData()));
        const auto read = rig.read();
        QVERIFY2(kind < 0 ? read.has_value() : failedWith(read, static_cast<ErrorKind>(kind)),
                 describe(read).constData());

        // All is forgiven once the cause is gone and the card lies there anew; a new plugging is a new device number.
        QVERIFY(rig.fault("none"));
        QVERIFY(rig.place());
        const auto again = rig.read();
        QVERIFY2(again.has_value(), describe(again).constData());
    }

    void theCableIsPulledWhileACardIsAwaited_data() { layouts(); }
    void theCableIsPulledWhileACardIsAwaited()
    {
        QFETCH(QString, wire);
        Rig rig;
        QVERIFY(rig.start(wire));
        QVERIFY(rig.reader->probe(Deadline::in(2s), {}).has_value());
        Result<domain::IdCard> read = fail(ErrorKind::NotFound, {});
        std::jthread lane([&] { read = rig.read(30s); });
        QVERIFY(rig.fault("unplugged"));
        lane.join();
        QVERIFY2(failedWith(read, ErrorKind::DeviceAbsent), describe(read).constData());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(rig.fault("none"));
        QVERIFY(rig.place());
        read = rig.read();
        QVERIFY2(read.has_value(), describe(read).constData());
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed()))); // ready again within 2 s
    }
};

QTEST_GUILESS_MAIN(ReaderUsbTest)
#include "reader_usb_test.moc"
