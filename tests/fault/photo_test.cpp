// SPDX-License-Identifier: GPL-3.0-or-later
// The photo of a card, through the real photo program and libraries of every temper: whatever the library does, the card
// is read.
#include "app/core/base/log.h"
#include "drivers/devices/id_card_reader/photo/photo_protocol.h"
#include "drivers/devices/id_card_reader/sam_reader.h"
#include "drivers/transport/serial_transport.h"
#include "tests/fault/sam_peer.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;
using tests::SamPeer;

namespace {

const auto photoProgram = QStringLiteral(TONGBAN_BIN_DIR "/tongban-photo");

QString library(const char *temper)
{
    return QStringLiteral(TONGBAN_BIN_DIR "/libphoto-%1.so").arg(QLatin1String(temper));
}

std::unique_ptr<devices::SamReader> readerWith(const QString &path, const QString &library,
                                               std::chrono::milliseconds timeout = 5s,
                                               const QString &program = photoProgram)
{
    return std::make_unique<devices::SamReader>(
        std::make_unique<transport::SerialTransport>(transport::SerialOptions{path, 115200}),
        devices::SamReaderOptions{.findInterval = 10ms},
        std::make_unique<devices::PhotoDecoder>(program, library, timeout));
}

void answerWell(SamPeer &peer, const QByteArray &command)
{
    peer.send(SamPeer::good(command));
}

QByteArray describe(const Result<domain::IdCard> &card)
{
    return card ? QByteArray("a card") : QByteArray(nameOf(card.error().kind)) + " " + card.error().detail.toUtf8();
}

} // namespace

class PhotoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([this](const QByteArray &line) { m_log += line + '\n'; });
    }
    void init() { m_log.clear(); }

    void aPhotoIsDecoded()
    {
        SamPeer peer(answerWell);
        const auto card = readerWith(peer.path(), library("good"))->read(Deadline::in(10s), {});
        QVERIFY2(card.has_value(), describe(card).constData());
        QVERIFY(devices::isPhotoBmp(card->photo.reveal()));
        const QImage picture = QImage::fromData(card->photo.reveal(), "BMP");
        QCOMPARE(picture.size(), QSize(102, 126));
        QCOMPARE(picture.pixelColor(50, 60), QColor(0x57, 0x57, 0x57)); // the last byte of the peer's chip
        QVERIFY2(m_log.isEmpty(), m_log.constData());
    }

    void withoutALibraryThereIsNoPhotoAndNoError()
    {
        SamPeer peer(answerWell);
        devices::SamReader reader(
            std::make_unique<transport::SerialTransport>(transport::SerialOptions{peer.path(), 115200}), {});
        const auto card = reader.read(Deadline::in(10s), {});
        QVERIFY2(card.has_value(), describe(card).constData());
        QVERIFY(card->photo.reveal().isEmpty());
        QVERIFY2(m_log.isEmpty(), m_log.constData());
    }

    void whateverTheLibraryDoesTheCardIsRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("crash") << library("crash") << "DeviceFault" << "signal 11";
        QTest::newRow("hang") << library("hang") << "DeviceSilent" << "";
        QTest::newRow("garbage") << library("garbage") << "ProtocolViolation" << "no picture";
        QTest::newRow("babble") << library("babble") << "ProtocolViolation" << "";
        QTest::newRow("refuse") << library("refuse") << "DeviceFault" << "unpack gave -1";
        QTest::newRow("leave") << library("leave") << "DeviceFault" << "exit code 3";
        QTest::newRow("another library") << QStringLiteral("libm.so.6") << "Misconfigured" << "unpack";
        QTest::newRow("no library") << QStringLiteral("/nonexistent/libwlt.so") << "Misconfigured" << "libwlt.so";
    }
    void whateverTheLibraryDoesTheCardIsRead()
    {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        QFETCH(QString, detail);
        SamPeer peer(answerWell);
        const auto reader = readerWith(peer.path(), path, kind == QStringLiteral("DeviceSilent") ? 300ms : 5000ms);
        for (int i = 0; i < 2; ++i) { // the next card's photo is tried again
            m_log.clear();
            const auto card = reader->read(Deadline::in(10s), {});
            QVERIFY2(card.has_value(), describe(card).constData());
            QCOMPARE(card->name.reveal(), QStringLiteral("王桂兰"));
            QVERIFY(card->photo.reveal().isEmpty());
            QVERIFY2(m_log.contains("\"DeviceTrouble\"") && m_log.contains(kind.toLatin1()) &&
                         m_log.contains(detail.toUtf8()),
                     m_log.constData());
            QCOMPARE(m_log.count('\n'), 1);
        }
    }

    void aMissingProgramCostsThePhotoOnly()
    {
        SamPeer peer(answerWell);
        const auto card =
            readerWith(peer.path(), library("good"), 5s, QStringLiteral("/nonexistent/tongban-photo"))->read(Deadline::in(10s), {});
        QVERIFY2(card.has_value(), describe(card).constData());
        QVERIFY(card->photo.reveal().isEmpty());
        QVERIFY2(m_log.contains("DeviceFault"), m_log.constData());
    }

    // The duty is 200 ms; a busy machine gets a second, the library would hang for ever.
    void aStopDoesNotWaitForThePhoto()
    {
        std::stop_source stop;
        QElapsedTimer sinceStop;
        SamPeer peer([&](SamPeer &p, const QByteArray &c) {
            p.send(SamPeer::good(c));
            if (c == "3001") {
                sinceStop.start();
                stop.request_stop();
            }
        });
        const auto card = readerWith(peer.path(), library("hang"), 20s)->read(Deadline::in(30s), stop.get_token());
        QVERIFY2(failedWith(card, ErrorKind::Cancelled), describe(card).constData());
        QVERIFY(sinceStop.elapsed() < 1000);
    }

private:
    QByteArray m_log;
};

QTEST_GUILESS_MAIN(PhotoTest)
#include "photo_test.moc"
