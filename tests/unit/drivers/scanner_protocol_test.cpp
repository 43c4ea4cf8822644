// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/scan_protocol.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;
using Type = ScanMessage::Type;

class ScannerProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesMayBeCutAnywhere()
    {
        const QByteArray stream = encodeScanMessage(Type::Progress, "\x07") + encodeScanMessage(Type::End) +
                                  encodeScanMessage(Type::Page, QByteArray(300, 'j'));
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            ScanMessageDecoder decoder;
            QList<Type> types;
            for (const QByteArray &part : {stream.first(cut), stream.mid(cut)}) {
                decoder.feed(part);
                while (const auto message = decoder.next()) {
                    QVERIFY(message->has_value());
                    types << (*message)->type;
                }
            }
            QCOMPARE(types, (QList<Type>{Type::Progress, Type::End, Type::Page}));
            QVERIFY(decoder.isEmpty());
        }
    }

    void theWireIsWhatTheHeaderSays()
    {
        QCOMPARE(encodeScanMessage(Type::End), QByteArray::fromHex("0000000146"));
        QCOMPARE(pageToPayload({.jpeg = "JJ", .size = {1131, 1600}}), QByteArray::fromHex("046b06404a4a"));
    }

    void aThumbnailStaysWithinItsBounds()
    {
        using ports::PageThumbnail;
        const PageThumbnail largest{.jpeg = QByteArray(PageThumbnail::maxBytes, 'j'), .size = {240, 320}};
        const auto back = thumbnailFromPayload(thumbnailToPayload(largest));
        QVERIFY(back);
        QCOMPARE(back->jpeg, largest.jpeg);
        QCOMPARE(back->size, largest.size);
        for (const PageThumbnail &wrong :
             {PageThumbnail{.jpeg = largest.jpeg + 'j', .size = {240, 320}},
              PageThumbnail{.jpeg = "j", .size = {321, 1}}, PageThumbnail{.jpeg = "j", .size = {1, 321}},
              PageThumbnail{.jpeg = "j", .size = {0, 9}}, PageThumbnail{.jpeg = {}, .size = {9, 9}}})
            QVERIFY(failedWith(thumbnailFromPayload(thumbnailToPayload(wrong)), ErrorKind::ProtocolViolation));
    }

    void brokenMessagesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no type") << QByteArray::fromHex("00000000");
        QTest::newRow("endless") << QByteArray::fromHex("7fffffff46");
        QTest::newRow("printed by a backend") << QByteArray("[pnm] sane_init\n");
        QTest::newRow("unknown type") << QByteArray::fromHex("000000015a");
    }
    void brokenMessagesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        ScanMessageDecoder decoder;
        decoder.feed(bytes);
        const auto message = decoder.next();
        QVERIFY(message);
        QVERIFY(failedWith(*message, ErrorKind::ProtocolViolation));
    }

    void requestsArriveWhole()
    {
        const ScanRequest sent{.device = QStringLiteral("pnm:0"),
                               .configDirectory = QStringLiteral("/etc/tongban/sane"),
                               .settings = {{QStringLiteral("mode"), QStringLiteral("Gray")}},
                               .feeder = true,
                               .duplex = true,
                               .maxPages = 7,
                               .profile = {.minimum = {1, 2}, .maximum = {3, 4}, .maxBytes = 5'000'000'000}};
        const auto got = ScanRequest::fromPayload(sent.toPayload());
        QVERIFY(got.has_value());
        QCOMPARE(got->device, sent.device);
        QCOMPARE(got->configDirectory, sent.configDirectory);
        QCOMPARE(got->settings, sent.settings);
        QCOMPARE(got->feeder, true);
        QCOMPARE(got->duplex, true);
        QCOMPARE(got->maxPages, 7);
        QCOMPARE(got->profile.minimum, QSize(1, 2));
        QCOMPARE(got->profile.maximum, QSize(3, 4));
        QCOMPARE(got->profile.maxBytes, qint64(5'000'000'000));
        QVERIFY(failedWith(ScanRequest::fromPayload("{}"), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(ScanRequest::fromPayload("?"), ErrorKind::ProtocolViolation));
    }

    void errorsKeepTheirKind()
    {
        const Error error{ErrorKind::ScannerJam, QStringLiteral("sane.read"), QStringLiteral("jammed")};
        const Error got = errorFromPayload(errorToPayload(error));
        QCOMPARE(got.kind, error.kind);
        QCOMPARE(got.where, error.where);
        QCOMPARE(got.detail, error.detail);
        // A child cannot talk the kiosk into an error that no scan ends with.
        QCOMPARE(errorFromPayload(errorToPayload({ErrorKind::StoreCorrupt, {}, {}})).kind,
                 ErrorKind::ProtocolViolation);
        QVERIFY(failedWith(pageFromPayload("abc"), ErrorKind::ProtocolViolation));
        QVERIFY(failedWith(pageFromPayload(QByteArray("\0\0\1\0jpeg", 8)), ErrorKind::ProtocolViolation));
        QCOMPARE(percentFromPayload(QByteArray(1, 100)).value_or(-1), 100);
        for (const QByteArray &wrong : {QByteArray(), QByteArray(1, 101), QByteArray(1, '\xFF'), QByteArray(2, 1)})
            QVERIFY(failedWith(percentFromPayload(wrong), ErrorKind::ProtocolViolation));
    }
};

QTEST_APPLESS_MAIN(ScannerProtocolTest)
#include "scanner_protocol_test.moc"
