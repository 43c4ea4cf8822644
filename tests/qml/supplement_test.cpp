// SPDX-License-Identifier: GPL-3.0-or-later
// 补正 by finger: the letter, each page behind it, and on each who gives up, who walks away, who goes back, and what
// goes wrong. What came of it is asked of the store and of the paper: one supplement of who goes on, nothing of who
// gives up, everything of who comes back.
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;

namespace {

const QStringList pages{QStringLiteral("ProgressMail"), QStringLiteral("ProgressLetter"), QStringLiteral("Materials"),
                        QStringLiteral("Capture"),      QStringLiteral("PageReview"),     QStringLiteral("Review"),
                        QStringLiteral("Receipt")};

bool isAfter(const QString &page, const char *other)
{
    return pages.indexOf(page) > pages.indexOf(QLatin1String(other));
}

} // namespace

class SupplementTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    [[nodiscard]] int supplements() { return m_visit->count(QStringLiteral("SELECT count(*) FROM supplements")); }
    [[nodiscard]] bool stand(const QString &page)
    {
        if (page == QLatin1String("Capture"))
            m_visit->rig.scanner.gate.close();
        return m_visit->walkTo(page);
    }
    void release() { m_visit->rig.scanner.gate.open(); }
    // Somebody has applied, and the office has written.
    void write()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Rating")) && m_visit->tap(QStringLiteral("非常满意")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        const QUuid caseId(m_visit->text(QStringLiteral("SELECT id FROM cases")));
        m_visit->inStore([&](testing::OfflineStore &store) {
            using domain::CaseStatus;
            for (const CaseStatus status : {CaseStatus::Submitted, CaseStatus::Received, CaseStatus::Supplementing})
                QVERIFY(store.cases().recordStatus(caseId, status, {}, m_visit->world.clock.nowUtc()));
            QVERIFY(store.notices().keep(
                {.id = QUuid::createUuid(),
                 .caseId = caseId,
                 .kind = ports::NoticeKind::Correction,
                 .issuedAt = m_visit->world.clock.nowUtc(),
                 .due = QDate(2099, 1, 1),
                 .title = QStringLiteral("还差一样"),
                 .items = {{QStringLiteral("householdRegister"), QStringLiteral("首页看不清，请重新扫描")}}}));
        });
        m_visit->itemName = QStringLiteral("查询进度"); // what is pressed at home from here on
    }
    void isOneSupplement()
    {
        QCOMPARE(supplements(), 1);
        QCOMPARE(m_visit->census().cases, 1);
        QCOMPARE(m_visit->census().drafts, 0);
        QTRY_COMPARE(m_visit->owners(), 1); // its page lies with the case
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM outbox WHERE kind = 'uploadSupplement'")), 1);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM outbox WHERE kind = 'sendSupplement'")), 1);
        const QString number = m_visit->text(QStringLiteral("SELECT number FROM supplements"));
        QVERIFY(number.endsWith(QStringLiteral("-B1")));
        const QString paper = m_visit->paper();
        QVERIFY2(paper.contains(QStringLiteral("补正回执")) && paper.contains(QStringLiteral("B1")), qPrintable(paper));
    }
    void finish()
    {
        release();
        QVERIFY2(m_visit->walkTo(QStringLiteral("Receipt")), qPrintable(m_visit->kiosk().step()));
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        QVERIFY(m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        isOneSupplement();
    }
    static void everyPage()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : pages)
            QTest::newRow(qPrintable(page)) << page;
    }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init()
    {
        m_visit = std::make_unique<Visit>();
        QVERIFY(m_visit->open());
        write();
    }
    void cleanup() { m_visit.reset(); }

    void fromTheLetterToTheReceipt()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("ProgressLetter")));
        QVERIFY(m_visit->saidSoFar().contains(QStringLiteral("首页看不清")));
        QVERIFY(m_visit->tap(QStringLiteral("打印这封信")));
        QTRY_COMPARE(m_visit->kiosk().progress()->letterPrint(), QStringLiteral("confirmed"));
        QVERIFY(m_visit->paper().contains(QStringLiteral("首页看不清")));
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM print_jobs WHERE sheet LIKE 'letter %'")), 1);
        finish();
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM notices WHERE read_at IS NOT NULL")), 1);
        // Whoever asks again is told what became of it, and cannot do it twice.
        QVERIFY(m_visit->walkTo(QStringLiteral("ProgressCase")) && m_visit->goOn());
        QVERIFY(m_visit->at(QStringLiteral("ProgressLetter")));
        QVERIFY(m_visit->kiosk().subtitle().contains(QStringLiteral("补过了")));
        QVERIFY(!m_visit->kiosk().progress()->canSupplement());
    }

    void whoReadsItLater()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("ProgressMail")) && m_visit->tap(QStringLiteral("以后看")));
        QVERIFY(m_visit->at(QStringLiteral("ProgressCase")));
        QVERIFY(m_visit->cancel());
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM notices WHERE read_at IS NULL")), 1);
        QVERIFY(m_visit->walkTo(QStringLiteral("ProgressMail"))); // told again
        finish();
    }

    // Whatever errand the card is laid down for.
    void beforeAnErrandTheLetterIsTold()
    {
        m_visit->itemName = QStringLiteral("高龄津贴");
        QVERIFY(m_visit->walkTo(QStringLiteral("Resume")));
        QVERIFY(m_visit->tap(QStringLiteral("现在看")));
        QVERIFY(m_visit->at(QStringLiteral("ProgressLetter")));
        finish();
    }

    void whoGivesUpLeavesNothing_data() { everyPage(); }
    void whoGivesUpLeavesNothing()
    {
        QFETCH(QString, page);
        QVERIFY(stand(page));
        QVERIFY(m_visit->cancel());
        release();
        QCOMPARE(m_visit->census().drafts, 0);
        QCOMPARE(supplements(), page == QLatin1String("Receipt") ? 1 : 0); // what was given stands
        QTRY_COMPARE(m_visit->owners(), 1);
        QCOMPARE(m_visit->census().cases, 1);
    }

    void whoWalksAwayFindsItAgain_data() { everyPage(); }
    void whoWalksAwayFindsItAgain()
    {
        QFETCH(QString, page);
        if (page == QLatin1String("Capture")) // a device waits for its time, then says that nothing came
            m_visit->rig.scanner.script.once(fail(ErrorKind::PageMissing, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(page));
        QVERIFY(m_visit->walkAway());
        const bool isGiven = page == QLatin1String("Receipt");
        QCOMPARE(m_visit->census().drafts, isAfter(page, "ProgressLetter") && !isGiven ? 1 : 0);
        QCOMPARE(supplements(), isGiven ? 1 : 0);
        if (isGiven)
            return isOneSupplement();
        finish();
    }

    void whoGoesBackLosesNothing_data() { everyPage(); }
    void whoGoesBackLosesNothing()
    {
        QFETCH(QString, page);
        QVERIFY(stand(page));
        if (page == QLatin1String("Receipt")) {
            QVERIFY(!m_visit->kiosk().canGoBack());
            return finish();
        }
        QVERIFY(m_visit->goBack());
        release();
        QTRY_VERIFY(m_visit->kiosk().step() != page);
        finish();
    }

    void withoutPaperItIsGivenAllTheSame()
    {
        QVERIFY(m_visit->walkTo(QStringLiteral("Review")));
        m_visit->rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
        QVERIFY(m_visit->goOn());
        QVERIFY(m_visit->isInTrouble()); // the paper, not what was given
        QCOMPARE(supplements(), 1);
        QVERIFY(m_visit->goOn());
        QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        isOneSupplement();
    }
};

QTEST_MAIN(SupplementTest)
#include "supplement_test.moc"
