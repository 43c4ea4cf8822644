// SPDX-License-Identifier: GPL-3.0-or-later
// Reader and scanner as a terminal has them, opened from descriptors, with the emulated desk at the far end. The desk
// is written apart from the drivers' codecs: what both agree on is the protocol.
#include "app/core/base/log.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/registry/device_registry.h"
#include "tests/fault/sane_directory.h"
#include "tests/unit/drivers/page_picture.h"

#include <QJsonDocument>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;

namespace {

const ports::PageProfile profile;

QJsonObject card()
{
    return {{QStringLiteral("name"), QStringLiteral("𠮷秀兰")},
            {QStringLiteral("sex"), QStringLiteral("女")},
            {QStringLiteral("ethnic"), QStringLiteral("土家")},
            {QStringLiteral("birth"), QStringLiteral("19420506")},
            {QStringLiteral("address"), QStringLiteral("湖北省恩施州青山镇石桥村二组 7 号")},
            {QStringLiteral("idNumber"), QStringLiteral("422823194205060426")},
            {QStringLiteral("issuer"), QStringLiteral("青山县公安局")},
            {QStringLiteral("validFrom"), QStringLiteral("20160318")},
            {QStringLiteral("validTo"), QStringLiteral("20360318")}};
}

QJsonObject serial(const QString &path)
{
    return {{QStringLiteral("kind"), QStringLiteral("serial")}, {QStringLiteral("path"), path}};
}

} // namespace

class DeskInputsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
        QVERIFY(m_desk.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate")).has_value());
        describe("id-card-reader", "idCardReader", "sam", serial(m_desk.path(QStringLiteral("reader.tty"))),
                 {{QStringLiteral("findIntervalMs"), 50},
                  {QStringLiteral("findTimeoutMs"), 1500},
                  {QStringLiteral("readTimeoutMs"), 3000}});
        describe("receipt-printer", "receiptPrinter", "escpos", serial(m_desk.path(QStringLiteral("printer.tty"))), {});
        describe("document-scanner", "documentScanner", "sane",
                 {{QStringLiteral("kind"), QStringLiteral("sane")},
                  {QStringLiteral("device"), QStringLiteral("pnm:0")},
                  {QStringLiteral("configDirectory"), m_sane.path()}},
                 {{QStringLiteral("saneOptions"),
                   QJsonObject{{QStringLiteral("filename"), m_desk.path(QStringLiteral("page.pnm"))}}}});
        auto opened = drivers::registry::openDevices({m_descriptors.path()});
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
        m_devices = std::move(*opened);
    }
    void cleanup()
    {
        QVERIFY(m_desk.client().setCardFault(QStringLiteral("none")).has_value());
        QVERIFY(m_desk.client().liftCard().has_value());
    }
    void cleanupTestCase() { QVERIFY(m_desk.stop()); }

    void aCardIsReadAsItWasLaid()
    {
        QVERIFY(m_desk.client().placeCard(card()).has_value());
        const auto read = m_devices.idCardReader->read(Deadline::in(10s), {});
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->name.reveal(), QStringLiteral("𠮷秀兰"));
        QCOMPARE(read->sex, domain::Sex::Female);
        QCOMPARE(domain::ethnicLabel(read->ethnicCode), QStringLiteral("土家"));
        QCOMPARE(read->birth, QDate(1942, 5, 6));
        QCOMPARE(read->address.reveal(), QStringLiteral("湖北省恩施州青山镇石桥村二组 7 号"));
        QCOMPARE(read->idNumber.reveal(), QStringLiteral("422823194205060426"));
        QCOMPARE(read->validTo, std::optional(QDate(2036, 3, 18)));
        // The same card is not found again until it was lifted and laid down anew.
        QVERIFY(failedWith(m_devices.idCardReader->read(Deadline::in(1s), {}), ErrorKind::CardAbsent));
        QVERIFY(m_desk.client().liftCard().has_value());
        QVERIFY(m_desk.client().placeCard(card()).has_value());
        QVERIFY(m_devices.idCardReader->read(Deadline::in(10s), {}).has_value());
    }

    void noCard() { QVERIFY(failedWith(m_devices.idCardReader->read(Deadline::in(1s), {}), ErrorKind::CardAbsent)); }

    void whatGoesWrongAndThatItPasses_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<std::optional<ErrorKind>>("kind");
        const auto row = [](const char *fault, std::optional<ErrorKind> kind) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << kind;
        };
        row("none", {});
        row("oneByte", {});
        row("liftMidRead", ErrorKind::CardLifted);
        row("badChecksum", ErrorKind::CardUnreadable);
        row("garbage", ErrorKind::ProtocolViolation);
        row("silent", ErrorKind::DeviceSilent);
        row("unplugged", ErrorKind::DeviceAbsent);
    }
    void whatGoesWrongAndThatItPasses()
    {
        QFETCH(QString, fault);
        QFETCH(std::optional<ErrorKind>, kind);
        QVERIFY(m_desk.client().placeCard(card()).has_value());
        QVERIFY(m_desk.client().setCardFault(fault).has_value());
        const auto read = m_devices.idCardReader->read(Deadline::in(10s), {});
        QCOMPARE(read ? "read" : nameOf(read.error().kind), kind ? nameOf(*kind) : "read");
        // Mended, the card laid down again: everything is as before.
        QVERIFY(m_desk.client().setCardFault(QStringLiteral("none")).has_value());
        QVERIFY(m_desk.client().liftCard().has_value());
        QVERIFY(m_desk.client().placeCard(card()).has_value());
        const auto again = m_devices.idCardReader->read(Deadline::in(10s), {});
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().detail));
    }

    void thePageOnTheGlassIsScanned()
    {
        QTemporaryDir dir;
        const QString page = dir.filePath(QStringLiteral("page.png"));
        QVERIFY(textPage(20, Qt::black, Qt::white, true).save(page));
        auto &scanner = *m_devices.documentScanner;
        const auto missing = scanner.scan(profile, 1, Deadline::in(10s), {}, {});
        QVERIFY2(failedWith(missing, ErrorKind::PageMissing), tests::describe(missing).constData());
        QVERIFY(m_desk.client().placePage(page).has_value());
        const auto pages = scanner.scan(profile, 1, Deadline::in(30s), {}, {});
        QVERIFY2(pages.has_value(), tests::describe(pages).constData());
        QVERIFY(pages->front().jpeg.size() <= profile.maxBytes);
        QVERIFY(!QImage::fromData(pages->front().jpeg, "JPEG").isGrayscale()); // the seal is red
        QVERIFY(m_desk.client().call(QStringLiteral("scanner.remove")).has_value());
        QVERIFY(failedWith(scanner.scan(profile, 1, Deadline::in(10s), {}, {}), ErrorKind::PageMissing));
    }

private:
    void describe(const char *id, const char *deviceClass, const char *driver, const QJsonObject &transport,
                  const QJsonObject &options)
    {
        QFile file(m_descriptors.filePath(QLatin1String(id) + QStringLiteral(".json")));
        const QJsonObject json{{QStringLiteral("id"), QLatin1String(id)},
                               {QStringLiteral("class"), QLatin1String(deviceClass)},
                               {QStringLiteral("driver"), QLatin1String(driver)},
                               {QStringLiteral("transport"), transport},
                               {QStringLiteral("options"), options}};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(QJsonDocument(json).toJson()) > 0);
    }

    SaneDirectory m_sane;
    QTemporaryDir m_descriptors;
    drivers::emulator::EmulatorProcess m_desk;
    drivers::registry::Devices m_devices;
};

QTEST_MAIN(DeskInputsTest)
#include "desk_inputs_test.moc"
