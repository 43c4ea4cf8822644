// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事 by finger: both at once, only one of them, none; who gives up, walks away, goes back, and paper that runs out
// between two receipts. And an errand that is not done here; and pages that were laid down in the wrong order. What
// came of it is asked of the store and of the paper.
#include "tests/data/item_files.h"
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

namespace {

const QString living = QStringLiteral("困难残疾人生活补贴");
const QString care = QStringLiteral("重度残疾人护理补贴");

} // namespace

class TogetherTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    void offer(const domain::ServiceItem &item)
    {
        m_visit->rig.store.setItems({item});
        m_visit->kiosk().loadCatalogue();
        QTRY_VERIFY(m_visit->kiosk().home()->item(item.code));
        m_visit->itemName = item.name;
    }

    void toParts()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Guide")) && m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("Parts")));
    }
    // To the end: so many cases, each with its number on a paper of its own.
    void finish(int cases)
    {
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        QVERIFY(m_visit->tap(QStringLiteral("非常满意")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        arePromised(cases);
    }
    void arePromised(int cases)
    {
        const auto census = m_visit->census();
        QCOMPARE(census.cases, cases);
        QCOMPARE(census.drafts, 0);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM outbox WHERE kind = 'submitCase'")), cases);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(DISTINCT case_id) FROM print_jobs "
                                               "WHERE state IN ('done', 'confirmed')")),
                 cases);
        QVERIFY(m_visit->paper().contains(
            m_visit->text(QStringLiteral("SELECT local_number FROM cases ORDER BY local_number DESC"))));
    }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init()
    {
        m_visit = std::make_unique<Visit>();
        m_visit->itemName = QStringLiteral("残疾补贴一件事");
        m_visit->rig.store.setItems({tests::themeOfFile(QStringLiteral("canji-liangxiang.json"))});
        QVERIFY(m_visit->open());
    }
    void cleanup() { m_visit.reset(); }

    void bothAtOnce() { finish(2); }

    void onlyOneOfThem()
    {
        toParts();
        QVERIFY(m_visit->tap(living)); // out
        finish(1);
        QVERIFY(m_visit->paper().contains(care));
        QVERIFY(!m_visit->paper().contains(living));
    }

    void noneIsAskedAgain()
    {
        toParts();
        QVERIFY(m_visit->tap(living) && m_visit->tap(care) && m_visit->goOn());
        QTRY_VERIFY(!m_visit->kiosk().form()->fields()->value(0, "error").toString().isEmpty());
        QCOMPARE(m_visit->kiosk().step(), QStringLiteral("Parts"));
        QVERIFY(m_visit->tap(care)); // in again
        finish(1);
    }

    void goingBackRemembersWhatWasWanted()
    {
        toParts();
        QVERIFY(m_visit->tap(living) && m_visit->goOn());
        QTRY_VERIFY(m_visit->kiosk().step() != QStringLiteral("Parts"));
        for (int pages = 0; pages < 9 && m_visit->kiosk().step() != QStringLiteral("Guide"); ++pages)
            QVERIFY(m_visit->goBack());
        QCOMPARE(m_visit->kiosk().title(), m_visit->itemName); // of the whole again
        finish(1);
    }

    void whoGivesUpLeavesNothing()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Review")) && m_visit->cancel());
        QCOMPARE(m_visit->census().drafts, 0);
        QCOMPARE(m_visit->census().cases, 0);
        QTRY_COMPARE(m_visit->owners(), 0);
    }

    void whoWalksAwayFindsItAgain()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Review")) && m_visit->walkAway());
        QCOMPARE(m_visit->census().drafts, 1);
        finish(2);
    }

    void paperThatRunsOutBetweenTheReceipts()
    {
        m_visit->rig.printer.script.once(ports::PrintOutcome::Confirmed);
        m_visit->rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(QStringLiteral("Receipt")) && m_visit->isInTrouble());
        QCOMPARE(m_visit->census().cases, 2); // both stand, whatever the paper does
        QVERIFY(m_visit->goOn());
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        finish(2);
    }

    // Not done here now: why, where, and what to bring there on paper. When the line is back, it can be begun.
    void whatIsNotDoneHereIsToldOnPaper()
    {
        const auto item = shippedItem(QStringLiteral("geshui-qingdan-dayin"));
        offer(item);
        m_visit->kiosk().setOnline(false);
        QVERIFY(m_visit->walkTo(QStringLiteral("Guide")));
        QVERIFY(!m_visit->kiosk().guide()->closedReason().isEmpty());
        QVERIFY(m_visit->saidSoFar().contains(m_visit->kiosk().guide()->closedReason()));
        QVERIFY(!m_visit->kiosk().canGoForward());
        QVERIFY(m_visit->tap(QStringLiteral("打印材料清单")));
        QVERIFY2(m_visit->walkTo(QStringLiteral("Slip")), qPrintable(m_visit->kiosk().step()));
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        QVERIFY(m_visit->paper().contains(item.name));
        QVERIFY(m_visit->goOn() && m_visit->at(QStringLiteral("Guide")));
        QVERIFY(!m_visit->kiosk().canGoForward());
        m_visit->kiosk().setOnline(true);
        QVERIFY(m_visit->kiosk().canGoForward() && m_visit->kiosk().guide()->closedReason().isEmpty());
        QVERIFY(m_visit->goOn());
        QTRY_VERIFY(m_visit->kiosk().step() != QStringLiteral("Guide"));
    }

    // Page number is paper order.
    void pagesInTheWrongOrderArePutRight()
    {
        offer(shippedItem(QString::fromLatin1(KioskRig::itemCode)));
        m_visit->rig.scanner.script.once(std::vector{whitePage(), whitePage()});
        QVERIFY(m_visit->walkTo(QStringLiteral("PageReview")));
        QCOMPARE(m_visit->kiosk().pageReview()->imageSources().size(), 2);
        const auto laidDown = m_visit->kiosk().state().captured;
        const QString shownSecond = m_visit->kiosk().pageReview()->imageSources().at(1);
        QVERIFY(m_visit->tap(QStringLiteral("看第 2 页")) && m_visit->tap(QStringLiteral("放到第 1 页")));
        QTRY_COMPARE(m_visit->kiosk().pageReview()->imageSources().at(0), shownSecond);
        finish(1);
        const auto isPage = [&](int page, const domain::SealedPage &kept) {
            return m_visit->count(QStringLiteral("SELECT count(*) FROM pages WHERE page = %1 AND blob = '%2'")
                                      .arg(page)
                                      .arg(kept.blob.toString(QUuid::WithoutBraces)));
        };
        QCOMPARE(isPage(1, laidDown.at(1)), 1);
        QCOMPARE(isPage(2, laidDown.at(0)), 1);
    }
};

QTEST_MAIN(TogetherTest)
#include "together_test.moc"
