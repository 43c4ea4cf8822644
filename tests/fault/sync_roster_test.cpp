// SPDX-License-Identifier: GPL-3.0-or-later
// The roster of signing keys over the real line: fetched, kept through a restart, renewed, and never replaced by one
// that the city did not sign.
#include "offline/crypto/sm2.h"
#include "offline/platform/roster.h"
#include "offline/sync/roster_feed.h"
#include "tests/fault/sync_city.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using offline::platform::Roster;

class SyncRosterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SyncCity> m_city;

    // What a terminal that reads its store now verifies receipts with.
    [[nodiscard]] Result<Roster> held()
    {
        auto text = m_city->lane->run([this](std::stop_token) {
            return m_city->store->syncState().value(QLatin1String(offline::sync::rosterKey));
        });
        text.waitForFinished();
        if (!text.result())
            return fail(text.result().error());
        QFile file(m_city->platform.cityKeyFile());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::NotFound, file.fileName());
        const auto key = offline::crypto::Sm2PublicKey::fromPem(file.readAll());
        return key ? Roster::open(QJsonDocument::fromJson(text.result()->toUtf8()).object(), *key)
                   : Result<Roster>(fail(key.error()));
    }
    [[nodiscard]] bool isRevoked(const QString &deviceId)
    {
        const auto roster = held();
        return roster && std::any_of(roster->keys().begin(), roster->keys().end(),
                                     [&](const auto &key) { return key.deviceId == deviceId && key.isRevoked; });
    }
    [[nodiscard]] bool knows(const QString &deviceId)
    {
        const auto roster = held();
        return roster && std::any_of(roster->keys().begin(), roster->keys().end(),
                                     [&](const auto &key) { return key.deviceId == deviceId; });
    }

private Q_SLOTS:
    void init()
    {
        m_city = std::make_unique<SyncCity>();
        m_city->options.rosterEvery = 10min;
        QVERIFY(m_city->start());
    }
    void cleanup() { m_city.reset(); }

    void itIsFetchedKeptAndRenewed()
    {
        QVERIFY(m_city->runFor(1min));
        QVERIFY(knows(QStringLiteral("K01")));
        m_city->cutPower();
        m_city->openTerminal();
        QVERIFY(knows(QStringLiteral("K01")));
        QVERIFY(m_city->platform.addDevice(QStringLiteral("K02"), QStringLiteral("330106002000")));
        QVERIFY(m_city->platform.revokeDevice(QStringLiteral("K02")));
        QVERIFY(m_city->runFor(20min));
        QVERIFY(isRevoked(QStringLiteral("K02")));
        QVERIFY(!isRevoked(QStringLiteral("K01")));
    }

    void oneThatTheCityDidNotSignReplacesNothing()
    {
        QVERIFY(m_city->runFor(1min));
        const auto before = held();
        QVERIFY(before);
        QVERIFY(m_city->platform.addDevice(QStringLiteral("K02"), QStringLiteral("330106002000")));
        QVERIFY(m_city->platform.planOne(QStringLiteral("GET /v1/devices/roster"), QStringLiteral("signatureWrong"),
                                         {{QStringLiteral("count"), 1}}));
        QVERIFY(m_city->runFor(11min));
        QVERIFY(m_city->requests(QStringLiteral("GET /v1/devices/roster")) >= 2);
        QCOMPARE(held()->asOf(), before->asOf());
        QVERIFY(m_city->runFor(20min)); // and the next one is taken
        QVERIFY(knows(QStringLiteral("K02")));
    }

    void whatDidNotChangeIsNotSentAgain()
    {
        QVERIFY(m_city->runFor(35min));
        const auto counters = m_city->platform.counters();
        QVERIFY(counters);
        const QJsonObject answers = counters->value(QStringLiteral("answers")).toObject();
        QCOMPARE(answers.value(QStringLiteral("GET /v1/devices/roster 200")).toInt(), 1);
        QVERIFY(answers.value(QStringLiteral("GET /v1/devices/roster 304")).toInt() >= 2);
    }
};

QTEST_GUILESS_MAIN(SyncRosterTest)
#include "sync_roster_test.moc"
