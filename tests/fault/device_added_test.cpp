// SPDX-License-Identifier: GPL-3.0-or-later
// A technician adds a printer to a terminal that runs: one file, and it prints. A file with a mistake in it changes
// nothing and says where the mistake is.
#include "app/core/base/log.h"
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/printer_rig.h"

#include "drivers/registry/device_manager.h"

#include <QJsonDocument>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using domain::DeviceClass;
using domain::DeviceState;
using drivers::registry::DeviceManager;
using ports::PrintOutcome;

class DeviceAddedTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_descriptors;
    SystemClock m_clock;

    void write(const QByteArray &content) const
    {
        QFile file(m_descriptors.filePath(QStringLiteral("new-printer.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    static QByteArray descriptor(const QJsonObject &transport, const QJsonObject &options)
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("new-printer")},
                                         {QStringLiteral("class"), QStringLiteral("receiptPrinter")},
                                         {QStringLiteral("driver"), QStringLiteral("escpos")},
                                         {QStringLiteral("model"), QStringLiteral("a model that nobody had seen")},
                                         {QStringLiteral("transport"), transport},
                                         {QStringLiteral("options"), options}})
            .toJson();
    }
    static Result<PrintOutcome> print(DeviceManager &devices)
    {
        auto printing = devices.lane(DeviceClass::ReceiptPrinter).run([&](std::stop_token stop) {
            return devices.receiptPrinter().print(sampleReceipt(QStringLiteral("A")), Deadline::in(20s), stop);
        });
        if (!QTest::qWaitFor([&] { return printing.isFinished(); }, 30'000))
            return fail(ErrorKind::DeviceSilent, QStringLiteral("test"));
        return printing.result();
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void oneFileAndItPrints()
    {
        EmulatedLine line;
        QCOMPARE(line.start(QStringLiteral("printer.tty")), QString());
        QCOMPARE(line.call(QStringLiteral("printer.set"), {{QStringLiteral("dotsPerSecond"), 0}}), QString());
        const auto opened = DeviceManager::open({m_descriptors.path()}, m_clock);
        QVERIFY(opened.has_value());
        DeviceManager &devices = **opened;
        devices.start();
        EXPECT_REFUSED(print(devices), ErrorKind::DeviceAbsent); // no printer is known here

        write(descriptor(line.transport(), {{QStringLiteral("statusTimeoutMs"), 1000}}));
        QTRY_COMPARE(devices.health(DeviceClass::ReceiptPrinter).state, DeviceState::Ready);
        QCOMPARE(devices.reports().front().model, QStringLiteral("a model that nobody had seen"));
        EXPECT_OUTCOME(print(devices), PrintOutcome::Confirmed);

        write(descriptor(line.transport(), {{QStringLiteral("statusTimeoutMS"), 1000}}));
        QTRY_VERIFY(devices.configurationError().has_value());
        const QString complaint = devices.configurationError()->detail;
        QVERIFY2(complaint.contains(QStringLiteral("new-printer.json: options.statusTimeoutMS")), qPrintable(complaint));
        QCOMPARE(devices.health(DeviceClass::ReceiptPrinter).state, DeviceState::Ready);
        EXPECT_OUTCOME(print(devices), PrintOutcome::Confirmed); // goes on as before
        const auto state = line.desk().status();
        QCOMPARE(state ? state->value(QStringLiteral("receipts")).toInt() : -1, 2);
    }
};

QTEST_GUILESS_MAIN(DeviceAddedTest)
#include "device_added_test.moc"
