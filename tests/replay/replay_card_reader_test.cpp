// SPDX-License-Identifier: GPL-3.0-or-later
// The card reader's driver against recorded readers.
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/registry/recording_masks.h"
#include "drivers/transport/replay_transport.h"

#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<devices::SamReader> readerOf(const char *name)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/replay/recordings/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto recording = transport::parseRecording(file.readAll());
    if (!recording)
        return nullptr;
    auto mask = registry::maskNamed(recording->mask);
    devices::SamReaderOptions options;
    options.findInterval = 10ms;
    return std::make_unique<devices::SamReader>(
        std::make_unique<transport::ReplayTransport>(std::move(*recording), std::move(mask)), options);
}

} // namespace

class ReplayCardReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardIsReadFromARecording()
    {
        const auto reader = readerOf("sam_card_read.jsonl");
        QVERIFY(reader);
        const auto card = reader->read(Deadline::in(5s), {});
        QVERIFY2(card.has_value(), card ? "" : qPrintable(card.error().where + card.error().detail));
        QCOMPARE(card->name.reveal(), QStringLiteral("样本")); // the mask's specimen, never a person
        QCOMPARE(card->idNumber.reveal(), QStringLiteral("339901199001010018"));
        QVERIFY(!card->validTo.has_value());
    }

    void theCableIsPulledInARecording()
    {
        const auto reader = readerOf("sam_unplugged.jsonl");
        QVERIFY(reader);
        QVERIFY(failedWith(reader->read(Deadline::in(5s), {}), ErrorKind::DeviceAbsent));
    }
};

QTEST_GUILESS_MAIN(ReplayCardReaderTest)
#include "replay_card_reader_test.moc"
