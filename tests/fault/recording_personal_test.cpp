// SPDX-License-Identifier: GPL-3.0-or-later
// A technician's recording of a real journey's devices holds nobody: a card is read and a receipt printed with recorders
// on both lines, then the files are searched for the person, in every encoding of the wires.
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/registry/device_registry.h"
#include "drivers/transport/recording.h"

#include <QDir>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

const QString name = QStringLiteral("欧阳翠花");
const QString idNumber = QStringLiteral("339901193309110317");
const QString address = QStringLiteral("青山镇畲家岭村");

QJsonObject card()
{
    return {{"name", name},          {"sex", QStringLiteral("男")},
            {"ethnic", "08"},        {"birth", "19330911"},
            {"address", address},    {"idNumber", idNumber},
            {"issuer", "青山县公安局"}, {"validFrom", "20160318"},
            {"validTo", "长期"}};
}

registry::Descriptor descriptor(const char *id, const char *deviceClass, const char *driver, const QString &tty,
                                const QString &records)
{
    const QJsonObject json{{"id", id},
                           {"class", deviceClass},
                           {"driver", driver},
                           {"transport", QJsonObject{{"kind", "serial"}, {"path", tty}, {"recordTo", records}}},
                           {"options", QJsonObject()}};
    return registry::parseDescriptor(QJsonDocument(json).toJson(), QStringLiteral("test.json")).value();
}

// Both what stands there and what the hexadecimal digits mean, each direction in one piece.
QByteArray everythingIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray lines = file.readAll();
    QByteArray out;
    QByteArray in;
    if (const auto recording = transport::parseRecording(lines)) {
        for (const auto &entry : recording->entries)
            (entry.kind == transport::RecordingEntry::Kind::Out ? out : in) += entry.bytes;
    }
    return lines + out + in;
}

} // namespace

class RecordingPersonalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordingHoldsNobody()
    {
        emulator::EmulatorProcess desk;
        QVERIFY(desk.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate")).has_value());
        QVERIFY(desk.client().placeCard(card()).has_value());
        const QString records = desk.path(QStringLiteral("records"));
        auto devices = registry::buildDevices(
            {descriptor("reader", "idCardReader", "sam", desk.path(QStringLiteral("reader.tty")), records),
             descriptor("printer", "receiptPrinter", "escpos", desk.path(QStringLiteral("printer.tty")), records)});
        QVERIFY2(devices.has_value(), devices ? "" : qPrintable(devices.error().detail));
        const auto read = devices->idCardReader->read(Deadline::in(10s), {});
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->name.reveal(), name); // the kiosk itself hears the truth
        domain::ReceiptDocument receipt;
        receipt.blocks = {domain::ReceiptText{.text = name + idNumber}, domain::ReceiptText{.text = address},
                          domain::ReceiptQr{.data = idNumber.toUtf8(), .moduleDots = 6}};
        QVERIFY(devices->receiptPrinter->print(receipt, Deadline::in(20s), {}).has_value());
        devices->idCardReader->close();
        devices->receiptPrinter->close();

        const auto files = QDir(records).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 2);
        for (const QFileInfo &file : files) {
            const QByteArray content = everythingIn(file.filePath());
            QVERIFY2(content.size() > 200, qPrintable(file.fileName()));
            for (const QString &secret : {name, idNumber, address}) {
                const QByteArray wide(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2);
                for (const QByteArray &bytes : {secret.toUtf8(), wide, QByteArray(QStringEncoder("GB18030").encode(secret))}) {
                    QVERIFY2(!content.contains(bytes) && !content.contains(bytes.toHex()), qPrintable(file.fileName()));
                }
            }
        }
    }
};

QTEST_MAIN(RecordingPersonalTest)
#include "recording_personal_test.moc"
