// SPDX-License-Identifier: GPL-3.0-or-later
// The real card reader driver and the emulated reader, written apart from the same manual, meet on a real line.
#include "app/core/base/lane.h"
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/serial_transport.h"

#include <QTest>

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
    emulator::EmulatorProcess process;
    std::unique_ptr<devices::SamReader> reader;
    devices::SamReaderOptions options{
        .findInterval = 20ms, .findTimeout = 1s, .selectTimeout = 1s, .readTimeout = 3s};

    [[nodiscard]] bool start()
    {
        reader = std::make_unique<devices::SamReader>(
            std::make_unique<transport::SerialTransport>(
                transport::SerialOptions{process.path(QStringLiteral("reader.tty")), 115200}),
            options);
        return process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate")).has_value();
    }
    [[nodiscard]] Result<domain::IdCard> read() { return reader->read(Deadline::in(6s), {}); }
};

QByteArray describe(const Result<domain::IdCard> &card)
{
    return card ? QByteArray("a card") : QByteArray(nameOf(card.error().kind)) + " " + card.error().detail.toUtf8();
}

} // namespace

class ReaderEmulatedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasLaidDown()
    {
        Rig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.process.client().placeCard(card()).has_value());
        const auto read = rig.read();
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->name.reveal(), QStringLiteral("蓝有福"));
        QCOMPARE(read->sex, domain::Sex::Male);
        QCOMPARE(domain::ethnicLabel(read->ethnicCode), QStringLiteral("畲"));
        QCOMPARE(read->birth, QDate(1933, 9, 11));
        QCOMPARE(read->address.reveal(), QStringLiteral("青山镇畲家岭村"));
        QCOMPARE(read->idNumber.reveal(), QStringLiteral("339901193309110317"));
        QCOMPARE(read->issuer, QStringLiteral("青山县公安局"));
        QCOMPARE(read->validFrom, QDate(2016, 3, 18));
        QVERIFY(!read->validTo.has_value());
    }

    void permitsAreRead_data()
    {
        QTest::addColumn<QJsonObject>("permit");
        const QJsonObject common{{"sex", QStringLiteral("女")}, {"validFrom", "20230915"}, {"validTo", "20330915"}};
        const auto with = [&](QJsonObject more) {
            for (auto it = common.begin(); it != common.end(); ++it)
                more.insert(it.key(), it.value());
            return more;
        };
        QTest::newRow("J") << with({{"kind", "J"}, {"name", QStringLiteral("林美玉")}, {"birth", "19940823"},
                                    {"address", QStringLiteral("青山镇")}, {"idNumber", "810000199408230021"},
                                    {"issuer", QStringLiteral("青山县公安局")}, {"permitNumber", "H12345678"}});
        QTest::newRow("I") << with({{"kind", "I"}, {"englishName", "SMITH, ANNA"}, {"birth", "19810803"},
                                    {"idNumber", "CAN110081080310"}, {"nationality", "CAN"}});
        QTest::newRow("Y") << with({{"kind", "Y"}, {"name", QStringLiteral("安娜")}, {"englishName", "ANNA SMITH"},
                                    {"birth", "19810803"}, {"idNumber", "911124198108030024"}, {"nationality", "CAN"}});
    }
    void permitsAreRead()
    {
        QFETCH(QJsonObject, permit);
        Rig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.process.client().placeCard(permit).has_value());
        const auto read = rig.read();
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(domain::nameOf(read->kind), permit.value(QStringLiteral("kind")).toString());
        QCOMPARE(read->idNumber.reveal(), permit.value(QStringLiteral("idNumber")).toString());
        QCOMPARE(read->englishName.reveal(), permit.value(QStringLiteral("englishName")).toString());
        QCOMPARE(read->nationality, permit.value(QStringLiteral("nationality")).toString());
        QCOMPARE(read->permitNumber.reveal(), permit.value(QStringLiteral("permitNumber")).toString());
        QCOMPARE(read->name.reveal(), permit.value(QStringLiteral("name")).toString(QStringLiteral("SMITH, ANNA")));
    }

    void fingerprintAndNewAddress_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("address");
        QTest::newRow("neither") << 0 << QString();
        QTest::newRow("one finger") << 512 << QString();
        QTest::newRow("two fingers, moved") << 1024 << QStringLiteral("青山镇新村");
    }
    void fingerprintAndNewAddress()
    {
        QFETCH(int, bytes);
        QFETCH(QString, address);
        Rig rig;
        rig.options.fingerprint = true;
        rig.options.readNewAddress = true;
        QVERIFY(rig.start());
        QJsonObject laid = card();
        laid.insert(QStringLiteral("fingerprint"), bytes);
        if (!address.isEmpty())
            laid.insert(QStringLiteral("newAddress"), address);
        QVERIFY(rig.process.client().placeCard(laid).has_value());
        const auto read = rig.read();
        QVERIFY2(read.has_value(), describe(read).constData());
        QCOMPARE(read->fingerprint.reveal().size(), bytes);
        QCOMPARE(read->address.reveal(), address.isEmpty() ? QStringLiteral("青山镇畲家岭村") : address);
        QVERIFY(read->photo.reveal().isEmpty());
    }

    void waitsForTheCard()
    {
        Rig rig;
        QVERIFY(rig.start());
        Lane lane(QStringLiteral("reader"));
        auto reading = lane.run([&](std::stop_token) { return rig.read(); });
        QVERIFY(rig.process.client().placeCard(card()).has_value());
        QVERIFY2(reading.result().has_value(), describe(reading.result()).constData());
    }

    void misfortunes_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("kind"); // −1: read all the same
        QTest::newRow("lifted") << QStringLiteral("liftMidRead") << static_cast<int>(ErrorKind::CardLifted);
        QTest::newRow("checksum") << QStringLiteral("badChecksum") << static_cast<int>(ErrorKind::CardUnreadable);
        QTest::newRow("silent") << QStringLiteral("silent") << static_cast<int>(ErrorKind::DeviceSilent);
        QTest::newRow("a byte at a time") << QStringLiteral("oneByte") << -1;
        QTest::newRow("unplugged") << QStringLiteral("unplugged") << static_cast<int>(ErrorKind::DeviceAbsent);
    }
    void misfortunes()
    {
        QFETCH(QString, fault);
        QFETCH(int, kind);
        Rig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.process.client().placeCard(card()).has_value());
        QVERIFY(rig.process.client().setCardFault(fault).has_value());
        const auto read = rig.read();
        QVERIFY2(kind < 0 ? read.has_value() : failedWith(read, static_cast<ErrorKind>(kind)),
                 describe(read).constData());

        // All is forgiven once the cause is gone and the card lies there anew.
        QVERIFY(rig.process.client().setCardFault(QStringLiteral("none")).has_value());
        QVERIFY(rig.process.client().placeCard(card()).has_value());
        const auto again = rig.read();
        QVERIFY2(again.has_value(), describe(again).constData());
    }

    void garbageIsNotACard()
    {
        Rig rig;
        QVERIFY(rig.start());
        QVERIFY(rig.process.client().placeCard(card()).has_value());
        QVERIFY(rig.process.client().setCardFault(QStringLiteral("garbage")).has_value());
        const auto read = rig.read();
        QVERIFY2(failedWith(read, ErrorKind::ProtocolViolation) || failedWith(read, ErrorKind::DeviceSilent),
                 describe(read).constData());
    }
};

QTEST_GUILESS_MAIN(ReaderEmulatedTest)
#include "reader_emulated_test.moc"
