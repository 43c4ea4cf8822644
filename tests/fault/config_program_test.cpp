// SPDX-License-Identifier: GPL-3.0-or-later
// The real program with a configuration that is wrong, each in its own way: it stays up with its one page, the exact
// cause is on standard error and in the log, the words for the technician name file, line and key; it begins when the
// file is right, and ends with code 2 when it is asked to, or where there is no screen.
#include "app/main/command_line.h"
#include "app/main/config_fault.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;

namespace {

constexpr int patience = 20'000; // ms; ends by the event

QJsonObject goodConfig()
{
    return {{"site", QJsonObject{{"siteCode", "422823105000"},
                                 {"hallName", "青山镇便民服务中心"},
                                 {"deviceId", "K01"},
                                 {"phone", "0718-4220011"},
                                 {"address", "人民路 1 号"},
                                 {"hours", "9:00"}}},
            {"stateDirectory", "state"},
            {"deviceDirectories", QJsonArray{"devices"}},
            {"platform", QJsonObject{{"url", "https://127.0.0.1:1/v1"},
                                     {"ca", "file.pem"},
                                     {"certificate", "file.pem"},
                                     {"key", "file.pem"},
                                     {"appId", "tongban"},
                                     {"cityKeyFile", "file.pem"},
                                     {"signKeyFile", "file.pem"}}},
            {"display", QJsonObject{{"fullScreen", false}, {"width", 1080}, {"height", 1920}}},
            {"logFile", "kiosk.log"}};
}

const QByteArray unknownDriver = R"({"id": "reader", "class": "idCardReader", "driver": "nobodys", "model": "none",
 "transport": {"kind": "usb"},
 "options": {}})";

} // namespace

class ConfigProgramTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QProcess> m_kiosk;
    QByteArray m_said;

    [[nodiscard]] QString path(const char *name) const { return m_home->filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char *name, const QByteArray &text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void writeConfig(const QJsonObject &config) { write("kiosk.json", QJsonDocument(config).toJson()); }
    void start(bool screen = true)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        if (screen)
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_kiosk = std::make_unique<QProcess>();
        m_kiosk->setProcessEnvironment(environment);
        m_kiosk->start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-kiosk"),
                       {QStringLiteral("--config"), path("kiosk.json")});
        QVERIFY(m_kiosk->waitForStarted(patience));
    }
    // Standard error, where lines go that no file takes, and the log.
    [[nodiscard]] bool says(const QByteArray &words)
    {
        return QTest::qWaitFor(
            [&] {
                m_said += m_kiosk->readAllStandardError();
                return m_said.contains(words) || content("kiosk.log").contains(words);
            },
            patience);
    }
    void isStopped()
    {
        m_kiosk->terminate();
        QVERIFY(m_kiosk->waitForFinished(patience));
        QCOMPARE(m_kiosk->exitCode(), app::exitMisconfigured);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_said.clear();
        QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("devices")));
        write("file.pem", "not looked at before the line is made");
    }
    void cleanup()
    {
        if (m_kiosk && m_kiosk->state() != QProcess::NotRunning) {
            m_kiosk->kill();
            m_kiosk->waitForFinished(patience);
        }
        m_kiosk.reset();
    }

    void aBadFileIsAPageAndACause_data()
    {
        QTest::addColumn<QString>("spoilt"); // what is done to a good configuration
        QTest::addColumn<QByteArray>("cause");
        QTest::newRow("unreadable") << "text" << QByteArray("line 2");
        QTest::newRow("not there") << "removed" << QByteArray("kiosk.json: ");
        QTest::newRow("key missing") << "hallName" << QByteArray("site.hallName");
        QTest::newRow("key unknown") << "colour" << QByteArray("colour");
        QTest::newRow("value wrong") << "siteCode" << QByteArray("12 digits");
        QTest::newRow("data file missing") << "regions" << QByteArray("regions");
        QTest::newRow("key file missing") << "signKeyFile" << QByteArray("signKeyFile");
        QTest::newRow("unknown device") << "driver" << QByteArray("nobodys");
    }

    void aBadFileIsAPageAndACause()
    {
        QFETCH(QString, spoilt);
        QFETCH(QByteArray, cause);
        spoil(spoilt);
        start();
        QVERIFY2(says(cause), m_said.constData());
        QVERIFY2(says("ErrorShown"), m_said.constData()); // it stands on the screen
        QCOMPARE(m_kiosk->state(), QProcess::Running);
        isStopped();
    }

    void theProgramBeginsWhenTheFileIsRight()
    {
        spoil(QStringLiteral("hallName"));
        start();
        QVERIFY(says("ErrorShown"));
        const qint64 program = m_kiosk->processId();
        writeConfig(goodConfig());
        QVERIFY2(says("KioskInteractive"), content("kiosk.log").constData());
        QCOMPARE(m_kiosk->processId(), program); // nobody had to start it
        m_kiosk->terminate();
        QVERIFY(m_kiosk->waitForFinished(patience));
        QCOMPARE(m_kiosk->exitCode(), 0);
    }

    void withoutAScreenItEnds()
    {
        spoil(QStringLiteral("hallName"));
        start(false);
        QVERIFY(m_kiosk->waitForFinished(patience));
        QCOMPARE(m_kiosk->exitCode(), app::exitMisconfigured);
        QVERIFY(m_kiosk->readAllStandardError().contains("site.hallName"));
    }

    void theTechnicianIsToldWhere()
    {
        spoil(QStringLiteral("siteCode"));
        const auto config = app::loadKioskConfig(path("kiosk.json"));
        QVERIFY(!config);
        const QString words = app::technicianWords(config.error());
        const int line = app::lineOfKey(content("kiosk.json"), QStringLiteral("site.siteCode"));
        QVERIFY(line > 1 && content("kiosk.json").split('\n').at(line - 1).contains("siteCode"));
        QVERIFY2(words.contains(QStringLiteral("kiosk.json，第 %1 行").arg(line)), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("site.siteCode")));
        // Of several files: which one.
        const Error ofDevice{ErrorKind::Misconfigured, QStringLiteral("device-registry"),
                             path("kiosk.json") + QStringLiteral(": site: nobody reads it")};
        QVERIFY(app::technicianWords(ofDevice).contains(QStringLiteral("kiosk.json，第 ")));
        // Of a key that is missing: where the object begins in which it should be.
        QCOMPARE(app::lineOfKey("{\n\"site\": {\n\"phone\": \"1\"}}", QStringLiteral("site.hallName")), 2);
        QCOMPARE(app::lineOfKey("{}", QStringLiteral("site.hallName")), 0);
        QCOMPARE(app::whatCanBeRead(path("kiosk.json")).site.phone, QStringLiteral("0718-4220011")); // whom to call
    }

private:
    void spoil(const QString &how)
    {
        QJsonObject config = goodConfig();
        QJsonObject site = config["site"].toObject();
        QJsonObject platform = config["platform"].toObject();
        if (how == QLatin1String("hallName"))
            site.remove(how);
        if (how == QLatin1String("siteCode"))
            site.insert(how, QStringLiteral("42"));
        if (how == QLatin1String("signKeyFile"))
            platform.insert(how, QStringLiteral("nowhere.pem"));
        if (how == QLatin1String("colour") || how == QLatin1String("regions"))
            config.insert(how, QStringLiteral("nowhere.json"));
        config["site"] = site;
        config["platform"] = platform;
        writeConfig(config);
        if (how == QLatin1String("text"))
            write("kiosk.json", "{\n\"site\": nonsense }");
        if (how == QLatin1String("removed"))
            QVERIFY(QFile::remove(path("kiosk.json")));
        if (how == QLatin1String("driver"))
            write("devices/reader.json", unknownDriver);
    }
};

QTEST_GUILESS_MAIN(ConfigProgramTest)
#include "config_program_test.moc"
