// SPDX-License-Identifier: GPL-3.0-or-later
// A card's id: request and status words of PC/SC part 3 (Requirements for PC-Connected Interface Devices, §3.2.2.1.3
// "Get Data"), and the conversation with the smart card program.
#include "drivers/codec/card_id.h"
#include "drivers/devices/smart_card_reader/smart_card_protocol.h"

#include <QTest>

using namespace tongban;
using namespace tongban::drivers;
using namespace tongban::drivers::devices;

class CardIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestIsTheStandards()
    {
        QCOMPARE(codec::cardIdRequest().toHex(), QByteArray("ffca000000"));
        QCOMPARE(codec::cardIdRequest(7).toHex(), QByteArray("ffca000007"));
    }

    void answersOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("response");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<int>("askFor");
        QTest::newRow("success, four bytes") << QByteArray("0a1b2c3d9000") << QByteArray("0a1b2c3d") << -1;
        QTest::newRow("success, ten bytes") << QByteArray("0102030405060708090a9000")
                                            << QByteArray("0102030405060708090a") << -1;
        QTest::newRow("end before Le") << QByteArray("0a1b2c3d6282") << QByteArray("0a1b2c3d") << -1;
        QTest::newRow("wrong Le") << QByteArray("6c07") << QByteArray() << 7;
        QTest::newRow("not supported") << QByteArray("6a81") << QByteArray() << -1;
        QTest::newRow("class not supported") << QByteArray("6e00") << QByteArray() << -1;
        QTest::newRow("success without data") << QByteArray("9000") << QByteArray() << -1;
    }
    void answersOfTheStandard()
    {
        QFETCH(QByteArray, response);
        QFETCH(QByteArray, id);
        QFETCH(int, askFor);
        const auto answer = codec::decodeCardId(QByteArray::fromHex(response));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->id.toHex(), id);
        QCOMPARE(answer->askFor ? int(*answer->askFor) : -1, askFor);
    }

    void whatIsNoResponse()
    {
        for (const QByteArray &response : {QByteArray(), QByteArray("\x90"), QByteArray(65, 'x') + QByteArray("\x90\x00", 2)})
            QVERIFY(failedWith(codec::decodeCardId(response), ErrorKind::CardUnreadable));
    }

    void theConversationComesBack()
    {
        const SmartCardRequest request{.reader = QStringLiteral("ACS"),
                                       .opensOnly = true,
                                       .interval = std::chrono::milliseconds(40),
                                       .given = {{QStringLiteral("ACS 00 00"), 0xFFFF}}};
        const auto back = SmartCardRequest::fromPayload(request.toPayload());
        QVERIFY(back.has_value());
        QCOMPARE(back->reader, request.reader);
        QVERIFY(back->opensOnly && back->interval == request.interval);
        QCOMPARE(back->given, request.given);
        const auto seen = SeenCard::fromPayload(SeenCard{.reader = QStringLiteral("读卡器"), .event = 7}.toPayload());
        QVERIFY(seen.has_value());
        QCOMPARE(seen->reader, QStringLiteral("读卡器"));
        QCOMPARE(seen->event, 7U);
        const ports::SmartCard card{.atr = QByteArray::fromHex("3B00"), .id = Sensitive(QByteArray::fromHex("0102"))};
        QCOMPARE(smartCardToPayload(card).toHex(), QByteArray("023b000102"));
        QVERIFY(smartCardFromPayload(smartCardToPayload(card))->id == card.id);
    }

    void brokenConversationsAreRefused()
    {
        for (const char *payload : {"", "[]", "{}", "{\"intervalMs\":0}", "{\"intervalMs\":\"9\"}"})
            QVERIFY(failedWith(SmartCardRequest::fromPayload(payload), ErrorKind::ProtocolViolation));
        for (const char *payload : {"", "{\"reader\":\"\",\"event\":1}", "{\"reader\":\"a\"}", "{\"reader\":\"a\",\"event\":-1}"})
            QVERIFY(failedWith(SeenCard::fromPayload(payload), ErrorKind::ProtocolViolation));
        for (const char *payload : {"", "00", "023b", "22"})
            QVERIFY(failedWith(smartCardFromPayload(QByteArray::fromHex(payload)), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(CardIdTest)
#include "card_id_test.moc"
