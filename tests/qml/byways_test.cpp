// SPDX-License-Identifier: GPL-3.0-or-later
// The ways beside the main job, by finger on the real window: how an errand is found, its list on paper, help and
// another language in the middle, material that is not here, a receipt that did not come out, a hall that closes. What
// came of it is asked of the store and of the paper.
#include "app/view/keyboard/keyboard.h"
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

class BywaysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    void begin(bool mayFollow = false)
    {
        auto item = shippedItem(QString::fromLatin1(KioskRig::itemCode));
        for (domain::MaterialSpec &material : item.materials) {
            material.late = mayFollow;
            material.lateDays = 20;
        }
        m_visit->rig.store.setItems({item});
        QVERIFY(m_visit->open());
    }
    void finish()
    {
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        QVERIFY(m_visit->tap(QStringLiteral("满意")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        const auto census = m_visit->census();
        QCOMPARE(census.cases, 1);
        QCOMPARE(census.drafts, 0);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT level FROM evaluations")), 4);
        QVERIFY(m_visit->paper().contains(m_visit->text(QStringLiteral("SELECT local_number FROM cases"))));
    }
    void toErrands()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Home")));
        QTRY_VERIFY(m_visit->kiosk().find()->ready());
        QVERIFY(m_visit->tap(QStringLiteral("办事申请")));
    }
    void toAway()
    {
        m_visit->rig.reader.script.once(oldWidow());
        m_visit->rig.reader.script.usually(fail(ErrorKind::CardAbsent, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Materials")));
        QVERIFY(m_visit->tap(QStringLiteral("没带")) && m_visit->tap(QStringLiteral("我去找材料")));
        QVERIFY(QTest::qWaitFor([&] { return m_visit->kiosk().step() == QStringLiteral("Away"); }));
        QVERIFY(m_visit->isInTrouble()); // nobody laid down a card yet
    }

public:
    static void initMain() { view::useOwnKeyboard(); }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { m_visit = std::make_unique<Visit>(); }
    void cleanup() { m_visit.reset(); }

    void foundByLetters()
    {
        begin();
        toErrands();
        QVERIFY(m_visit->tap(QStringLiteral("按拼音找")) && m_visit->type(QStringLiteral("gljt")));
        QVERIFY(m_visit->tap(QStringLiteral("高龄津贴")) && m_visit->at(QStringLiteral("Guide")));
        finish();
    }
    void foundByPictures()
    {
        begin();
        toErrands();
        QVERIFY(m_visit->tap(QStringLiteral("看图找")) && m_visit->tap(QStringLiteral("老人养老")));
        if (!m_visit->kiosk().find()->optionLabels().isEmpty())
            QVERIFY(m_visit->tap(QStringLiteral("按月领钱")));
        QVERIFY(m_visit->tap(QStringLiteral("高龄津贴")) && m_visit->at(QStringLiteral("Guide")));
        finish();
    }
    void theListOnPaperNeedsNoCard()
    {
        begin();
        QVERIFY(m_visit->walkTo(QStringLiteral("Guide")) && m_visit->tap(QStringLiteral("打印材料清单")));
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        QVERIFY(m_visit->paper().contains(QStringLiteral("户口簿")));
        QVERIFY(m_visit->goOn() && m_visit->at(QStringLiteral("Guide")) && m_visit->cancel());
        QCOMPARE(m_visit->rig.reader.script.calls(), 0);
        QCOMPARE(m_visit->census().drafts + m_visit->census().cases, 0);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM print_jobs WHERE case_id IS NULL")), 1);
    }
    void anotherLanguageInTheMiddleLosesNothing()
    {
        begin();
        QVERIFY(m_visit->walkTo(QStringLiteral("Materials")));
        QVERIFY(m_visit->tap(QStringLiteral("English")));
        QCOMPARE(m_visit->kiosk().comfort()->language(), QStringLiteral("en"));
        QVERIFY(m_visit->tap(QStringLiteral("Scan")) && m_visit->at(QStringLiteral("PageReview")));
        QVERIFY(m_visit->tap(QStringLiteral("中文")));
        finish();
    }
    void helpIsNotTheEnd()
    {
        begin();
        QVERIFY(m_visit->walkTo(QStringLiteral("Signature")) && m_visit->tap(QStringLiteral("叫人帮忙")));
        QVERIFY(m_visit->tap(QStringLiteral("看不清、够不着、听不清？")) && m_visit->tap(QStringLiteral("深色屏幕")));
        QVERIFY(m_visit->tap(QStringLiteral("改好了，接着办")));
        QVERIFY(m_visit->kiosk().comfort()->dark());
        finish();
        QVERIFY(!m_visit->kiosk().comfort()->dark());
    }
    void theSameCardLiftsTheCover()
    {
        begin();
        toAway();
        const auto words = m_visit->kiosk().title() + m_visit->kiosk().subtitle();
        QVERIFY(!words.contains(oldWidow().name.reveal().left(1) + QLatin1Char('*')));
        m_visit->rig.reader.script.usually(oldWidow());
        QVERIFY(m_visit->goOn() && m_visit->at(QStringLiteral("Materials")));
        finish();
    }
    void somebodyElseUsesTheTerminalMeanwhile()
    {
        begin();
        toAway();
        QVERIFY(m_visit->tap(QStringLiteral("我要办别的事")) && m_visit->at(QStringLiteral("Home")));
        m_visit->rig.reader.script.usually(cardOf(QStringLiteral("李四"), QStringLiteral("110105193512310025"), 1935));
        QVERIFY(m_visit->walkTo(QStringLiteral("Form"))); // not through another's draft
        QVERIFY(m_visit->cancel());
        QCOMPARE(m_visit->census().drafts, 1); // which still waits for its owner
        m_visit->rig.reader.script.usually(oldWidow());
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        finish();
    }
    void aPromiseIsSignedAndPrinted()
    {
        begin(true);
        QVERIFY(m_visit->walkTo(QStringLiteral("Materials")) && m_visit->tap(QStringLiteral("没带")));
        QVERIFY(m_visit->tap(QStringLiteral("先办，以后补交")) && m_visit->at(QStringLiteral("Materials")));
        finish();
        QCOMPARE(m_visit->census().pages, 1); // the signature under the promise
        QVERIFY2(m_visit->paper().contains(QStringLiteral("补交")), qPrintable(m_visit->paper()));
    }
    void aReceiptThatDidNotComeOutIsPrintedAgain()
    {
        begin();
        m_visit->rig.printer.script.once(ports::PrintOutcome::Unknown);
        QVERIFY(m_visit->walkTo(QStringLiteral("Receipt")));
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("asking"));
        QVERIFY(m_visit->tap(QStringLiteral("没出来")) && m_visit->tap(QStringLiteral("再打一次")));
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        finish();
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM print_jobs")), 2);
    }
    void aReceiptIsStillOwedTheNextDay()
    {
        begin();
        m_visit->rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Receipt")) && m_visit->isInTrouble() && m_visit->walkAway());
        QCOMPARE(m_visit->census().cases, 1);
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        QVERIFY(m_visit->tap(QStringLiteral("打印回执：高龄津贴")) && m_visit->at(QStringLiteral("Receipt")));
        finish();
    }
    void anewMeansThatTheOldOneIsGone()
    {
        begin();
        QVERIFY(m_visit->walkTo(QStringLiteral("PageReview")) && m_visit->walkAway());
        QCOMPARE(m_visit->census().drafts, 1);
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")) && m_visit->tap(QStringLiteral("重新填一份")));
        QVERIFY(m_visit->at(QStringLiteral("Form")));
        finish();
        QCOMPARE(m_visit->owners(), 1); // nothing of the first draft lies in the vault
    }
    void aHallThatClosesFinishesWhoIsThere()
    {
        begin();
        QVERIFY(m_visit->walkTo(QStringLiteral("Materials")));
        m_visit->kiosk().setClosed(QStringLiteral("停电检修"));
        finish();
        QVERIFY(m_visit->kiosk().step() == QStringLiteral("Attract"));
        m_visit->kiosk().touched();
        QCOMPARE(m_visit->kiosk().step(), QStringLiteral("Attract"));
    }
};

QTEST_MAIN(BywaysTest)
#include "byways_test.moc"
