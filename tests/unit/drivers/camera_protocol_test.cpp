// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_options.h"
#include "drivers/devices/camera/camera_protocol.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers::devices;
using Type = CameraMessage::Type;

class CameraProtocolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesCutAnywhereComeOutWhole()
    {
        const QByteArray bytes = encodeCameraMessage(Type::Frame, sequenceToPayload(7)) +
                                 encodeCameraMessage(Type::Page, CapturedPage{3, {"jpeg", {800, 600}}}.toPayload());
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            CameraMessageDecoder decoder;
            decoder.feed(bytes.first(cut));
            decoder.feed(bytes.mid(cut));
            const auto frame = decoder.next();
            QVERIFY(frame && *frame && (*frame)->type == Type::Frame);
            QCOMPARE(*sequenceFromPayload((*frame)->payload), quint64(7));
            const auto page = decoder.next();
            QVERIFY(page && *page && (*page)->type == Type::Page);
            const auto captured = CapturedPage::fromPayload((*page)->payload);
            QCOMPARE(captured->ticket, quint32(3));
            QCOMPARE(captured->page.jpeg, QByteArray("jpeg"));
            QCOMPARE(captured->page.size, QSize(800, 600));
            QVERIFY(!decoder.next());
        }
    }

    void anUnknownTypeIsAViolation()
    {
        CameraMessageDecoder decoder;
        decoder.feed(drivers::codec::encodeChildMessage('?'));
        QVERIFY(failedWith(*decoder.next(), ErrorKind::ProtocolViolation));
    }

    void startAndWishesArriveAsSent()
    {
        const CameraStart start{.device = QStringLiteral("/dev/video0"),
                                .size = {1280, 720},
                                .fps = 25,
                                .mode = CameraMode::Codes,
                                .firstSequence = 900,
                                .startTimeout = std::chrono::milliseconds(1234),
                                .frameTimeout = std::chrono::milliseconds(567)};
        const auto read = CameraStart::fromPayload(start.toPayload());
        QVERIFY(read.has_value());
        QCOMPARE(read->toPayload(), start.toPayload());
        QVERIFY(read->mode == CameraMode::Codes && read->size == start.size && read->firstSequence == 900);

        const CaptureWish wish{.ticket = 4'000'000'000, .profile = {.maxBytes = 70'000}};
        const auto wished = CaptureWish::fromPayload(wish.toPayload());
        QCOMPARE(wished->ticket, wish.ticket);
        QCOMPARE(wished->profile.maxBytes, qint64(70'000));

        const auto code = SeenCode::fromPayload(SeenCode{.ticket = 9, .content = "]Q1abc"}.toPayload());
        QCOMPARE(code->ticket, quint32(9));
        QCOMPARE(code->content, QByteArray("]Q1abc"));

        const RefusedPage refusal{.ticket = 5, .error = {ErrorKind::PageIllegible, QStringLiteral("w"), {}}};
        const auto refused = RefusedPage::fromPayload(refusal.toPayload());
        QVERIFY(refused->ticket == 5 && refused->error.kind == ErrorKind::PageIllegible);
    }

    void payloadsThatHoldNothingAreViolations()
    {
        const auto isViolation = [](const auto &result) { return failedWith(result, ErrorKind::ProtocolViolation); };
        QVERIFY(isViolation(CameraStart::fromPayload("{}")));
        QVERIFY(isViolation(CameraStart::fromPayload("not json")));
        QVERIFY(isViolation(CameraStart::fromPayload(
            R"({"device":"d","width":1,"height":1,"fps":1,"mode":"other","firstSequence":1,"startTimeoutMs":1,"frameTimeoutMs":1})")));
        QVERIFY(isViolation(CaptureWish::fromPayload("{\"ticket\":1}")));
        QVERIFY(isViolation(SeenCode::fromPayload("\0\0\0")));
        QVERIFY(isViolation(SeenCode::fromPayload(ticketToPayload(1))));
        QVERIFY(isViolation(CapturedPage::fromPayload(ticketToPayload(1))));
        QVERIFY(isViolation(ticketFromPayload("abc")));
        QVERIFY(isViolation(sequenceFromPayload("abc")));
        QVERIFY(RefusedPage::fromPayload("abc")->error.kind == ErrorKind::ProtocolViolation);
    }

    void optionsAreReadStrictly()
    {
        const QJsonObject wire{{QStringLiteral("kind"), QStringLiteral("v4l2")},
                               {QStringLiteral("path"), QStringLiteral("/dev/video0")}};
        const auto plain = CameraOptions::fromJson(wire, {});
        QVERIFY(plain && plain->size == QSize(1920, 1080) && plain->fps == 30);
        const auto scaled = CameraOptions::fromJson(wire, {{QStringLiteral("frameTimeoutMs"), 80}});
        QCOMPARE(scaled->frameTimeout, std::chrono::milliseconds(80));
        const auto wrong = CameraOptions::fromJson(wire, {{QStringLiteral("frameTimeout"), 80}});
        QVERIFY(failedWith(wrong, ErrorKind::Misconfigured));
        QVERIFY(wrong.error().detail.contains(QStringLiteral("options.frameTimeout")));
    }
};

QTEST_GUILESS_MAIN(CameraProtocolTest)
#include "camera_protocol_test.moc"
