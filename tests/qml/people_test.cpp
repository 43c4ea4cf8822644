// SPDX-License-Identifier: GPL-3.0-or-later
// Three of the five people of the terminal's design, from the first touch to what the store and the paper hold. (The
// clerk's sixty numbers and the technician's print ledger are pages that are still to come.)
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

class PeopleTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    void isOneCaseOnPaper()
    {
        const auto census = m_visit->census();
        QCOMPARE(census.cases, 1);
        QCOMPARE(census.drafts, 0);
        const QString number = m_visit->text(QStringLiteral("SELECT local_number FROM cases"));
        QVERIFY2(!number.isEmpty() && m_visit->paper().contains(number), qPrintable(m_visit->paper()));
    }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_visit = std::make_unique<Visit>(); }
    void cleanup() { m_visit.reset(); }

    // Market day, the line is down, no phone, she reads little: large type, every page spoken, her age judged before
    // she fills in anything.
    void aWidowOf74()
    {
        QVERIFY(m_visit->open());
        m_visit->kiosk().setOnline(false);
        m_visit->told.insert(QStringLiteral("phone"), QStringLiteral("我没有手机"));
        QVERIFY(m_visit->tap(QStringLiteral("关爱模式")));
        QVERIFY(m_visit->at(QStringLiteral("Home")));
        m_visit->rig.reader.script.once(cardOf(QStringLiteral("覃大山"), QStringLiteral("110105196512310020"), 1965));
        QVERIFY(m_visit->walkTo(QStringLiteral("NotEligible"))); // her son's card: too young, said before the form
        QVERIFY(m_visit->saidSoFar().contains(m_visit->kiosk().eligibility()->clause()));
        QVERIFY(m_visit->goBack());
        QVERIFY(m_visit->walkTo(QStringLiteral("Rating")));
        const QString said = m_visit->saidSoFar();
        QVERIFY(!said.contains(oldWidow().idNumber.reveal()) && !said.contains(oldWidow().name.reveal()));
        QVERIFY(m_visit->tap(m_visit->kiosk().primaryText())); // 不评了
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        isOneCaseOnPaper();
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM evaluations")), 0);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM outbox WHERE state = 'pending'")),
                 m_visit->census().messages); // everything waits for the line
        QVERIFY(!m_visit->kiosk().elder());   // the next person is another
    }

    // The register is at home, a child on one arm: she puts it away, comes back another day and lands on the missing
    // page.
    void aYoungMother()
    {
        auto item = shippedItem(QString::fromLatin1(KioskRig::itemCode));
        item.eligibility.clear();
        m_visit->rig.store.setItems({item});
        QVERIFY(m_visit->open());
        QVERIFY(m_visit->walkTo(QStringLiteral("Materials")));
        QVERIFY(m_visit->tap(QStringLiteral("没带")));
        QVERIFY(m_visit->at(QStringLiteral("Missing")));
        QVERIFY(m_visit->tap(QStringLiteral("今天不办了，改天带来")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        QCOMPARE(m_visit->census().drafts, 1);
        QCOMPARE(m_visit->census().cases, 0);
        m_visit->rig.clock.advance(std::chrono::hours(26));
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        QVERIFY(m_visit->tap(QStringLiteral("接着办：高龄津贴")));
        QVERIFY(m_visit->at(QStringLiteral("Materials"))); // nothing is asked twice
        QVERIFY(m_visit->walkTo(QStringLiteral("Rating")));
        isOneCaseOnPaper();
    }

    // He chooses the low arrangement by picture: from then on no finger ever goes above the middle of the screen.
    void aManInAWheelchair()
    {
        m_visit->itemName = QStringLiteral("重度残疾人护理补贴");
        m_visit->rig.store.setItems({shippedItem(QStringLiteral("zhongdu-canjiren-huli-butie"))});
        QVERIFY(m_visit->open());
        QVERIFY(m_visit->tap(QStringLiteral("按钮放低")));
        QVERIFY(m_visit->at(QStringLiteral("Home")));
        m_visit->highest = 1e9;
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        QVERIFY(m_visit->tap(QStringLiteral("非常满意")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        QVERIFY2(m_visit->highest >= 960, qPrintable(QString::number(m_visit->highest)));
        isOneCaseOnPaper();
        QVERIFY(!m_visit->kiosk().comfort()->low());
    }
};

QTEST_MAIN(PeopleTest)
#include "people_test.moc"
