// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: kill -9 at a random instant, again and again, while a terminal serves villagers and talks to a city that
// drops connections, loses answers, repeats itself, fails and is slow. One state directory lives through all of it. At
// the end every case whose number a villager was told is with the city, once; no sealed file belongs to nobody.
// TONGBAN_KILLS (default 60): deaths altogether; a sixth of them strike inside each stage, proved by the terminal's
// lines.
#include "app/core/base/log.h"
#include "offline/store/migrations.h"
#include "offline/store/restore.h"
#include "offline/store/text.h"
#include "tests/fault/crash/life.h"
#include "tests/fault/crash/old_database.h"
#include "tests/platform/platform_process.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace tongban;
using namespace tongban::testing;
using tests::platform::PlatformProcess;

namespace {

const QByteArrayList servingStages{"seal", "enqueue", "upload", "acknowledge", "backup"};
const auto migrateStage = QByteArrayLiteral("migrate");
constexpr int casesALife = 2;

int killsWanted()
{
    return qEnvironmentVariableIsSet("TONGBAN_KILLS") ? qEnvironmentVariableIntValue("TONGBAN_KILLS") : 60;
}

tests::platform::PlatformOptions cityOf(const offline::store::OfflineOptions &terminal)
{
    tests::platform::PlatformOptions options;
    options.deviceId = terminal.deviceId;
    options.siteCode = terminal.siteCode;
    return options;
}

qint64 medianOf(QList<qint64> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

class TerminalCrashTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory; // on the real disk: there a sync takes its time
    std::unique_ptr<PlatformProcess> m_city;
    QRandomGenerator m_random{QRandomGenerator::securelySeeded()};
    QMap<QByteArray, QList<qint64>> m_lengths;
    QMap<QByteArray, int> m_deathsInside;
    QList<Promise> m_promises;
    int m_deaths = 0;

    QString statePath() const { return m_directory.filePath(QStringLiteral("state")); }
    QString configPath() const { return m_directory.filePath(QStringLiteral("platform.json")); }

    bool writeConfig() const
    {
        const auto options = terminal(statePath());
        const QString keys = QFileInfo(m_city->caFile()).absolutePath();
        const QJsonObject config{
            {QStringLiteral("url"), m_city->baseUrl().toString()},
            {QStringLiteral("ca"), m_city->caFile()},
            {QStringLiteral("certificate"), m_city->certificateFile()},
            {QStringLiteral("key"), m_city->keyFile()},
            {QStringLiteral("cityKey"), keys + QStringLiteral("/city-sm2.pub")},
            {QStringLiteral("signKey"), keys + QStringLiteral("/device-%1-sm2.key").arg(options.deviceId)},
            {QStringLiteral("deviceId"), options.deviceId},
            {QStringLiteral("siteCode"), options.siteCode}};
        QFile file(configPath());
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(config).toJson()) > 0;
    }

