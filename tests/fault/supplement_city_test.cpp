// SPDX-License-Identifier: GPL-3.0-or-later
// 补正 from the office's letter to the office's desk: the real store and sync, the reference city, and what can come
// between the two. Whatever comes: once, whole, or said.
#include "app/core/base/log.h"
#include "tests/fault/sync_city.h"
#include "tests/unit/offline/supplement_rig.h"

#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using ports::GivenSupplement;

class SupplementCityTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SyncCity> m_city;
    domain::SubmittedCase m_case;

    template <class Work> auto onLane(Work work)
    {
        auto future = m_city->lane->run([this, work](std::stop_token) { return work(*m_city->store); });
        future.waitForFinished();
        return future.result();
    }
    [[nodiscard]] QJsonObject held()
    {
        const auto cases = m_city->platform.cases();
        return cases && cases->size() == 1 ? cases->first().toObject() : QJsonObject();
    }
    [[nodiscard]] QJsonArray supplements() { return held()[QStringLiteral("supplements")].toArray(); }
    [[nodiscard]] QString platformCase() { return held()[QStringLiteral("caseId")].toString(); }
    [[nodiscard]] Result<ports::FollowedCase> followed()
    {
        return onLane([](testing::OfflineStore &store) -> Result<ports::FollowedCase> {
            auto all = store.ledger().ofHolder(testing::zhang().card);
            return all ? Result<ports::FollowedCase>(all->cases.front()) : fail(all.error());
        });
    }
    [[nodiscard]] QJsonObject letter()
    {
        QJsonArray items;
        for (const ports::NoticeItem &item : testing::letterTo({}).items)
            items.append(QJsonObject{{"material", item.material.isEmpty() ? QJsonValue() : QJsonValue(item.material)},
                                     {"field", item.field.isEmpty() ? QJsonValue() : QJsonValue(item.field)},
                                     {"text", item.text}});
        return {{"caseId", platformCase()},
                {"kind", "correction"},
                {"due", "2099-01-01"},
                {"title", "请补正"},
                {"items", items}};
    }
    // The letter is here, and its applicant brings everything.
    [[nodiscard]] Result<domain::SubmittedCase> give()
    {
        return onLane([id = m_case.content.id](testing::OfflineStore &store) -> Result<domain::SubmittedCase> {
            const auto notices = store.notices().ofCase(id);
            if (!notices || notices->empty())
                return fail(ErrorKind::NotFound, QStringLiteral("test"), QStringLiteral("no letter"));
            const auto draft =
                store.cases().beginSupplement(testing::zhang().card, id, notices->back().id, QUuid::createUuid());
            if (!draft)
                return fail(draft.error());
            const auto whole = testing::answered(store, *draft);
            const auto given = whole ? store.cases().submitAll(*whole)
                                     : Result<std::vector<domain::SubmittedCase>>(fail(whole.error()));
            return given ? Result<domain::SubmittedCase>(given->front()) : fail(given.error());
        });
    }
    void verifyArrived(const domain::SubmittedCase &given)
    {
        QCOMPARE(supplements().size(), 1);
        const QJsonObject one = supplements().first().toObject();
        QCOMPARE(one[QStringLiteral("number")].toString(), given.localNumber);
        QCOMPARE(one[QStringLiteral("answers")].toObject()[QStringLiteral("phone")].toString(),
                 QStringLiteral("13800138000"));
        QCOMPARE(one[QStringLiteral("materials")].toArray().size(), 2);
        for (const QJsonValue &material : one[QStringLiteral("materials")].toArray()) {
            const QJsonObject page = material[QStringLiteral("pages")].toArray().first().toObject();
            QFile file(m_city->platform.directory() + QStringLiteral("/files/") +
                       page[QStringLiteral("file")].toString());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QCOMPARE(file.size(), page[QStringLiteral("bytes")].toInteger());
        }
        QVERIFY(!one[QStringLiteral("signature")].toObject()[QStringLiteral("file")].toString().isEmpty());
        QCOMPARE(held()[QStringLiteral("status")].toString(), QStringLiteral("received"));
        QCOMPARE(followed()->supplements.front().state, GivenSupplement::State::Sent);
    }
    [[nodiscard]] bool runUntilSettled()
    {
        for (int i = 0; i < 60; ++i) {
            if (!m_city->runFor(30s))
                return false;
            if (followed()->supplements.front().state != GivenSupplement::State::Kept)
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }
    void init()
    {
        m_city = std::make_unique<SyncCity>();
        QVERIFY(m_city->start());
        QVERIFY(m_city->platform.acceptAfter(-1));
        const auto submitted = m_city->submitOne();
        QVERIFY(submitted);
        m_case = *submitted;
        QVERIFY(m_city->runFor(1min));
        for (const char *status : {"prePassed", "received", "supplementing"})
            QVERIFY(m_city->platform.decide(platformCase(), QString::fromLatin1(status)));
        QVERIFY(m_city->platform.issueNotice(letter()));
        QVERIFY(m_city->runFor(30min));
        QCOMPARE(m_city->stored(m_case.content.id)->status, domain::CaseStatus::Supplementing);
        QCOMPARE(followed()->notices.size(), size_t{1});
    }
    void cleanup() { m_city.reset(); }

    void fromTheLetterToTheOfficesDesk()
    {
        const auto given = give();
        QVERIFY2(given, given ? "" : qPrintable(given.error().where + given.error().detail));
        QVERIFY(runUntilSettled());
        verifyArrived(*given);
        QVERIFY(m_city->runFor(30min));
        QCOMPARE(m_city->stored(m_case.content.id)->status, domain::CaseStatus::Received);
        QCOMPARE(held()[QStringLiteral("pagesArrived")].toInt(), 3); // those of the application are what they were
    }

    void misfortune_data()
    {
        QTest::addColumn<QString>("match");
        QTest::addColumn<QString>("kind");
        for (const char *step : {"POST /v1/uploads", "PATCH /v1/uploads/*", "POST /v1/cases/*/supplements"}) {
            for (const char *kind : {"loseAnswer", "drop", "duplicate"})
                QTest::addRow("%s %s", kind, step) << QString::fromLatin1(step) << QString::fromLatin1(kind);
        }
    }
    void misfortune()
    {
        QFETCH(QString, match);
        QFETCH(QString, kind);
        QVERIFY(m_city->platform.planOne(match, kind, {{QStringLiteral("count"), 3}}));
        const auto given = give();
        QVERIFY(given);
        QVERIFY2(runUntilSettled(), m_city->platform.log().constData());
        verifyArrived(*given);
        for (const QString &state : m_city->boxStates())
            QVERIFY2(state.endsWith(QStringLiteral(" done")), qPrintable(state));
    }

    // Given while nobody answers, power cut, and delivered when the line is back.
    void theLineIsDownInTheMiddle()
    {
        QVERIFY(m_city->platform.planOne(QStringLiteral("POST /v1/cases/*/supplements"), QStringLiteral("drop"),
                                         {{QStringLiteral("count"), 1}}));
        const auto given = give();
        QVERIFY(given);
        QVERIFY(m_city->runFor(1s)); // its pages at most
        m_city->platform.stop();
        QVERIFY(m_city->runFor(10min));
        QCOMPARE(followed()->supplements.front().state, GivenSupplement::State::Kept);
        m_city->cutPower();
        m_city->openTerminal();
        QVERIFY(m_city->platform.start());
        QVERIFY(m_city->platform.acceptAfter(-1));
        QVERIFY2(runUntilSettled(), m_city->platform.log().constData());
        verifyArrived(*given);
    }

    // 410: said to the villager and to staff; what was brought stays, and nothing else stands still.
    void theLetterIsWithdrawnMeanwhile()
    {
        const auto given = give();
        QVERIFY(given);
        QVERIFY(m_city->platform.withdrawLetters(platformCase()));
        QVERIFY(runUntilSettled());
        QCOMPARE(followed()->supplements.front().state, GivenSupplement::State::Refused);
        QCOMPARE(supplements().size(), 0);
        QCOMPARE(held()[QStringLiteral("status")].toString(), QStringLiteral("supplementing"));
        QVERIFY(m_city->boxStates().last().startsWith(QStringLiteral("sendSupplement parked PlatformRefused")));
        QVERIFY(onLane([id = m_case.content.id, page = given->content.pages.first().front()](
                           testing::OfflineStore &store) { return store.vault().get(id, page.blob); }));
    }

    // The office went on without it: its pages are not even taken, and that is said as well.
    void theCaseHasGoneOn()
    {
        QVERIFY(m_city->platform.decide(platformCase(), QStringLiteral("received")));
        QVERIFY(give());
        QVERIFY(runUntilSettled());
        QCOMPARE(followed()->supplements.front().state, GivenSupplement::State::Refused);
        QCOMPARE(supplements().size(), 0);
    }
};

QTEST_GUILESS_MAIN(SupplementCityTest)
#include "supplement_city_test.moc"
