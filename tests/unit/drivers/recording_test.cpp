// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings: the file's language, what the recorder writes of a real line, and a recording played back.
#include "drivers/transport/recording_transport.h"
#include "drivers/transport/replay_transport.h"
#include "drivers/transport/serial_transport.h"
#include "tests/unit/drivers/pty_pair.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers::transport;
using namespace std::chrono_literals;
using Kind = RecordingEntry::Kind;

namespace {

std::unique_ptr<RecordingTransport> recorded(const tests::PtyPair &line, const QString &directory, qint64 largest = 1 << 20)
{
    return std::make_unique<RecordingTransport>(
        std::make_unique<SerialTransport>(SerialOptions{.path = line.path()}),
        RecordingOptions{.directory = directory, .device = QStringLiteral("a/b"),
                         .makeMask = [] { return std::make_unique<MaskEverything>(); }, .largest = largest});
}

QList<QByteArray> filesOf(const QString &directory)
{
    QList<QByteArray> contents;
    const QDir dir(directory);
    for (const QString &name : dir.entryList({QStringLiteral("a_b-*.jsonl")}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            contents << file.readAll();
    }
    return contents;
}

Recording talk(std::vector<RecordingEntry> entries)
{
    return {.device = QStringLiteral("d"), .mask = QStringLiteral("all"), .entries = std::move(entries)};
}

} // namespace

class RecordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesGoThereAndBack()
    {
        const std::vector<RecordingEntry> entries{{.micros = 0, .kind = Kind::Out, .bytes = QByteArray("\x00\xFF", 2)},
                                                  {.micros = 1500, .kind = Kind::In, .bytes = "a"},
                                                  {.micros = 4'000'000'000, .kind = Kind::Gone}};
        QByteArray lines = headerLine(QStringLiteral("reader"), QStringLiteral("sam"));
        for (const RecordingEntry &entry : entries)
            lines += lineOf(entry);
        const auto recording = parseRecording(lines + "{\"t\":5,\"in\":\"aa"); // the power went
        QVERIFY(recording.has_value());
        QCOMPARE(recording->device, QStringLiteral("reader"));
        QCOMPARE(recording->mask, QStringLiteral("sam"));
        QVERIFY(recording->entries == entries);
    }

    void whatIsNoRecordingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("named");
        const QByteArray head = headerLine({}, {});
        const auto row = [](const char *name, const QByteArray &lines, const char *named) {
            QTest::newRow(name) << lines << QString::fromLatin1(named);
        };
        row("empty", "", "line 1");
        row("another file", "hello\n", "line 1");
        row("another version", "{\"recording\":2}\n", "line 1");
        row("no time", head + "{\"in\":\"aa\"}\n", "line 2");
        row("time before the beginning", head + "{\"t\":-1,\"in\":\"aa\"}\n", "line 2");
        row("no hex", head + "{\"t\":1,\"in\":\"zz\"}\n", "line 2");
        row("half a byte", head + "{\"t\":1,\"in\":\"aaa\"}\n", "line 2");
        row("both ways", head + "{\"t\":1,\"in\":\"aa\",\"out\":\"aa\"}\n", "line 2");
        row("nothing", head + "{\"t\":1,\"in\":\"\"}\n", "line 2");
        row("no object", head + "{\"t\":1,\"in\":\"aa\"}\n[]\n", "line 3");
    }
    void whatIsNoRecordingIsRefused()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, named);
        const auto recording = parseRecording(lines);
        QVERIFY(failedWith(recording, ErrorKind::Misconfigured));
        QVERIFY2(recording.error().detail.startsWith(named), qPrintable(recording.error().detail));
    }

    void aSessionIsAFileMaskedAndPrivate()
    {
        tests::PtyPair line;
        QTemporaryDir dir;
        const QString records = dir.filePath(QStringLiteral("made/when/needed"));
        const auto transport = recorded(line, records);
        QVERIFY(transport->open().has_value());
        QVERIFY(transport->write("question", Deadline::in(1s), {}).has_value());
        QCOMPARE(line.receive(8), QByteArray("question"));
        line.send("answer");
        QByteArray got;
        while (got.size() < 6)
            got += transport->read(16, Deadline::in(2s), {}).value_or("xxxxxx");
        QCOMPARE(got, QByteArray("answer")); // the driver hears the truth
        line.hangUp();
        QVERIFY(failedWith(transport->read(16, Deadline::in(2s), {}), ErrorKind::DeviceAbsent));

        const auto files = filesOf(records);
        QCOMPARE(files.size(), 1);
        const auto recording = parseRecording(files.front());
        QVERIFY2(recording.has_value(), files.front().constData());
        QCOMPARE(recording->mask, QStringLiteral("all"));
        QCOMPARE(recording->entries.front().kind, Kind::Out);
        QCOMPARE(recording->entries.front().bytes, QByteArray(8, '\0'));
        QCOMPARE(recording->entries.back().kind, Kind::Gone);
        const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        const QFileInfo file = QDir(records).entryInfoList(QDir::Files).front();
        QCOMPARE(file.permissions() & (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup |
                                       QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions(ownerOnly));
    }

    void aDeviceWorksOnWithoutItsRecording()
    {
        tests::PtyPair line;
        const auto nowhere = recorded(line, QStringLiteral("/proc/no/such/place"));
        QVERIFY(nowhere->open().has_value());
        QVERIFY(nowhere->write("x", Deadline::in(1s), {}).has_value());
        QCOMPARE(line.receive(1), QByteArray("x"));

        QTemporaryDir dir;
        const auto little = recorded(line, dir.path(), 200);
        QVERIFY(little->open().has_value());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(little->write("0123456789", Deadline::in(1s), {}).has_value());
            QCOMPARE(line.receive(10).size(), 10);
        }
        const auto files = filesOf(dir.path());
        QCOMPARE(files.size(), 1);
        QVERIFY(files.front().size() <= 200 && files.front().endsWith('\n'));
        QVERIFY(parseRecording(files.front()).has_value());
    }

    void playedBackItAnswersInOrder()
    {
        ReplayTransport device(talk({{.kind = Kind::Out, .bytes = "ask"},
                                     {.kind = Kind::In, .bytes = "ans"},
                                     {.kind = Kind::In, .bytes = "wer"},
                                     {.kind = Kind::Out, .bytes = "more"},
                                     {.kind = Kind::Gone}}));
        QVERIFY(failedWith(device.read(1, Deadline::in(1s), {}), ErrorKind::DeviceAbsent)); // not open
        QVERIFY(device.open().has_value());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(failedWith(device.read(1, Deadline::in(30ms), {}), ErrorKind::DeviceSilent)); // nothing was asked yet
        QVERIFY(timer.elapsed() >= 29);
        QVERIFY(device.write("as", Deadline::in(1s), {}).has_value());
        QVERIFY(device.write("k", Deadline::in(1s), {}).has_value());
        QCOMPARE(device.read(2, Deadline::in(1s), {}).value_or(""), QByteArray("an"));
        QCOMPARE(device.read(9, Deadline::in(1s), {}).value_or(""), QByteArray("s"));
        device.discardInput();
        const auto strange = device.write("mole", Deadline::in(1s), {});
        QVERIFY(failedWith(strange, ErrorKind::DeviceFault));
        QVERIFY(strange.error().detail.contains(QStringLiteral("entry 4")));
        QVERIFY(device.write("more", Deadline::in(1s), {}).has_value());
        QVERIFY(failedWith(device.read(9, Deadline::in(1s), {}), ErrorKind::DeviceAbsent));
        QVERIFY(!device.isOpen());
        QVERIFY(failedWith(device.open(), ErrorKind::DeviceAbsent));
    }

    void aStopEndsThePlayback()
    {
        ReplayTransport device(talk({}));
        QVERIFY(device.open().has_value());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(failedWith(device.read(1, Deadline::in(30s), stop.get_token()), ErrorKind::Cancelled));
        QVERIFY(failedWith(device.write("x", Deadline::in(30s), stop.get_token()), ErrorKind::Cancelled));
    }
};

QTEST_GUILESS_MAIN(RecordingTest)
#include "recording_test.moc"
