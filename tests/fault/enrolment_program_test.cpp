// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-enrol as a technician runs it, against the reference city: every misfortune has its words and its exit code,
// a killed program costs a second try, and afterwards the kiosk's configuration holds and the city lets it in.
#include "app/main/kiosk_config.h"
#include "tests/fault/enrolment_world.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

using namespace tongban;
using namespace tongban::tests;
using tongban::tests::platform::PlatformProcess;

namespace {

const QString code = QStringLiteral("ABCD-1234-EFGH");

struct Said
{
    int exitCode = -1;
    QString out;
    QString error;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class EnrolmentProgramTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PlatformProcess> m_city;
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_door;
    QString m_authority;

    [[nodiscard]] QString directory() const { return m_home->filePath(QStringLiteral("pki")); }
    [[nodiscard]] QString configFile() const { return m_home->filePath(QStringLiteral("kiosk.json")); }
    [[nodiscard]] bool writeConfig(const QByteArray &deviceId = "K77")
    {
        const QJsonObject site{
            {"siteCode", newSite}, {"hallName", "青山镇"}, {"deviceId", QString::fromLatin1(deviceId)},
            {"phone", "1"},        {"address", "1"},       {"hours", "9:00"}};
        const QJsonObject enrolment{{"url", m_door}, {"ca", m_authority}, {"directory", "pki"}};
        const QJsonObject config{
            {"site", site},
            {"stateDirectory", "state"},
            {"deviceDirectories", QJsonArray{"devices"}},
            {"platform", QJsonObject{{"url", m_city->baseUrl().toString()}, {"enrolment", enrolment}}},
            {"display", QJsonObject{{"fullScreen", false}, {"width", 1080}, {"height", 1920}}},
            {"logFile", "kiosk.log"}};
        return write(configFile(), QJsonDocument(config).toJson());
    }
    void begin(QProcess &program, const QStringList &words)
    {
        program.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-enrol"), words);
    }
    Said run(const QStringList &words)
    {
        QProcess program;
        begin(program, words);
        if (!program.waitForFinished(40'000)) {
            program.kill();
            program.waitForFinished(10'000);
            return {};
        }
        return {.exitCode = program.exitCode(),
                .out = QString::fromUtf8(program.readAllStandardOutput()),
                .error = QString::fromUtf8(program.readAllStandardError())};
    }
    Said enrol(const QString &typed = code) { return run({QStringLiteral("--config"), configFile(), typed}); }
    [[nodiscard]] bool permit(std::optional<int> seconds = {})
    {
        return m_city->permitEnrolment(code, newDevice, newSite, seconds).has_value();
    }
    [[nodiscard]] int certified() // so often has the city looked at a request
    {
        return m_city->counters()
            .value_or(QJsonObject())
            .value(QLatin1String("handled"))
            .toObject()
            .value(QLatin1String("POST /v1/enrolments"))
            .toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_city = std::make_unique<PlatformProcess>();
        const auto started = m_city->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_door = doorOf(*m_city).toString();
        m_authority = m_city->caFile();
        QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("state")));
        QVERIFY(writeConfig());
    }

    void aNewTerminalComesInAndTheCityLetsItIn()
    {
        const auto before = app::loadKioskConfig(configFile());
        QVERIFY(failedWith(before, ErrorKind::Misconfigured));
        QVERIFY2(before.error().detail.contains(QStringLiteral("tongban-enrol")), qPrintable(before.error().detail));
        QVERIFY(permit());
        const Said said = enrol();
        QVERIFY2(said.exitCode == 0, qPrintable(said.error));
        QVERIFY2(said.out.contains(QStringLiteral("登记成功")), qPrintable(said.out));
        QVERIFY(!said.out.contains(code));

        const auto config = app::loadKioskConfig(configFile());
        QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
        QCOMPARE(config->platform.appId, QStringLiteral("tongban"));
        for (const QString &secret : {config->platform.keyFile, config->platform.signKeyFile})
            QCOMPARE(QFile::permissions(secret) & 0x77, QFile::Permissions());
        const auto access = accessBy(*m_city, directory());
        QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
        const auto spoken = spokenTo(*access);
        QVERIFY2(spoken, spoken ? "" : qPrintable(spoken.error().detail));

        QVERIFY(writeConfig("K78")); // another terminal's configuration over these keys
        const auto other = app::loadKioskConfig(configFile());
        QVERIFY(failedWith(other, ErrorKind::Misconfigured));
        QVERIFY2(other.error().detail.contains(QStringLiteral("keys of K77")), qPrintable(other.error().detail));
    }

    void aRefusedCodeHasItsWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << QStringLiteral("ABCD-1234-XXXX") << 60 << QStringLiteral("没有这个登记码");
        QTest::newRow("malformed") << QStringLiteral("ABCD") << 60 << QStringLiteral("登记码格式不对");
        QTest::newRow("expired") << code << -1 << QStringLiteral("登记码过期了");
    }
    void aRefusedCodeHasItsWords()
    {
        QFETCH(QString, typed);
        QFETCH(int, seconds);
        QFETCH(QString, words);
        QVERIFY(permit(seconds));
        const Said said = enrol(typed);
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.error.contains(words), qPrintable(said.error));
        QVERIFY(!QFile::exists(directory() + QStringLiteral("/enrolled.json")));
    }

    void aUsedCodeHasItsWords()
    {
        QVERIFY(permit());
        QCOMPARE(enrol().exitCode, 0);
        const Said again = enrol(); // new keys: the old ones are in force and no longer pending
        QCOMPARE(again.exitCode, 3);
        QVERIFY2(again.error.contains(QStringLiteral("已经用过")), qPrintable(again.error));
        QVERIFY(app::loadKioskConfig(configFile())); // what was in force is
    }

    void aLostAnswerCostsASecondTry()
    {
        QVERIFY(permit());
        QVERIFY(m_city->planOne(QStringLiteral("POST /v1/enrolments"), QStringLiteral("loseAnswer")).has_value());
        const Said first = enrol();
        QCOMPARE(first.exitCode, 3);
        QVERIFY2(first.error.contains(QStringLiteral("连不上")), qPrintable(first.error));
        const Said second = enrol();
        QVERIFY2(second.exitCode == 0, qPrintable(second.error));
    }

    void aKilledProgramCostsASecondTry()
    {
        QVERIFY(permit());
        QVERIFY(m_city
                    ->planOne(QStringLiteral("POST /v1/enrolments"), QStringLiteral("slow"),
                              {{QStringLiteral("ms"), 20'000}})
                    .has_value());
        const int before = certified();
        QProcess program;
        begin(program, {QStringLiteral("--config"), configFile(), code});
        QTRY_VERIFY_WITH_TIMEOUT(certified() > before, 20'000);
        program.kill(); // the city has certified the keys; its answer is on the way
        QVERIFY(program.waitForFinished(10'000));
        QVERIFY(m_city->clearFaults().has_value());
        QVERIFY(QFile::exists(directory() + QStringLiteral("/pending.json")));
        const Said second = enrol();
        QVERIFY2(second.exitCode == 0, qPrintable(second.error));
    }

    void theWrongAuthorityHasItsWords()
    {
        QTemporaryDir elsewhere;
        QCOMPARE(QProcess::execute(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/platform/make_pki"),
                                   {elsewhere.path(), QStringLiteral("K01"), newSite}),
                 0);
        m_authority = elsewhere.filePath(QStringLiteral("ca.pem"));
        QVERIFY(writeConfig() && permit());
        const Said said = enrol();
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.error.contains(QStringLiteral("对方的证书不是市里的")), qPrintable(said.error));
    }

    void whatIsWrongWithTheConfigurationIsSaid()
    {
        QCOMPARE(run({}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("--config"), configFile()}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("--help")}).exitCode, 2);
        m_authority = m_home->filePath(QStringLiteral("absent.pem"));
        QVERIFY(writeConfig());
        const Said absent = enrol();
        QCOMPARE(absent.exitCode, 2);
        QVERIFY2(absent.error.contains(QStringLiteral("absent.pem")), qPrintable(absent.error));
        m_door = QStringLiteral("http://127.0.0.1:1/v1");
        QVERIFY(writeConfig());
        QVERIFY(enrol().error.contains(QStringLiteral("platform.enrolment.url")));
    }

    void aDirectoryThatCannotBeWrittenHasItsWords()
    {
        QVERIFY(write(directory(), "a file where the directory belongs"));
        QVERIFY(permit());
        const Said said = enrol();
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.error.contains(QStringLiteral("目录写不进去")), qPrintable(said.error));
    }

    void nobodyThereHasItsWords()
    {
        m_door = QStringLiteral("https://127.0.0.1:1/v1");
        QVERIFY(writeConfig());
        const Said said = enrol();
        QCOMPARE(said.exitCode, 3);
        QVERIFY2(said.error.contains(QStringLiteral("连不上")), qPrintable(said.error));
    }
};

QTEST_GUILESS_MAIN(EnrolmentProgramTest)
#include "enrolment_program_test.moc"
