// SPDX-License-Identifier: GPL-3.0-or-later
// What the city says of a telephone's code, and what is believed of it.
#include "offline/platform/answers.h"
#include "offline/platform/phone_check.h"

#include <QJsonDocument>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::platform;
using ports::PhoneCheckAnswer;
using ports::PhoneCodeAnswer;

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

HttpAnswer tooMany(const char *code)
{
    return {.status = 429,
            .headers = {{"content-type", "application/problem+json"}, {"retry-after", "40"}},
            .body = QByteArray(R"({"code":")") + code + R"("})"};
}

const Secret number(QStringLiteral("13800138000"));
const Secret code(QStringLiteral("204816"));
const QString challenge = QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a");

} // namespace

class PhoneCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsOnItsWay()
    {
        const auto said = phoneCodeAnswer(
            object(R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":300,"againSeconds":60})"));
        QVERIFY(said.has_value());
        QVERIFY(said->kind == PhoneCodeAnswer::Kind::Sent);
        QCOMPARE(said->challenge, challenge);
        QCOMPARE(said->waitSeconds, 60);
    }

    void theCitysPatienceHasAnEnd()
    {
        const auto said = phoneCodeAnswer({{QStringLiteral("tooSoon"), 40}});
        QVERIFY(said && said->kind == PhoneCodeAnswer::Kind::TooSoon);
        QCOMPARE(said->waitSeconds, 40);
        const auto checked = phoneCheckAnswer({{QStringLiteral("tooSoon"), 5}});
        QVERIFY(checked && checked->kind == PhoneCheckAnswer::Kind::TooSoon);
        QCOMPARE(checked->waitSeconds, 5);
    }

    void whatWasTypedIsCompared()
    {
        const auto right = phoneCheckAnswer(object(R"({"result":"confirmed","token":"q0zJk3M1yYk2m0tqXzjNnU4L"})"));
        QVERIFY(right && right->kind == PhoneCheckAnswer::Kind::Confirmed);
        QCOMPARE(right->token.reveal(), QStringLiteral("q0zJk3M1yYk2m0tqXzjNnU4L"));
        const auto wrong = phoneCheckAnswer(object(R"({"result":"wrong","triesLeft":2})"));
        QVERIFY(wrong && wrong->kind == PhoneCheckAnswer::Kind::Wrong);
        QCOMPARE(wrong->triesLeft, 2);
        const auto gone = phoneCheckAnswer(object(R"({"result":"gone"})"));
        QVERIFY(gone && gone->kind == PhoneCheckAnswer::Kind::Gone);
    }

    void badAnswersAreRefused_data()
    {
        QTest::addColumn<bool>("sent");
        QTest::addColumn<QByteArray>("json");
        const auto sent = [](const char *name, const char *json) { QTest::newRow(name) << true << QByteArray(json); };
        const auto checked = [](const char *name, const char *json) {
            QTest::newRow(name) << false << QByteArray(json);
        };
        sent("nothing", "{}");
        sent("no challenge", R"({"validSeconds":300,"againSeconds":60})");
        sent("a challenge that leads elsewhere", R"({"challenge":"../../cases","validSeconds":300,"againSeconds":60})");
        sent("no end", R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","againSeconds":60})");
        sent("over already",
             R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":0,"againSeconds":60})");
        sent("a wait of days",
             R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":300,"againSeconds":86400})");
        sent("a wait before now",
             R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":300,"againSeconds":-1})");
        sent("half a second",
             R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":300,"againSeconds":0.5})");
        sent(
            "the code itself",
            R"({"challenge":"0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a","validSeconds":300,"againSeconds":60,"code":"204816"})");
        checked("nothing", "{}");
        checked("another word", R"({"result":"perhaps"})");
        checked("confirmed without a token", R"({"result":"confirmed"})");
        checked("an empty token", R"({"result":"confirmed","token":""})");
        checked("a token of another alphabet", R"({"result":"confirmed","token":"令牌令牌令牌令牌令牌令牌令牌令牌"})");
        checked("wrong, and how often more", R"({"result":"wrong"})");
        checked("wrong, and no more", R"({"result":"wrong","triesLeft":0})");
        checked("wrong, and for ever", R"({"result":"wrong","triesLeft":1000000})");
        checked("wrong with a token", R"({"result":"wrong","triesLeft":2,"token":"q0zJk3M1yYk2m0tqXzjNnU4L"})");
    }
    void badAnswersAreRefused()
    {
        QFETCH(bool, sent);
        QFETCH(QByteArray, json);
        const QJsonObject answer = QJsonDocument::fromJson(json).object();
        std::optional<Error> error;
        if (const auto said = phoneCodeAnswer(answer); sent && !said)
            error = said.error();
        if (const auto said = phoneCheckAnswer(answer); !sent && !said)
            error = said.error();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::PlatformBadAnswer);
        QVERIFY(!error->detail.contains(QStringLiteral("204816"))); // nothing of it is repeated
    }

    void theQuestionSaysNoMoreThanItMust()
    {
        QCOMPARE(phoneCodeWish(number), (QJsonObject{{"phone", "13800138000"}}));
        QCOMPARE(phoneCodeCheck(number, code), (QJsonObject{{"phone", "13800138000"}, {"code", "204816"}}));
        QCOMPARE(keyOfCheck(challenge, code), keyOfCheck(challenge, code)); // a lost answer costs no try
        QVERIFY(keyOfCheck(challenge, code) != keyOfCheck(challenge, Secret(QStringLiteral("204817"))));
        QVERIFY(keyOfCheck(challenge, code) !=
                keyOfCheck(QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3b"), code));
    }

    void oneTelephonesWaitIsNotTheLines()
    {
        QVERIFY(isOfOnePhone(tooMany("phone_too_soon")));
        QVERIFY(!isOfOnePhone(tooMany("rate_limited")));
    }
};

QTEST_GUILESS_MAIN(PhoneCheckTest)
#include "phone_check_test.moc"
