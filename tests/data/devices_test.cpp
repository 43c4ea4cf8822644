// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every shipped device descriptor: inside the schema, taken by a driver, and together one whole terminal. The
// schema and the registry are two tellings of one rule; what one refuses the other must refuse.
#include "drivers/registry/device_registry.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace tongban;
using namespace tongban::drivers::registry;

namespace {

const auto shipped = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/devices");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool schemaTakes(const QJsonObject &descriptor)
{
    static const QJsonValue json =
        QJsonDocument::fromJson(contentOf(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/schema/device.schema.json")))
            .object();
    valijson::Schema schema;
    const valijson::adapters::QtJsonAdapter adapter(json);
    valijson::SchemaParser().populateSchema(adapter, schema);
    const QJsonValue value(descriptor);
    return valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr);
}

// "" when a driver takes it, else the complaint.
QString registryComplaint(const QJsonObject &object)
{
    const auto descriptor = parseDescriptor(QJsonDocument(object).toJson(), QStringLiteral("some.json"));
    if (!descriptor)
        return descriptor.error().detail;
    const auto checked = checkDescriptor(*descriptor);
    return checked ? QString() : checked.error().detail;
}

QJsonObject shippedObject(const char *name)
{
    return QJsonDocument::fromJson(contentOf(shipped + QLatin1Char('/') + QLatin1String(name))).object();
}

// A shipped descriptor with one thing set (or, with an undefined value, removed). path: "options.lamps.camera" or "id".
QJsonObject changed(QJsonObject object, const QString &path, const QJsonValue &value)
{
    const QString first = path.section(u'.', 0, 0);
    if (first != path)
        object.insert(first, changed(object.value(first).toObject(), path.section(u'.', 1), value));
    else if (value.isUndefined())
        object.remove(path);
    else
        object.insert(path, value);
    return object;
}

} // namespace

class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedDescriptorIsSound_data()
    {
        QTest::addColumn<QString>("path");
        for (const QDir &directory : {QDir(shipped), QDir(shipped + QStringLiteral("/models"))}) {
            for (const QString &name : directory.entryList(QDir::Files))
                QTest::newRow(qPrintable(name)) << directory.filePath(name);
        }
    }
    void everyShippedDescriptorIsSound()
    {
        QFETCH(QString, path);
        const QByteArray content = contentOf(path);
        const auto descriptor = parseDescriptor(content, path);
        QVERIFY2(descriptor.has_value(), descriptor ? "" : qPrintable(descriptor.error().detail));
        QCOMPARE(descriptor->id + QStringLiteral(".json"), QFileInfo(path).fileName());
        const auto checked = checkDescriptor(*descriptor);
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().detail));
        QVERIFY(schemaTakes(QJsonDocument::fromJson(content).object()));
    }

    void togetherTheyAreOneTerminal()
    {
        const auto devices = openDevices({shipped});
        QVERIFY2(devices.has_value(), devices ? "" : qPrintable(devices.error().detail));
        QVERIFY(devices->idCardReader && devices->documentScanner && devices->receiptPrinter);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *file, const char *path, const QJsonValue &value) {
            QTest::addRow("%s %s %s", file, path, value.isUndefined() ? "removed" : "changed")
                << QString::fromLatin1(file) << QString::fromLatin1(path) << value;
        };
        const QJsonValue removed(QJsonValue::Undefined);
        const QJsonValue text(QStringLiteral("x"));
        for (const char *file : {"id-card-reader.json", "receipt-printer.json", "document-scanner.json",
                                 "models/io-board-modbus.json", "models/smart-card-reader.json",
                                 "models/newland-fm420.json",
                                 "models/symbol-keyboard-scanner.json", "models/serial-code-scanner.json"}) {
            for (const char *key : {"id", "class", "driver", "transport", "options", "transport.kind"})
                row(file, key, removed);
            for (const char *key : {"colour", "options.colour", "transport.colour", "class", "driver", "transport"})
                row(file, key, text);
            row(file, "id", QJsonValue(5));
            row(file, "disabled", QJsonValue(true)); // and all the rest beside it: which of the two is meant?
            row(file, "model", QJsonValue(QString()));
        }
        row("id-card-reader.json", "driver", QJsonValue(QStringLiteral("escpos")));
        row("id-card-reader.json", "class", QJsonValue(QStringLiteral("receiptPrinter")));
        row("id-card-reader.json", "options.findIntervalMs", QJsonValue(9));
        row("id-card-reader.json", "options.findIntervalMs", QJsonValue(300.5));
        row("id-card-reader.json", "options.readTimeoutMs", QJsonValue(QStringLiteral("3000")));
        row("id-card-reader.json", "options.fingerprint", QJsonValue(1));
        row("id-card-reader.json", "options.readNewAddress", text);
        row("id-card-reader.json", "options.photoLibrary", QJsonValue(QString()));
        row("id-card-reader.json", "options.photoTimeoutMs", QJsonValue(0));
        row("id-card-reader.json", "transport.baudRate", QJsonValue(115201));
        row("id-card-reader.json", "transport.path", removed);
        row("receipt-printer.json", "transport.recordTo", QJsonValue(QString()));
        row("receipt-printer.json", "options.widthDots", QJsonValue(100));
        row("receipt-printer.json", "transport.kind", QJsonValue(QStringLiteral("sane")));
        row("document-scanner.json", "transport.device", removed);
        row("document-scanner.json", "transport.device", QJsonValue(QString()));
        row("document-scanner.json", "options.resolution", QJsonValue(5000));
        row("document-scanner.json", "options.feeder", QJsonValue(1));
        row("document-scanner.json", "options.saneOptions", text);
        row("models/smart-card-reader.json", "transport.reader", QJsonValue(QString()));
        row("models/smart-card-reader.json", "options.answerTimeoutMs", QJsonValue(10));
        row("models/smart-card-reader.json", "options.statusIntervalMs", text);
        for (const char *file : {"models/id-card-reader-usb.json", "models/receipt-printer-usb.json"}) {
            row(file, "transport.vendor", removed);
            row(file, "transport.product", QJsonValue(QStringLiteral("c35")));
            row(file, "transport.vendor", QJsonValue(0x400));
            row(file, "transport.interface", QJsonValue(256));
        }
        row("models/receipt-printer-network.json", "transport.host", removed);
        row("models/receipt-printer-network.json", "transport.host", QJsonValue(QStringLiteral("printer.hall")));
        row("models/receipt-printer-network.json", "transport.port", QJsonValue(0));
        row("document-scanner.json", "options.duplex", QJsonValue(true)); // without a feeder
        row("models/document-scanner-duplex.json", "options.duplex", text);
        row("models/power-supply-nut.json", "options.ups", removed);
        row("models/power-supply-nut.json", "options.answerTimeoutMs", QJsonValue(49));
        row("models/power-supply-nut.json", "transport.kind", QJsonValue(QStringLiteral("serial")));
        const char *const board = "models/io-board-modbus.json";
        row(board, "options.unit", QJsonValue(0)); // a broadcast
        row(board, "options.lamps.fridge", QJsonValue(1));
        row(board, "options.lamps.camera", QJsonValue(65536));
        row(board, "options.inputs.door", text);
        row(board, "options.echo", QJsonValue(1));
        row(board, "options.silenceMs", QJsonValue(1));
        for (const char *scanner : {"models/newland-fm420.json", "models/symbol-keyboard-scanner.json"}) {
            row(scanner, "transport.vendor", removed);
            row(scanner, "transport.product", text);
            row(scanner, "transport.vendor", QJsonValue(QStringLiteral("1EAB")));
            row(scanner, "transport.interface", QJsonValue(256));
            row(scanner, "transport.path", QJsonValue(QStringLiteral("/dev/hidraw0"))); // either, not both
            row(scanner, "options.gapMs", QJsonValue(4));
        }
        row("models/serial-code-scanner.json", "options.ending", text);
        row("models/serial-code-scanner.json", "options.aimPrefix", QJsonValue(true));
        row("models/symbol-keyboard-scanner.json", "options.aimPrefix", text);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, file);
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const QJsonObject broken = changed(shippedObject(file.toLatin1().constData()), path, value);
        const QString complaint = registryComplaint(broken);
        QVERIFY2(complaint.startsWith(QStringLiteral("some.json: ")), qPrintable(complaint));
        // The driver's name is at fault when the class does not go with it, and the other way round.
        const QString key = path.section(u'.', -1) == QStringLiteral("class") ? QString() : path.section(u'.', -1);
        QVERIFY2(complaint.contains(key), qPrintable(complaint));
        QVERIFY(!schemaTakes(broken));
    }

    void aSiteSwitchesADeviceOff()
    {
        const QJsonObject off{{QStringLiteral("id"), QStringLiteral("some")}, {QStringLiteral("disabled"), true}};
        QVERIFY(schemaTakes(off));
        const auto descriptor = parseDescriptor(QJsonDocument(off).toJson(), QStringLiteral("some.json"));
        QVERIFY(descriptor && descriptor->isDisabled);
        for (const QJsonObject &wrong :
             {changed(off, QStringLiteral("disabled"), false), changed(off, QStringLiteral("model"), QStringLiteral("x")),
              changed(off, QStringLiteral("id"), QJsonValue(QJsonValue::Undefined))}) {
            QVERIFY(!schemaTakes(wrong));
            QVERIFY(!parseDescriptor(QJsonDocument(wrong).toJson(), QStringLiteral("some.json")));
        }
    }

    void variantsBothTake_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("slow line") << "id-card-reader.json"
                                   << "transport.baudRate" << QJsonValue(9600);
        QTest::newRow("default rate") << "id-card-reader.json"
                                      << "transport.baudRate" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("fingerprints") << "id-card-reader.json"
                                      << "options.fingerprint" << QJsonValue(true);
        QTest::newRow("new addresses") << "id-card-reader.json"
                                       << "options.readNewAddress" << QJsonValue(true);
        QTest::newRow("photos") << "id-card-reader.json"
                                << "options.photoLibrary" << QJsonValue(QStringLiteral("/opt/vendor/libwlt.so"));
        QTest::newRow("recorded") << "id-card-reader.json"
                                  << "transport.recordTo" << QJsonValue(QStringLiteral("/var/lib/tongban/recordings"));
        QTest::newRow("all defaults") << "receipt-printer.json"
                                      << "options" << QJsonValue(QJsonObject());
        QTest::newRow("any option") << "document-scanner.json"
                                    << "options.saneOptions"
                                    << QJsonValue(QJsonObject{{QStringLiteral("br-x"), 210.5}});
        QTest::newRow("one reader") << "models/smart-card-reader.json"
                                    << "transport.reader" << QJsonValue(QStringLiteral("ACS ACR1252"));
        QTest::newRow("upsd's own port") << "models/power-supply-nut.json"
                                         << "transport.port" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("lamps alone") << "models/io-board-modbus.json"
                                     << "options.inputs" << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("contacts alone") << "models/io-board-modbus.json"
                                        << "options.lamps" << QJsonValue(QJsonObject());
        QTest::newRow("a node of several") << "models/newland-fm420.json"
                                           << "transport.interface" << QJsonValue(1);
        QTest::newRow("a node by its path")
            << "models/newland-fm420.json"
            << "transport"
            << QJsonValue(QJsonObject{{QStringLiteral("kind"), QStringLiteral("hidraw")},
                                      {QStringLiteral("path"), QStringLiteral("/dev/hidraw0")}});
        QTest::newRow("codes end with a pause") << "models/serial-code-scanner.json"
                                                << "options.ending" << QJsonValue(QStringLiteral("gap"));
        QTest::newRow("own backends") << "document-scanner.json"
                                      << "transport.configDirectory" << QJsonValue(QStringLiteral("/etc/tongban/sane"));
    }
    void variantsBothTake()
    {
        QFETCH(QString, file);
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const QJsonObject object = changed(shippedObject(file.toLatin1().constData()), path, value);
        QCOMPARE(registryComplaint(object), QString());
        QVERIFY(schemaTakes(object));
    }
};

QTEST_GUILESS_MAIN(DevicesTest)
#include "devices_test.moc"
