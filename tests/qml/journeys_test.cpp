// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the main job, and on each: who gives up, who walks away, who goes back, and what goes wrong there. All
// by finger on the real window; what came of it is asked of the store and of the paper: nothing of who gave up,
// everything of who comes back, one case of who goes on.
#include "tests/qml/visit.h"

#include <QAccessible>
#include <QTest>

using namespace tongban;
using namespace tongban::qmltest;
using namespace tongban::test;

namespace {

const QStringList pages{QStringLiteral("Home"),       QStringLiteral("Guide"),     QStringLiteral("Identify"),
                        QStringLiteral("Form"),       QStringLiteral("Materials"), QStringLiteral("Capture"),
                        QStringLiteral("PageReview"), QStringLiteral("Signature"), QStringLiteral("Review"),
                        QStringLiteral("Receipt"),    QStringLiteral("Rating")};

bool isAfter(const QString &page, const char *other)
{
    return pages.indexOf(page) > pages.indexOf(QLatin1String(other));
}
bool isSubmitted(const QString &page)
{
    return isAfter(page, "Review");
}

} // namespace

class JourneysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Visit> m_visit;

    // A page that passes by itself is held.
    [[nodiscard]] bool stand(const QString &page)
    {
        if (page == QLatin1String("Identify"))
            m_visit->rig.reader.gate.close();
        if (page == QLatin1String("Capture"))
            m_visit->rig.scanner.gate.close();
        return m_visit->walkTo(page);
    }
    void release()
    {
        m_visit->rig.reader.gate.open();
        m_visit->rig.scanner.gate.open();
    }

    // To the end of the job: one case, with what it takes, and its number on paper.
    void finish()
    {
        release();
        QVERIFY2(m_visit->walkTo(QStringLiteral("Rating")), qPrintable(m_visit->kiosk().step()));
        QVERIFY(m_visit->tap(QStringLiteral("非常满意")));
        QVERIFY(m_visit->at(QStringLiteral("Attract")));
        isOneCase();
        QCOMPARE(m_visit->count(QStringLiteral("SELECT level FROM evaluations")), 5);
    }
    void isOneCase()
    {
        const auto census = m_visit->census();
        QCOMPARE(census.cases, 1);
        QCOMPARE(census.drafts, 0);
        QCOMPARE(census.pages, 2); // the register's page and the signature
        QCOMPARE(m_visit->owners(), 1);
        QCOMPARE(m_visit->count(QStringLiteral("SELECT count(*) FROM outbox WHERE kind = 'submitCase'")), 1);
        const QString number = m_visit->text(QStringLiteral("SELECT local_number FROM cases"));
        QVERIFY2(m_visit->paper().contains(number), qPrintable(m_visit->paper()));
    }

    static void everyPage(qsizetype first = 0)
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : pages.sliced(first))
            QTest::newRow(qPrintable(page)) << page;
    }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init()
    {
        m_visit = std::make_unique<Visit>();
        QVERIFY(m_visit->open());
    }
    void cleanup() { m_visit.reset(); }

    void whoGivesUpLeavesNothing_data() { everyPage(1); } // at home nothing was begun
    void whoGivesUpLeavesNothing()
    {
        QFETCH(QString, page);
        QVERIFY(stand(page));
        QVERIFY(m_visit->cancel());
        release();
        const auto census = m_visit->census();
        QCOMPARE(census.drafts, 0);
        QCOMPARE(census.cases, isSubmitted(page) ? 1 : 0); // what was submitted stands
        QTRY_COMPARE(m_visit->owners(), isSubmitted(page) ? 1 : 0);
        QVERIFY(m_visit->walkTo(QStringLiteral("Form"))); // the next person is not asked about another's draft
    }

    void whoWalksAwayFindsItAgain_data() { everyPage(); }
    void whoWalksAwayFindsItAgain()
    {
        QFETCH(QString, page);
        // A device waits for its time, then says that nothing came: nobody is there any more.
        m_visit->rig.reader.script.once(
            page == QLatin1String("Identify")
                ? Result<domain::IdCard>(fail(ErrorKind::CardAbsent, QStringLiteral("test")))
                : Result<domain::IdCard>(oldWidow()));
        if (page == QLatin1String("Capture"))
            m_visit->rig.scanner.script.once(fail(ErrorKind::PageMissing, QStringLiteral("test")));
        QVERIFY(m_visit->walkTo(page));
        QVERIFY(m_visit->walkAway());
        QCOMPARE(m_visit->census().drafts, isAfter(page, "Identify") && !isSubmitted(page) ? 1 : 0);
        QCOMPARE(m_visit->census().cases, isSubmitted(page) ? 1 : 0);
        if (isSubmitted(page))
            return isOneCase();
        finish(); // through 接着办, where there is something to go on with
    }

    void whoGoesBackLosesNothing_data() { everyPage(); }
    void whoGoesBackLosesNothing()
    {
        QFETCH(QString, page);
        QVERIFY(stand(page));
        if (page == QLatin1String("Home") ||
            page == QLatin1String("Receipt")) { // there is no way back, and no button for it
            QVERIFY(!m_visit->kiosk().canGoBack());
            return finish();
        }
        QVERIFY(m_visit->goBack());
        release();
        QTRY_VERIFY(m_visit->kiosk().step() != page);
        finish();
    }

    void whatGoesWrongIsToldAndGoneOnWith_data() { everyPage(); }
    void whatGoesWrongIsToldAndGoneOnWith()
    {
        QFETCH(QString, page);
        KioskRig &rig = m_visit->rig;
        if (page == QLatin1String("Home")) {
            QVERIFY(stand(page));
            QVERIFY(m_visit->tap(QStringLiteral("缴费"))); // not open here: it says so, and where to go
            QVERIFY(m_visit->tap(QStringLiteral("知道了")));
        } else if (page == QLatin1String("Guide")) {
            QVERIFY(stand(page));
            rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
            QVERIFY(m_visit->tap(QStringLiteral("打印材料清单")));
            QVERIFY(m_visit->isInTrouble());
            QVERIFY(m_visit->goOn());
            QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
            QVERIFY(m_visit->paper().contains(QStringLiteral("户口簿")));
        } else if (page == QLatin1String("Identify")) {
            rig.reader.script.once(fail(ErrorKind::CardLifted, QStringLiteral("test")));
            QVERIFY(m_visit->walkTo(QStringLiteral("Guide")) && m_visit->goOn() && m_visit->isInTrouble());
            QVERIFY(m_visit->goOn());
        } else if (page == QLatin1String("Form")) {
            QVERIFY(stand(page) && m_visit->goOn());
            QVERIFY(m_visit->type(QStringLiteral("1387")) && m_visit->goOn());
            QTRY_VERIFY(!m_visit->kiosk().form()->fields()->value(0, "error").toString().isEmpty());
            QCOMPARE(m_visit->kiosk().step(), page);
            QVERIFY(m_visit->tap(QStringLiteral("清空")));
        } else if (page == QLatin1String("Materials")) {
            QVERIFY(stand(page));
            QVERIFY(!m_visit->kiosk().canGoForward()); // nothing was scanned
        } else if (page == QLatin1String("Capture")) {
            rig.scanner.script.once(fail(ErrorKind::PageMissing, QStringLiteral("test")));
            QVERIFY(m_visit->walkTo(QStringLiteral("Materials")) && m_visit->tap(QStringLiteral("扫描")));
            QVERIFY(m_visit->isInTrouble() && m_visit->goOn());
        } else if (page == QLatin1String("PageReview")) {
            QVERIFY(stand(page) && m_visit->tap(QStringLiteral("重新扫描")));
            QVERIFY(m_visit->at(page));
        } else if (page == QLatin1String("Signature")) {
            QVERIFY(stand(page) && m_visit->goOn());
            QVERIFY(m_visit->isInTrouble()); // nobody signed
            QCOMPARE(m_visit->kiosk().step(), page);
        } else if (page == QLatin1String("Review")) {
            QVERIFY(stand(page) && m_visit->goOn());
            (void)m_visit->goOn(); // an impatient finger
        } else {
            rig.printer.script.once(fail(ErrorKind::PaperOut, QStringLiteral("test")));
            QVERIFY(stand(QStringLiteral("Receipt")) && m_visit->isInTrouble());
            QCOMPARE(m_visit->census().cases, 1); // the case stands whatever the paper does
            QVERIFY(m_visit->goOn());
            QTRY_COMPARE(m_visit->kiosk().receipt()->phase(), QStringLiteral("confirmed"));
        }
        finish();
    }
};

QTEST_MAIN(JourneysTest)
#include "journeys_test.moc"
