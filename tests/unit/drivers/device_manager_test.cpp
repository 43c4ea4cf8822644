// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptors on a running terminal: what is added, changed, switched off and wrong; and what stays untouched.
#include "app/core/base/log.h"
#include "drivers/registry/device_manager.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::registry;
using namespace std::chrono_literals;
using domain::DeviceClass;
using domain::DeviceState;

namespace {

const QByteArray reader = R"({"id":"reader","class":"idCardReader","driver":"sam","model":"M1",
 "transport":{"kind":"serial","path":"/nonexistent/one"},"options":{}})";
const QByteArray printer = R"({"id":"printer","class":"receiptPrinter","driver":"escpos",
 "transport":{"kind":"serial","path":"/nonexistent/two"},"options":{}})";

const ManagerTimes quick{.probeAbsent = 20ms, .settle = 5ms, .editing = 20ms};

class Terminal
{
public:
    Terminal()
    {
        write(QStringLiteral("shipped/reader.json"), reader);
        write(QStringLiteral("shipped/printer.json"), printer);
    }
    void write(const QString &path, const QByteArray &content) const
    {
        QFile file(full(path));
        if (!QDir().mkpath(QFileInfo(full(path)).path()) || !file.open(QIODevice::WriteOnly) ||
            file.write(content) != content.size())
            qFatal("no test file");
    }
    void remove(const QString &path) const { QFile::remove(full(path)); }
    [[nodiscard]] QString full(const QString &path) const { return m_dir.filePath(path); }
    [[nodiscard]] Result<std::unique_ptr<DeviceManager>> open()
    {
        return DeviceManager::open({full(QStringLiteral("shipped")), full(QStringLiteral("site"))}, m_clock, quick);
    }

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
};

QStringList idsOf(const DeviceManager &manager)
{
    QStringList ids;
    for (const DeviceReport &report : manager.reports())
        ids << report.id;
    return ids;
}

QString modelOf(const DeviceManager &manager, const QString &id)
{
    for (const DeviceReport &report : manager.reports()) {
        if (report.id == id)
            return report.model;
    }
    return {};
}

} // namespace

class DeviceManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void allDevicesOfATerminal()
    {
        Terminal terminal;
        const auto manager = terminal.open();
        QVERIFY(manager.has_value());
        QCOMPARE(idsOf(**manager), QStringList({QStringLiteral("reader"), QStringLiteral("printer")}));
        QCOMPARE((*manager)->health(DeviceClass::IdCardReader).state, DeviceState::Starting);
        QCOMPARE((*manager)->health(DeviceClass::Camera).state, DeviceState::Absent);
        (*manager)->start();
        QTRY_COMPARE((*manager)->health(DeviceClass::IdCardReader).state, DeviceState::Absent);
        QVERIFY((*manager)->health(DeviceClass::IdCardReader).detail.contains(QStringLiteral("/nonexistent/one")));
        QCOMPARE(modelOf(**manager, QStringLiteral("reader")), QStringLiteral("M1"));
    }

    void aTerminalThatIsNoneDoesNotOpen()
    {
        Terminal terminal;
        terminal.write(QStringLiteral("site/reader.json"), "{");
        const auto manager = terminal.open();
        QVERIFY(failedWith(manager, ErrorKind::Misconfigured));
        QVERIFY(manager.error().detail.contains(QStringLiteral("reader.json")));
    }

    void aClassWithoutADescriptorIsToldOf()
    {
        Terminal terminal;
        const auto manager = terminal.open();
        const ports::Camera *camera = &(*manager)->camera();
        QCOMPARE(&(*manager)->camera(), camera);
        QStringList told;
        connect(manager->get(), &DeviceManager::healthChanged, this,
                [&](const QString &id, DeviceClass deviceClass, const domain::DeviceHealth &health) {
                    if (deviceClass == DeviceClass::Camera)
                        told << id + QLatin1String(nameOf(health.state));
                });
        (*manager)->start();
        QCOMPARE(told, QStringList{QStringLiteral("absent")});
    }

    void everyClassHasItsPort()
    {
        Terminal terminal;
        const auto opened = terminal.open();
        DeviceManager &manager = **opened;
        const auto deadline = [] { return Deadline::in(1s); };
        QVERIFY(failedWith(manager.smartCardReader().read(deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.codeScanner().next(deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.camera().start(deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.camera().frame(0, deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.camera().capture({}, deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.pagePrinter().print({}, {}, deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.documentScanner().scan({}, 1, deadline(), {}, {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.ioBoard().inputs(deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.ioBoard().light(DeviceClass::Camera, true, deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.powerSupply().state(deadline(), {}), ErrorKind::DeviceAbsent));
        QVERIFY(failedWith(manager.powerSupply().probe(deadline(), {}), ErrorKind::DeviceAbsent));
        manager.powerSupply().close();
        QVERIFY(manager.lane(DeviceClass::PowerSupply).isCurrent() == false);
    }

    void onlyWhatChangedIsBuiltAnew()
    {
        Terminal terminal;
        const auto opened = terminal.open();
        DeviceManager &manager = **opened;
        manager.start();
        QTRY_COMPARE(manager.health(DeviceClass::ReceiptPrinter).state, DeviceState::Absent);
        const QDateTime since = manager.health(DeviceClass::ReceiptPrinter).since;
        Lane *lane = &manager.lane(DeviceClass::IdCardReader);
        ports::IdCardReader *port = &manager.idCardReader();
        terminal.write(QStringLiteral("site/reader.json"), QByteArray(reader).replace("M1", "M2"));
        QVERIFY(manager.reload());
        QCOMPARE(modelOf(manager, QStringLiteral("reader")), QStringLiteral("M2"));
        QCOMPARE(manager.health(DeviceClass::IdCardReader).state, DeviceState::Starting);
        QCOMPARE(manager.health(DeviceClass::ReceiptPrinter).since, since); // never touched
        QCOMPARE(&manager.lane(DeviceClass::IdCardReader), lane);
        QCOMPARE(&manager.idCardReader(), port);
        QTRY_COMPARE(manager.health(DeviceClass::IdCardReader).state, DeviceState::Absent);
    }

    void filesTakeEffectByThemselves()
    {
        Terminal terminal;
        const auto opened = terminal.open();
        DeviceManager &manager = **opened;
        manager.start();
        // The site's directory is not even there yet.
        terminal.write(QStringLiteral("site/reader.json"), QByteArray(reader).replace("M1", "M2"));
        QTRY_COMPARE(modelOf(manager, QStringLiteral("reader")), QStringLiteral("M2"));
        terminal.write(QStringLiteral("site/reader.json"), QByteArray(reader).replace("M1", "Model3")); // written over
        QTRY_COMPARE(modelOf(manager, QStringLiteral("reader")), QStringLiteral("Model3"));
        terminal.write(QStringLiteral("site/off.json"), R"({"id": "printer", "disabled": true})");
        QTRY_COMPARE(idsOf(manager), QStringList{QStringLiteral("reader")});
        terminal.remove(QStringLiteral("site/off.json"));
        terminal.remove(QStringLiteral("site/reader.json"));
        QTRY_COMPARE(idsOf(manager), QStringList({QStringLiteral("reader"), QStringLiteral("printer")}));
        QCOMPARE(modelOf(manager, QStringLiteral("reader")), QStringLiteral("M1"));
    }

    void aWrongFileChangesNothingAndIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("named");
        QTest::newRow("broken") << QByteArray("{\n oops") << "wrong.json: line 2";
        QTest::newRow("unknown key") << QByteArray(reader).replace("\"options\":{}", "\"options\":{\"speed\":9}")
                                     << "wrong.json: options.speed";
        QTest::newRow("second of a class") << QByteArray(reader).replace("\"reader\"", "\"other\"")
                                           << "wrong.json: class";
        QTest::newRow("disabled and more") << QByteArray(reader).replace("\"class\"", "\"disabled\":true,\"class\"")
                                           << "wrong.json: disabled: stands alone";
        QTest::newRow("not disabled") << QByteArray(R"({"id":"reader","disabled":false})") << "wrong.json: disabled";
    }
    void aWrongFileChangesNothingAndIsNamed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, named);
        Terminal terminal;
        const auto opened = terminal.open();
        DeviceManager &manager = **opened;
        manager.start();
        QSignalSpy read(&manager, &DeviceManager::configurationRead);
        terminal.write(QStringLiteral("site/wrong.json"), content);
        QTRY_VERIFY(!read.isEmpty() && manager.configurationError());
        QCOMPARE(manager.configurationError()->kind, ErrorKind::Misconfigured);
        QVERIFY2(manager.configurationError()->detail.contains(named),
                 qPrintable(manager.configurationError()->detail));
        QCOMPARE(modelOf(manager, QStringLiteral("reader")), QStringLiteral("M1"));
        QCOMPARE(idsOf(manager).size(), 2);
        terminal.remove(QStringLiteral("site/wrong.json"));
        QTRY_VERIFY(!manager.configurationError());
    }

    void countersOfAllDevices()
    {
        Terminal terminal;
        const auto opened = terminal.open();
        DeviceManager &manager = **opened;
        auto card = manager.lane(DeviceClass::IdCardReader).run([&](std::stop_token stop) {
            return manager.idCardReader().read(Deadline::in(1s), stop);
        });
        QVERIFY(failedWith(card.result(), ErrorKind::DeviceAbsent));
        QTRY_COMPARE(manager.reports().front().counters.failed, 1);
        const auto taken = manager.takeCounters();
        QCOMPARE(taken.size(), std::size_t(1));
        QCOMPARE(taken.front().device, QStringLiteral("reader"));
        QVERIFY(manager.takeCounters().empty());
        QCOMPARE(manager.reports().front().counters.lastFailureKind, std::optional(ErrorKind::DeviceAbsent));
    }
};

QTEST_GUILESS_MAIN(DeviceManagerTest)
#include "device_manager_test.moc"