    // What the next life will meet on the line.
    void planMisfortunes()
    {
        static const QStringList kinds{QStringLiteral("drop"), QStringLiteral("loseAnswer"),
                                       QStringLiteral("duplicate"), QStringLiteral("status"), QStringLiteral("slow")};
        static const QStringList targets{QStringLiteral("POST /v1/cases"), QStringLiteral("POST /v1/uploads"),
                                         QStringLiteral("PATCH /v1/uploads/*"),
                                         QStringLiteral("POST /v1/cases/*/submit")};
        QVERIFY(m_city->clearFaults());
        for (int i = 0; i < 2; ++i) {
            const QString kind = kinds.at(m_random.bounded(static_cast<int>(kinds.size())));
            QJsonObject more;
            if (kind == QStringLiteral("status"))
                more = {{QStringLiteral("status"), 503}, {QStringLiteral("code"), QStringLiteral("maintenance")}};
            else if (kind == QStringLiteral("slow"))
                more = {{QStringLiteral("ms"), 100}};
            else if (kind == QStringLiteral("drop"))
                more = {{QStringLiteral("afterBytes"), m_random.bounded(5'000)}};
            QVERIFY(m_city->planOne(targets.at(m_random.bounded(static_cast<int>(targets.size()))), kind, more));
        }
    }

    void remember(const Life &life)
    {
        for (auto lengths = life.lengths.cbegin(); lengths != life.lengths.cend(); ++lengths)
            m_lengths[lengths.key()] += lengths.value();
        m_promises += life.promises;
        if (!life.wasKilled)
            return;
        ++m_deaths;
        for (const QByteArray &stage : life.inside)
            ++m_deathsInside[stage];
    }

    // An instant inside the stage as long as it usually is; now and then just behind it.
    QStringList deathIn(const QByteArray &stage)
    {
        const auto usual = std::max<qint64>(medianOf(m_lengths.value(stage)), 20);
        const bool isOnceALife = stage == migrateStage || stage == "backup";
        const int occurrence = isOnceALife ? 1 : 1 + m_random.bounded(casesALife);
        return {QString::fromLatin1(stage), QString::number(occurrence),
                QString::number(m_random.bounded(static_cast<int>(usual * 11 / 10)))};
    }

    void die(const QByteArray &stage)
    {
        planMisfortunes();
        const Life life = live(QStringList{statePath(), configPath(), QString::number(casesALife)} + deathIn(stage));
        QVERIFY2(life.troubles.isEmpty(), life.troubles.value(0).constData());
        remember(life);
    }

    // --- migration: an old terminal's database, a death in the middle, and the next start ---------------------------

    void dieMigrating(int number)
    {
        const QString path = m_directory.filePath(QStringLiteral("old-%1.db").arg(number));
        const int schema = firstOldSchema + number % (lastOldSchema - firstOldSchema + 1);
        QVERIFY(makeOldDatabase(path, schema));
        const Life life = live(QStringList{QStringLiteral("migrate"), path} + deathIn(migrateStage));
        remember(life);
        const Life next = live({QStringLiteral("migrate"), path});
        QCOMPARE(next.exitCode, 0);
        remember(next);
        const auto database = offline::store::Database::open(path);
        QVERIFY(database);
        QCOMPARE(*offline::store::schemaOf(**database), offline::store::latestSchema());
        QCOMPARE(rowsOfOldDatabase(**database), rowsInOldDatabase);
        QVERIFY(QFile::remove(path));
    }

    // --- at the end
    // ---------------------------------------------------------------------------------------------------

    // Life after life; each brings the city a part of what waits.
    void drain()
    {
        QVERIFY(m_city->clearFaults());
        for (int before = std::numeric_limits<int>::max();;) {
            const Life life = live({statePath(), configPath(), QStringLiteral("0")});
            QVERIFY2(life.troubles.isEmpty(), life.troubles.value(0).constData());
            if (life.isDrained)
                return;
            QVERIFY2(life.left > 0 && life.left < before, life.leftWords.constData());
            before = life.left;
        }
    }

    int lost(const QHash<QString, int> &atCity) const
    {
        return static_cast<int>(std::count_if(m_promises.cbegin(), m_promises.cend(), [&](const Promise &promise) {
            return !atCity.contains(QString::fromLatin1(promise.number));
        }));
    }

    // The store's own word on whether database, vault and outbox tell the same story; what does not is an orphan.
    static QStringList disagreementsIn(const QString &state)
    {
        const SystemClock clock;
        offline::vault::PosixFileSystem disk;
        const auto store = openSwept(terminal(state), clock, disk);
        if (!store)
            return {store.error().where + store.error().detail};
        auto check = (*store)->agreementCheck(disk);
        offline::store::Agreement agreement;
        const auto cases = check.cases();
        if (!cases)
            return {cases.error().detail};
        for (const QUuid &id : *cases) {
            if (const auto looked = check.checkCase(id, agreement); !looked)
                return {looked.error().detail};
        }
        if (const auto looked = check.checkWhole(agreement); !looked)
            return {looked.error().detail};
        return agreement.findings;
    }

    // Onto an empty machine, with nothing but the backups' disk and the city's private key.
    void restoreElsewhere(int cases)
    {
        const QString elsewhere = m_directory.filePath(QStringLiteral("elsewhere"));
        QFile key(QFileInfo(m_city->caFile()).absolutePath() + QStringLiteral("/city-sm2.key"));
        QVERIFY(key.open(QIODevice::ReadOnly));
        const SystemClock clock;
        offline::vault::PosixFileSystem disk;
        const auto restored = offline::store::restoreStore({.backupDirectory = statePath() + QStringLiteral("-backup"),
                                                            .deviceId = terminal(statePath()).deviceId,
                                                            .stateDirectory = elsewhere,
                                                            .cityPrivateKeyPem = key.readAll()},
                                                           clock, disk);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().where + restored.error().detail));
        QCOMPARE(restored->cases, cases);
        const QStringList disagreements = disagreementsIn(elsewhere);
        QVERIFY2(disagreements.isEmpty(), qPrintable(disagreements.join(QLatin1Char('\n'))));
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
        m_city = std::make_unique<PlatformProcess>(cityOf(terminal(statePath())));
        QVERIFY(m_city->start());
        QVERIFY(writeConfig());
        QVERIFY(QDir().mkpath(statePath() + QStringLiteral("-backup")));
    }

    void whatWasPromisedArrivesOnce()
    {
        for (int life = 0; life < 3; ++life) // how long the stages are on this machine
            remember(live({statePath(), configPath(), QString::number(casesALife)}));
        const int eachStage = std::max(killsWanted() / 6, 1);
        const int most = 4 * killsWanted(); // lives; a stage that cannot be hit is an error, not an endless loop
        int lives = 0;
        int migrations = 0;
        const auto isOpen = [&](const QByteArray &stage) { return m_deathsInside.value(stage) < eachStage; };
        while (m_deaths < killsWanted() || isOpen(migrateStage) ||
               std::any_of(servingStages.cbegin(), servingStages.cend(), isOpen)) {
            QVERIFY2(++lives <= most, "a stage is too short to be hit");
            const auto rarest =
                *std::min_element(servingStages.cbegin(), servingStages.cend(), [&](const auto &a, const auto &b) {
                    return m_deathsInside.value(a) < m_deathsInside.value(b);
                });
            if (m_deathsInside.value(migrateStage) < m_deathsInside.value(rarest))
                dieMigrating(++migrations);
            else
                die(rarest);
            if (QTest::currentTestFailed())
                return;
        }
        drain();
        if (QTest::currentTestFailed())
            return;
        QHash<QString, int> atCity;
        const auto cases = m_city->cases();
        QVERIFY(cases);
        for (const QJsonValue &held : *cases)
            ++atCity[held.toObject().value(QStringLiteral("localNumber")).toString()];
        const auto doubled = std::count_if(atCity.cbegin(), atCity.cend(), [](int count) { return count != 1; });
        const auto census = censusOf(statePath() + QStringLiteral("/store.db"));
        QVERIFY(census);
        const QStringList disagreements = disagreementsIn(statePath());
        std::printf("crash: %d kills in %d lives; inside seal %d, enqueue %d, upload %d, acknowledge %d, migrate %d,"
                    " backup %d; %d promised, %d lost, %d doubled, %d orphaned files\n",
                    m_deaths, lives, m_deathsInside.value("seal"), m_deathsInside.value("enqueue"),
                    m_deathsInside.value("upload"), m_deathsInside.value("acknowledge"),
                    m_deathsInside.value("migrate"), m_deathsInside.value("backup"),
                    static_cast<int>(m_promises.size()), lost(atCity), static_cast<int>(doubled),
                    static_cast<int>(disagreements.size()));
        QCOMPARE(lost(atCity), 0);
        QCOMPARE(static_cast<int>(doubled), 0);
        QCOMPARE(static_cast<int>(atCity.size()), census->cases); // also what was durable and not yet said
        QVERIFY2(disagreements.isEmpty(), qPrintable(disagreements.join(QLatin1Char('\n'))));
        restoreElsewhere(census->cases);
    }
};

QTEST_GUILESS_MAIN(TerminalCrashTest)
#include "terminal_crash_test.moc"
