// SPDX-License-Identifier: GPL-3.0-or-later
// A telephone is checked by finger on the real window: the code as it came, a slip of the finger, no message at all, no
// line. What came of it is asked of the store, of the city and of the page that shows everything once more.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/visit.h"
#include "tests/unit/view/fake_city_desk.h"

#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

class PhoneTest : public QObject
{
    Q_OBJECT

    FakeCityDesk m_city;
    std::unique_ptr<Visit> m_visit;

    [[nodiscard]] bool says(const QString &words)
    {
        return QTest::qWaitFor([&] { return m_visit->kiosk().subtitle().contains(words); });
    }
    [[nodiscard]] bool reviewSays(const QString &words)
    {
        view::RowModel *rows = m_visit->kiosk().review()->rows();
        for (int row = 0; row < rows->count(); ++row) {
            if (rows->value(row, "value").toString().contains(words))
                return true;
        }
        return false;
    }
    void toPhone()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Form")));
        QVERIFY(m_visit->goOn()); // what the card knew
        QVERIFY(m_visit->type(QStringLiteral("13872650418")));
    }
    void finish(const QString &words)
    {
        QVERIFY2(m_visit->walkTo(QStringLiteral("Review")), qPrintable(m_visit->kiosk().step()));
        QVERIFY(reviewSays(words));
        QVERIFY(m_visit->walkTo(QStringLiteral("Rating")));
        QCOMPARE(m_visit->census().cases, 1);
        QCOMPARE(m_visit->census().drafts, 0);
        QVERIFY(!m_visit->saidSoFar().contains(QStringLiteral("13872650418")));
        QVERIFY(!m_visit->saidSoFar().contains(m_city.code));
    }

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void init()
    {
        m_city = FakeCityDesk();
        m_visit = std::make_unique<Visit>();
        m_visit->rig.city = &m_city;
        m_visit->rig.store.setItems({shippedItem(QString::fromLatin1(KioskRig::itemCode))});
        QVERIFY(m_visit->open());
    }
    void cleanup() { m_visit.reset(); }

    void theCodeThatCame()
    {
        toPhone();
        QVERIFY(m_visit->tap(QStringLiteral("发送验证码，核对号码")));
        QVERIFY(m_visit->at(QStringLiteral("PhoneCode")));
        QVERIFY(m_visit->type(QStringLiteral("204817"))); // a slip of the finger
        QVERIFY(m_visit->goOn());
        QVERIFY(says(QStringLiteral("还可以试2次")));
        QVERIFY(m_visit->type(m_city.code));
        QVERIFY(m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        QCOMPARE(m_city.compared.size(), 2);
        finish(QStringLiteral("（已核对）"));
    }

    void noMessageCame()
    {
        toPhone();
        QVERIFY(m_visit->tap(QStringLiteral("发送验证码，核对号码")));
        QVERIFY(m_visit->at(QStringLiteral("PhoneCode")));
        m_visit->rig.clock.advance(std::chrono::seconds(61));
        m_visit->kiosk().phone()->check();
        QVERIFY(m_visit->tap(QStringLiteral("没收到，再发")));
        QTRY_COMPARE(m_city.sent.size(), 2);
        QVERIFY(m_visit->tap(QStringLiteral("以后再核")));
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        finish(QStringLiteral("（未核对）"));
    }

    void theLineIsDown()
    {
        m_visit->kiosk().setOnline(false);
        toPhone();
        QVERIFY(!m_visit->tap(QStringLiteral("发送验证码，核对号码")));
        finish(QStringLiteral("（未核对）"));
        QVERIFY(m_city.sent.isEmpty());
    }

    void whoGivesUpLeavesNothing()
    {
        toPhone();
        QVERIFY(m_visit->tap(QStringLiteral("发送验证码，核对号码")));
        QVERIFY(m_visit->at(QStringLiteral("PhoneCode")));
        QVERIFY(m_visit->type(QStringLiteral("2048")));
        QVERIFY(m_visit->cancel());
        QCOMPARE(m_visit->census().drafts, 0);
        QVERIFY(m_visit->kiosk().phone()->code().isEmpty());
    }

    void whoWalksAwayFindsItAgain()
    {
        toPhone();
        QVERIFY(m_visit->tap(QStringLiteral("发送验证码，核对号码")));
        QVERIFY(m_visit->at(QStringLiteral("PhoneCode")));
        QVERIFY(m_visit->type(m_city.code));
        QVERIFY(m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        QTRY_COMPARE(m_visit->census().drafts, 1);
        QVERIFY(m_visit->walkAway());
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        QVERIFY(m_visit->tap(QStringLiteral("接着办：高龄津贴")));
        finish(QStringLiteral("（已核对）")); // it came back out of the store with the draft
    }
};

QTEST_MAIN(PhoneTest)
#include "phone_test.moc"
