// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone is checked by a code, if the person likes: right, wrong, too old, too soon, silence. Nothing of it keeps
// anybody from going on, and a confirmation is of one number only.
#include "app/core/domain/phone_check.h"
#include "app/flow/service/page_words.h"
#include "tests/unit/flow/walk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;

namespace {

const QString phone = QStringLiteral("phone");
const QString challenge = QStringLiteral("0192f5a0-7c3e-7b11-8a4d-5f0e6c1d2b3a");
const Secret code(QStringLiteral("204816"));
const Secret token(QStringLiteral("a word of the city's"));

Walk asked()
{
    Walk walk(phoneState());
    walk.then(PhoneCodeWanted{phone});
    return walk;
}

Walk sent(int wait = 60)
{
    Walk walk = asked();
    walk.then(PhoneCodeSent{challenge, wait});
    return walk;
}

Walk compared()
{
    Walk walk = sent();
    walk.then(PhoneCodeTyped{code}).then(Forward{});
    return walk;
}

Walk confirmed()
{
    Walk walk = compared();
    walk.then(PhoneConfirmed{token});
    return walk;
}

QString subtitle(const Walk &walk)
{
    return wordsFor(walk.state()).subtitle;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<tongban::flow::ServiceEvent>)

class FlowPhoneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightCodeConfirmsTheNumber()
    {
        Walk walk = asked();
        QVERIFY(walk.asked<SendPhoneCode>());
        QCOMPARE(walk.asked<SendPhoneCode>()->number.reveal(), QStringLiteral("13800138000"));
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(offersForward(walk.state())); // nobody waits for it
        walk.then(PhoneCodeSent{challenge, 60});
        QCOMPARE(walk.step(), Step::PhoneCode);
        QVERIFY2(subtitle(walk).contains(QStringLiteral("138****8000")), qPrintable(subtitle(walk)));
        QVERIFY(!offersForward(walk.state()));
        walk.then(PhoneCodeTyped{Secret(QStringLiteral("20481"))}).then(Forward{});
        QVERIFY(!walk.asked<CheckPhoneCode>());
        walk.then(PhoneCodeTyped{code});
        QVERIFY(offersForward(walk.state()));
        walk.then(Forward{});
        QVERIFY(walk.asked<CheckPhoneCode>());
        QCOMPARE(walk.asked<CheckPhoneCode>()->challenge, challenge);
        QCOMPARE(walk.asked<CheckPhoneCode>()->code, code);
        QVERIFY(!offersForward(walk.state())); // once is enough
        walk.then(PhoneConfirmed{token});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY(walk.asked<SaveDraft>()); // worth keeping over a crash
        const domain::ConfirmedPhone *kept = domain::confirmationOf(*walk.state().draft, phone);
        QVERIFY(kept && kept->token == token);
        QVERIFY(subtitle(walk).contains(QStringLiteral("核对好了")));
        walk.then(Forward{});
        QCOMPARE(walk.state().formPage, 2);
        QVERIFY(domain::confirmationOf(*walk.state().draft, phone));
    }

    void aWrongCodeIsToldKindly()
    {
        Walk walk = compared();
        walk.then(PhoneCodeWrong{2});
        QCOMPARE(walk.step(), Step::PhoneCode);
        QVERIFY(walk.state().phone.code.reveal().isEmpty());
        QVERIFY2(subtitle(walk).contains(QStringLiteral("还可以试2次")), qPrintable(subtitle(walk)));
        walk.then(PhoneCodeTyped{Secret(QStringLiteral("1"))});
        QVERIFY(!subtitle(walk).contains(QStringLiteral("不对"))); // read
        walk.then(PhoneCodeTyped{code}).then(Forward{});
        QVERIFY(walk.asked<CheckPhoneCode>());
        walk.then(PhoneCodeGone{});
        QVERIFY(subtitle(walk).contains(QStringLiteral("不能用了")));
        walk.then(PhoneCodeTyped{code}); // there is nothing to compare it with
        QVERIFY(!offersForward(walk.state()));
        QVERIFY(!domain::confirmationOf(*walk.state().draft, phone));
    }

    void anotherCodeGoesOutWhenTheCitySaysSo()
    {
        Walk walk = sent();
        walk.then(PhoneCodeWanted{phone});
        QVERIFY(!walk.asked<SendPhoneCode>());
        walk.then(PhoneWaitOver{}).then(PhoneCodeWanted{phone});
        QVERIFY(walk.asked<SendPhoneCode>());
        QCOMPARE(walk.step(), Step::PhoneCode);
        walk.then(PhoneCodeWanted{phone});
        QVERIFY(!walk.asked<SendPhoneCode>()); // twice is once
        walk.then(PhoneTooSoon{40});
        QVERIFY(subtitle(walk).contains(QStringLiteral("等一等")));
        QVERIFY(!walk.state().phone.mayAsk);
        QCOMPARE(walk.state().phone.waitSeconds, 40);
        QCOMPARE(walk.state().phone.challenge, challenge); // the one before still counts
        walk.then(PhoneWaitOver{});
        QVERIFY(!subtitle(walk).contains(QStringLiteral("等一等")));
    }

