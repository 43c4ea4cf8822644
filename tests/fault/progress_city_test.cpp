// SPDX-License-Identifier: GPL-3.0-or-later
// 查进度 from the city's desk to the villager's eyes: the real store, the program's own line, the reference city.
#include "app/core/base/log.h"
#include "app/flow/progress/status_words.h"
#include "tests/fault/city_screen.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using domain::CaseStatus;
using flow::progress::wordsOf;

namespace {

constexpr int patience = 30'000; // ms; ends by the event

} // namespace

class ProgressCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void init();
    void cleanup();
    void theOfficesDecisionsStandInTheWay();
    void whileNobodyHearsTheCityItSaysSo();
    void aLetterOfTheOfficeIsNamed();

private:
    [[nodiscard]] view::KioskController &kiosk() { return m_screen->kiosk(); }
    [[nodiscard]] bool lookUp() // as the applicant of SyncCity::submitOne
    {
        m_screen->devices.reader.script.usually(testing::zhang().card);
        kiosk().touched();
        kiosk().progress()->open();
        const bool isFound = QTest::qWaitFor(
            [this] { return QStringList({"ProgressCase", "ProgressMail"}).contains(kiosk().step()); }, patience);
        m_isToldFirst = kiosk().step() == QLatin1String("ProgressMail");
        if (m_isToldFirst)
            kiosk().progress()->readLater();
        return isFound;
    }
    [[nodiscard]] QStringList way()
    {
        QStringList texts;
        view::RowModel *rows = kiosk().progress()->way();
        for (int row = 0; row < rows->count(); ++row)
            texts << rows->value(row, "text").toString();
        return texts;
    }
    [[nodiscard]] QString platformCase()
    {
        const auto cases = m_city->platform.cases();
        return cases && !cases->isEmpty() ? cases->first()[QStringLiteral("caseId")].toString() : QString();
    }
    // Complete at the city, and this terminal knows it.
    [[nodiscard]] bool arrived()
    {
        return QTest::qWaitFor(
            [this] {
                const auto found = m_city->stored(m_case.content.id);
                return found && found->status == CaseStatus::Submitted;
            },
            patience);
    }

    std::unique_ptr<SyncCity> m_city;
    std::unique_ptr<CityScreen> m_screen;
    domain::SubmittedCase m_case;
    bool m_isToldFirst = false; // of a letter
};

void ProgressCityTest::init()
{
    m_city = std::make_unique<SyncCity>();
    QVERIFY(m_city->start());
    QVERIFY(m_city->platform.acceptAfter(-1));
    m_city->worker.reset(); // the line has its own
    const auto submitted = m_city->submitOne();
    QVERIFY(submitted);
    m_case = *submitted;
}

void ProgressCityTest::cleanup()
{
    m_screen.reset();
    m_city.reset();
}

void ProgressCityTest::theOfficesDecisionsStandInTheWay()
{
    m_screen = std::make_unique<CityScreen>(*m_city);
    QVERIFY(arrived());
    for (const char *status : {"prePassed", "received", "accepted"})
        QVERIFY(m_city->platform.decide(platformCase(), QString::fromLatin1(status)));
    QTRY_VERIFY_WITH_TIMEOUT(m_city->stored(m_case.content.id)->status == CaseStatus::Accepted, patience);
    QVERIFY(lookUp());
    QCOMPARE(kiosk().title(), wordsOf(CaseStatus::Accepted).brief);
    QCOMPARE(way(), QStringList({wordsOf(CaseStatus::Accepted).brief, wordsOf(CaseStatus::Received).brief,
                                 wordsOf(CaseStatus::PrePassed).brief, wordsOf(CaseStatus::Submitted).brief,
                                 wordsOf(CaseStatus::Queued).brief}));
    QVERIFY(!kiosk().progress()->projectNumber().isEmpty());
    QVERIFY(m_city->platform.decide(platformCase(), QStringLiteral("reviewing"))); // while one reads
    QTRY_COMPARE_WITH_TIMEOUT(kiosk().title(), wordsOf(CaseStatus::Reviewing).brief, patience);
    QCOMPARE(way().first(), wordsOf(CaseStatus::Reviewing).brief);
}

void ProgressCityTest::whileNobodyHearsTheCityItSaysSo()
{
    m_city->platform.stop();
    m_screen = std::make_unique<CityScreen>(*m_city);
    QVERIFY(lookUp());
    QCOMPARE(kiosk().title(), wordsOf(CaseStatus::Queued).brief);
    QCOMPARE(way(), QStringList(wordsOf(CaseStatus::Queued).brief));
    QVERIFY(!kiosk().online());
    const QString never = kiosk().progress()->asOfText();
    QVERIFY(m_city->platform.start());
    // Restarted, it accepts by itself; how far it was by then does not matter.
    QTRY_VERIFY_WITH_TIMEOUT(kiosk().title() != wordsOf(CaseStatus::Queued).brief, patience);
    QVERIFY(kiosk().online());
    QVERIFY(way().contains(wordsOf(CaseStatus::Submitted).brief));
    QTRY_VERIFY_WITH_TIMEOUT(m_city->stored(m_case.content.id)->status == CaseStatus::Accepted, patience);
    QTRY_COMPARE_WITH_TIMEOUT(kiosk().title(), wordsOf(CaseStatus::Accepted).brief, patience);
    kiosk().backward();
    QVERIFY(lookUp());
    QVERIFY(kiosk().progress()->asOfText() != never);
}

void ProgressCityTest::aLetterOfTheOfficeIsNamed()
{
    m_screen = std::make_unique<CityScreen>(*m_city);
    QVERIFY(arrived());
    for (const char *status : {"prePassed", "received", "supplementing"})
        QVERIFY(m_city->platform.decide(platformCase(), QString::fromLatin1(status)));
    QVERIFY(m_city->platform.issueNotice(
        {{"caseId", platformCase()},
         {"kind", "correction"},
         {"due", "2099-01-01"},
         {"title", QStringLiteral("请补正")},
         {"items", QJsonArray{QJsonObject{{"material", "householdRegister"}, {"text", QStringLiteral("看不清")}}}}}));
    const auto heard = [this] {
        kiosk().progress()->leave();
        return lookUp() && way().contains(wordsOf(ports::NoticeKind::Correction));
    };
    QTRY_VERIFY_WITH_TIMEOUT(heard(), patience);
    QVERIFY(m_isToldFirst);
    QVERIFY(way().contains(wordsOf(CaseStatus::Supplementing).brief));
    kiosk().forward();
    QCOMPARE(kiosk().step(), QStringLiteral("ProgressLetter"));
    QCOMPARE(kiosk().progress()->letter()->value(0, "text").toString(), QStringLiteral("看不清"));
    QVERIFY(kiosk().subtitle().contains(QStringLiteral("1月1日")));
}

QTEST_MAIN(ProgressCityTest)
#include "progress_city_test.moc"
