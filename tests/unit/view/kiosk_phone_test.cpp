// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone's code at the kiosk: how long the city is waited for, when another code may be asked for, and that
// nothing of number and code is left.
#include "app/core/base/log.h"
#include "tests/unit/view/fake_city_desk.h"
#include "tests/unit/view/kiosk_rig.h"
#include "tests/unit/view/residue.h"

#include <QTest>

using namespace tongban;
using namespace tongban::test;
using namespace std::chrono_literals;

class KioskPhoneTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeCityDesk> m_city;
    std::unique_ptr<KioskRig> m_rig;
    QByteArray m_logged;

    view::KioskController &kiosk() { return m_rig->kiosk(); }
    view::PhoneController &phone() { return *m_rig->kiosk().phone(); }
    void begin(const view::KioskTimes &times = {})
    {
        m_rig.reset();
        m_city = std::make_unique<FakeCityDesk>();
        m_rig = std::make_unique<KioskRig>(times);
        m_rig->city = m_city.get();
        kiosk().setOnline(true);
        QVERIFY(m_rig->toHome() && m_rig->toGuide() && m_rig->toForm());
        kiosk().forward(); // what the card knew
        QVERIFY(phone().phase().isEmpty());
        m_rig->answerPage();
        QCOMPARE(phone().phase(), QStringLiteral("offer"));
    }
    void toCode()
    {
        phone().want();
        QVERIFY(m_rig->reach(QStringLiteral("PhoneCode")));
    }
    void pass(std::chrono::seconds time)
    {
        m_rig->clock.advance(time);
        phone().check();
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([this](const QByteArray &line) { m_logged += line + '\n'; });
    }
    void init()
    {
        m_logged.clear();
        begin();
    }
    void cleanup()
    {
        m_rig.reset();
        QVERIFY(!m_logged.contains("13800138000"));
        QVERIFY(!m_logged.contains("204816"));
    }
    void cleanupTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void theRightCodeIsShownToBeRight()
    {
        toCode();
        QCOMPARE(m_city->sent, QStringList{QStringLiteral("13800138000")});
        QVERIFY(!kiosk().canGoForward());
        phone().type(m_city->code);
        QVERIFY(kiosk().canGoForward());
        kiosk().forward();
        QVERIFY(m_rig->reach(QStringLiteral("Form")));
        QCOMPARE(phone().phase(), QStringLiteral("confirmed"));
        QVERIFY(phone().code().isEmpty());
        QVERIFY(m_rig->toMaterials() && m_rig->toPageReview() && m_rig->toSignature() && m_rig->toReview());
        QVERIFY(foundInModel(*kiosk().review()->rows(), QStringLiteral("（已核对）")));
    }

    void whatWasNotCheckedIsSaidSo()
    {
        QVERIFY(m_rig->toMaterials() && m_rig->toPageReview() && m_rig->toSignature() && m_rig->toReview());
        QVERIFY(foundInModel(*kiosk().review()->rows(), QStringLiteral("（未核对）")));
        QVERIFY(m_city->sent.isEmpty());
    }

    void theWaitIsCountedDown()
    {
        toCode();
        QVERIFY(!phone().mayAsk());
        QCOMPARE(phone().secondsLeft(), 60);
        pass(20s);
        QCOMPARE(phone().secondsLeft(), 40);
        phone().want(); // by whatever means
        QCOMPARE(m_city->sent.size(), 1);
        pass(40s);
        QCOMPARE(phone().secondsLeft(), 0);
        QVERIFY(phone().mayAsk());
        phone().want();
        QTRY_COMPARE(m_city->sent.size(), 2);
        QTRY_COMPARE(phone().secondsLeft(), 60); // anew
        QVERIFY(!phone().mayAsk());
    }

    void aSilentCityIsNotWaitedFor()
    {
        begin({.phone = 20ms});
        m_city->silent = true;
        phone().want();
        QCOMPARE(phone().phase(), QStringLiteral("sending"));
        QVERIFY(!kiosk().busy());
        QTRY_COMPARE(phone().phase(), QStringLiteral("offer"));
        QVERIFY(kiosk().subtitle().contains(QStringLiteral("以后由市里核对")));
        m_city->silent = false;
        toCode();
        QCOMPARE(m_city->sent.size(), 1); // the same wish under the same key: the telephone rings once
        m_city->silent = true;
        phone().type(m_city->code);
        kiosk().forward();
        QVERIFY(phone().checking());
        QTRY_VERIFY(!phone().checking());
        QCOMPARE(kiosk().step(), QStringLiteral("PhoneCode"));
        QCOMPARE(phone().code(), m_city->code);
        phone().later();
        QVERIFY(m_rig->reach(QStringLiteral("Form")));
    }

    void withoutALineTheNumberIsKept()
    {
        kiosk().setOnline(false);
        QCOMPARE(phone().phase(), QStringLiteral("kept"));
        QVERIFY(kiosk().canGoForward());
        kiosk().setOnline(true);
        QCOMPARE(phone().phase(), QStringLiteral("offer"));
        toCode();
        kiosk().setOnline(false);
        pass(60s);
        QVERIFY(!phone().mayAsk()); // there is nobody to ask; later is still there
        phone().later();
        QVERIFY(m_rig->reach(QStringLiteral("Form")));
    }

    void nothingOfItIsLeft()
    {
        toCode();
        phone().type(m_city->code);
        QVERIFY(foundIn(kiosk(), m_city->code));
        kiosk().startOver();
        QVERIFY(m_rig->reach(QStringLiteral("Farewell")));
        QVERIFY(!foundIn(kiosk(), m_city->code));
        QVERIFY(!foundIn(kiosk(), QStringLiteral("13800138000")));
        QVERIFY(!foundIn(kiosk(), QStringLiteral("138****8000")));
        QCOMPARE(phone().secondsLeft(), 0);
    }

    // The same number, another person: a wish of the one before is not theirs.
    void theNextPersonAsksAnew()
    {
        begin({.phone = 20ms});
        m_city->silent = true;
        phone().want();
        QTRY_COMPARE(phone().phase(), QStringLiteral("offer"));
        kiosk().startOver();
        QVERIFY(m_rig->reach(QStringLiteral("Farewell")));
        m_city->silent = false;
        kiosk().touched();
        QVERIFY(m_rig->reach(QStringLiteral("Attract")));
        QVERIFY(m_rig->toHome() && m_rig->toGuide() && m_rig->toForm());
        kiosk().forward();
        m_rig->answerPage();
        toCode();
        QCOMPARE(m_city->keys.size(), 2);
        QVERIFY(m_city->keys.first() != m_city->keys.last());
    }
};

QTEST_MAIN(KioskPhoneTest)
#include "kiosk_phone_test.moc"
