// SPDX-License-Identifier: GPL-3.0-or-later
// Directories of descriptors: which one counts, and what is said when they do not make a terminal.
#include "drivers/registry/device_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::registry;

namespace {

const QByteArray reader = R"({"id":"reader","class":"idCardReader","driver":"sam",
 "transport":{"kind":"serial","path":"/dev/one"},"options":{}})";
const QByteArray printer = R"({"id":"printer","class":"receiptPrinter","driver":"escpos",
 "transport":{"kind":"serial","path":"/dev/two"},"options":{}})";
const QByteArray scanner = R"({"id":"scanner","class":"documentScanner","driver":"sane",
 "transport":{"kind":"sane","device":"pnm:0"},"options":{}})";

class Directories
{
public:
    void write(const QString &path, const QByteArray &content) const
    {
        const QString full = m_dir.filePath(path);
        QFile file(full);
        if (!QDir().mkpath(QFileInfo(full).path()) || !file.open(QIODevice::WriteOnly) ||
            file.write(content) != content.size())
            qFatal("no test file");
    }
    void writeTerminal() const
    {
        write(QStringLiteral("shipped/reader.json"), reader);
        write(QStringLiteral("shipped/printer.json"), printer);
        write(QStringLiteral("shipped/scanner.json"), scanner);
    }
    [[nodiscard]] QStringList both() const
    {
        return {m_dir.filePath(QStringLiteral("shipped")), m_dir.filePath(QStringLiteral("site"))};
    }

private:
    QTemporaryDir m_dir;
};

QString complaintOf(const Result<Devices> &devices)
{
    return devices ? QString() : QString::fromLatin1(nameOf(devices.error().kind)) + u' ' + devices.error().detail;
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSiteWithoutOverridesIsWhole() // its directory does not even exist
    {
        Directories files;
        files.writeTerminal();
        const auto devices = openDevices(files.both());
        QCOMPARE(complaintOf(devices), QString());
        QVERIFY(devices->idCardReader && devices->receiptPrinter && devices->documentScanner);
    }

    void laterDirectoriesOverrideById()
    {
        Directories files;
        files.writeTerminal();
        files.write(QStringLiteral("site/any-name.json"), QByteArray(reader).replace("/dev/one", "/dev/other"));
        files.write(QStringLiteral("site/notes.txt"), "not a descriptor");
        const auto descriptors = loadDescriptors(files.both());
        QVERIFY(descriptors.has_value());
        QCOMPARE(descriptors->size(), 3u);
        QStringList paths;
        for (const Descriptor &descriptor : *descriptors) {
            if (descriptor.id == QStringLiteral("reader"))
                paths << descriptor.transport.value(QStringLiteral("path")).toString();
        }
        QCOMPARE(paths, QStringList{QStringLiteral("/dev/other")});
        QCOMPARE(complaintOf(openDevices(files.both())), QString());
    }

    void terminalsThatAreNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("named");
        QTest::newRow("broken JSON") << "site/reader.json" << QByteArray("{\n \"id\": \"reader\",\n oops\n}")
                                     << "reader.json: line 3";
        QTest::newRow("no object") << "site/reader.json" << QByteArray("[]") << "reader.json: wants an object";
        QTest::newRow("empty") << "site/reader.json" << QByteArray() << "reader.json: line 1";
        QTest::newRow("two of a class") << "site/second.json" << QByteArray(reader).replace("\"reader\"", "\"second\"")
                                        << "second.json: class: idCardReader is also the device of";
        QTest::newRow("one id twice") << "shipped/twice.json" << reader << "twice.json: id: also in";
        QTest::newRow("unknown driver") << "site/reader.json" << QByteArray(reader).replace("\"sam\"", "\"magic\"")
                                        << "reader.json: driver: no driver \"magic\" for the class idCardReader";
        QTest::newRow("unknown key") << "site/reader.json"
                                     << QByteArray(reader).replace("\"options\":{}",
                                                                   "\"options\":{\"findintervalMs\":5}")
                                     << "reader.json: options.findintervalMs: unknown key";
        QTest::newRow("overridden by another class")
            << "site/reader.json" << QByteArray(printer).replace("\"printer\"", "\"reader\"")
            << "class: receiptPrinter is also the device of";
    }
    void terminalsThatAreNone()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        QFETCH(QString, named);
        Directories files;
        files.writeTerminal();
        files.write(path, content);
        const QString complaint = complaintOf(openDevices(files.both()));
        QVERIFY2(complaint.startsWith(QStringLiteral("Misconfigured ")), qPrintable(complaint));
        QVERIFY2(complaint.contains(named), qPrintable(complaint));
    }

    // A village point has no scanner: the class is simply not there.
    void sitesDiffer()
    {
        Directories files;
        files.write(QStringLiteral("shipped/reader.json"), reader);
        files.write(QStringLiteral("shipped/scanner.json"), scanner);
        const auto devices = openDevices(files.both());
        QVERIFY(devices && devices->idCardReader && devices->documentScanner && !devices->receiptPrinter);
        const auto none = openDevices({});
        QVERIFY(none && !none->idCardReader);
    }

    // A dead device must not keep the terminal from starting: it shows at its first use.
    void nothingIsOpenedYet()
    {
        Directories files;
        files.writeTerminal();
        const auto devices = openDevices(files.both());
        QVERIFY(devices.has_value());
        const auto card = devices->idCardReader->read(Deadline::in(std::chrono::seconds(1)), {});
        QVERIFY(failedWith(card, ErrorKind::DeviceAbsent));
        QVERIFY(card.error().detail.contains(QStringLiteral("/dev/one")));
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "registry_test.moc"