    void laterIsAlwaysPossible_data()
    {
        QTest::addColumn<std::vector<ServiceEvent>>("events");
        using Events = std::vector<ServiceEvent>;
        const PhoneCodeTyped typing{code};
        QTest::newRow("sent") << Events{};
        QTest::newRow("compared") << Events{typing, Forward{}};
        QTest::newRow("wrong") << Events{typing, Forward{}, PhoneCodeWrong{1}};
        QTest::newRow("gone") << Events{typing, Forward{}, PhoneCodeGone{}};
        QTest::newRow("silent") << Events{typing, Forward{}, PhoneSilent{}};
        QTest::newRow("sent again") << Events{PhoneWaitOver{}, PhoneCodeWanted{phone}};
    }
    void laterIsAlwaysPossible()
    {
        QFETCH(std::vector<ServiceEvent>, events);
        Walk walk = sent();
        for (const ServiceEvent &event : events)
            walk.then(event);
        walk.then(PhoneLater{});
        QCOMPARE(walk.step(), Step::Form);
        QCOMPARE(walk.state().formPage, 2); // the number is in: on with it
        QVERIFY(!domain::confirmationOf(*walk.state().draft, phone));
        QCOMPARE(walk.state().draft->answers.value(phone).reveal(), QStringLiteral("13800138000"));
        walk.then(PhoneConfirmed{token}); // nobody's by now
        QVERIFY(walk.state().draft->confirmedPhones.isEmpty());
    }

    void silenceKeepsNobody()
    {
        Walk walk = asked();
        walk.then(PhoneSilent{});
        QCOMPARE(walk.step(), Step::Form);
        QVERIFY2(subtitle(walk).contains(QStringLiteral("以后由市里核对")), qPrintable(subtitle(walk)));
        QVERIFY(offersForward(walk.state()));
        walk.then(PhoneCodeSent{challenge, 60}); // too late
        QCOMPARE(walk.step(), Step::Form);
        walk.then(PhoneCodeWanted{phone}); // may be tried once more
        QVERIFY(walk.asked<SendPhoneCode>());
        Walk typed = compared();
        typed.then(PhoneSilent{});
        QCOMPARE(typed.step(), Step::PhoneCode);
        QCOMPARE(typed.state().phone.code, code); // what was typed need not be typed again
        QVERIFY(offersForward(typed.state()));
    }

    void whoGoesOnIsNotCalledBack()
    {
        Walk walk = asked();
        walk.then(Forward{});
        QCOMPARE(walk.state().formPage, 2);
        walk.then(PhoneCodeSent{challenge, 60});
        QCOMPARE(walk.step(), Step::Form);
        QCOMPARE(walk.state().formPage, 2);
    }

    // The SMS may come while somebody looks at the number once more.
    void theCodeWaitsBehindTheForm()
    {
        Walk walk = sent();
        walk.then(PhoneCodeTyped{code}).then(Backward{});
        QCOMPARE(walk.step(), Step::Form);
        QCOMPARE(walk.state().formPage, 1);
        QVERIFY(walk.state().phone.code.reveal().isEmpty());
        walk.then(PhoneCodeWanted{phone});
        QCOMPARE(walk.step(), Step::PhoneCode);
        QVERIFY(!walk.asked<SendPhoneCode>());
    }

    void anotherNumberIsNotConfirmed()
    {
        Walk walk = confirmed();
        walk.answer("phone", QStringLiteral("1380013800"));
        QVERIFY(walk.state().draft->confirmedPhones.isEmpty());
        walk.answer("phone", QStringLiteral("13800138000")); // not even by typing it again
        QVERIFY(!domain::confirmationOf(*walk.state().draft, phone));
        Walk gone = sent();
        gone.then(Backward{});
        gone.answer("phone", QStringLiteral("13800138001"));
        QVERIFY(gone.state().phone.challenge.isEmpty()); // that code went to somebody else
        Walk none = confirmed();
        none.answer("phone", domain::refusedAnswer);
        QVERIFY(none.state().draft->confirmedPhones.isEmpty());
    }

    void onlyAWholeNumberGetsACode_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("none") << QString();
        QTest::newRow("half") << QStringLiteral("138001");
        QTest::newRow("no mobile") << QStringLiteral("12345678901");
        QTest::newRow("refused") << domain::refusedAnswer;
    }
    void onlyAWholeNumberGetsACode()
    {
        QFETCH(QString, number);
        Walk walk(phoneState());
        walk.answer("phone", number).then(PhoneCodeWanted{phone});
        QVERIFY(!walk.asked<SendPhoneCode>());
        QCOMPARE(walk.step(), Step::Form);
    }

    void aDraftKeepsTheConfirmation()
    {
        const domain::CaseDraft kept = *confirmed().state().draft;
        ServiceState resume = phoneState();
        resume.step = Step::Resume;
        resume.unfinished = ports::Unfinished{.draft = kept, .withoutReceipt = {}};
        Walk later(resume);
        later.then(DraftContinued{});
        QVERIFY(domain::confirmationOf(*later.state().draft, phone));
    }

    void nothingIsLeftBehind()
    {
        Walk walk = compared();
        walk.then(IdleExpired{});
        QCOMPARE(walk.step(), Step::Farewell);
        QVERIFY(walk.asked<Wipe>());
        QVERIFY(walk.state().phone == PhoneCheck{});
    }
};

QTEST_GUILESS_MAIN(FlowPhoneTest)
#include "flow_phone_test.moc"
