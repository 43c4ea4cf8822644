// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration is right or it is refused with the file and the key named.
#include "app/main/kiosk_config.h"
#include "app/main/log_file.h"
#include "app/main/process_age.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::app;

class KioskConfigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsAGoodFile();
    void refusesABadOne_data();
    void refusesABadOne();
    void refusesAMissingFile();
    void takesWhatAnEnrolmentBrought();
    void keepsTheLogToItsOwner();
    void setsAGrownLogAside();
    void knowsTheAgeOfTheProcess();

private:
    QString write(const QByteArray &text);
    QTemporaryDir m_dir;
};

namespace {

const QByteArray good = R"({
  "site": {"siteCode": "110105001001", "hallName": "青山镇便民服务中心", "deviceId": "K01", "phone": "010-1",
           "address": "政府街1号", "hours": "9:00—17:00", "heights": {"idCardReader": 1350, "receiptPrinter": 900}},
  "stateDirectory": "state", "deviceDirectories": ["devices", "/etc/tongban/devices.d"],
  "platform": {"url": "https://127.0.0.1:8443/v1", "ca": "ca.pem", "certificate": "k.pem", "key": "k.key",
               "appId": "tongban", "cityKeyFile": "city.pub", "signKeyFile": "sm2.key",
               "proxy": "http://10.0.0.1:3128",
               "budget": [{"from": "08:00", "to": "18:00", "kilobytesPerSecond": 64}]},
  "display": {"fullScreen": false, "width": 1080, "height": 1920}, "logFile": "log/kiosk.log"})";

} // namespace

QString KioskConfigTest::write(const QByteArray &text)
{
    QFile file(m_dir.filePath(QStringLiteral("kiosk.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the test's file");
    return file.fileName();
}

void KioskConfigTest::initTestCase()
{
    for (const char *name : {"ca.pem", "k.pem", "k.key", "city.pub", "sm2.key"}) {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

void KioskConfigTest::readsAGoodFile()
{
    const auto config = loadKioskConfig(write(good));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->site.hallName, QStringLiteral("青山镇便民服务中心"));
    QVERIFY(!domain::isWithinReach(config->site, domain::DeviceClass::IdCardReader));
    QVERIFY(domain::isWithinReach(config->site, domain::DeviceClass::ReceiptPrinter));
    QVERIFY(domain::isWithinReach(config->site, domain::DeviceClass::DocumentScanner)); // not measured
    QCOMPARE(config->stateDirectory, m_dir.filePath(QStringLiteral("state")));
    QCOMPARE(config->deviceDirectories,
             QStringList({m_dir.filePath(QStringLiteral("devices")), QStringLiteral("/etc/tongban/devices.d")}));
    QCOMPARE(config->display.size, QSize(1080, 1920));
    QCOMPARE(config->platform.url.port(), 8443);
    QCOMPARE(config->platform.proxy.host(), QStringLiteral("10.0.0.1"));
    QCOMPARE(config->platform.budget.size(), 1U);
    QCOMPARE(config->platform.budget.front().to, QTime(18, 0));
    QCOMPARE(config->platform.budget.front().bytesPerSecond, 65'536);
    QCOMPARE(config->cipher, offline::crypto::CipherSuite::Aes256Gcm);
    QByteArray text = good;
    const auto national = loadKioskConfig(write(text.replace(R"("logFile")", R"("cipher": "sm4-gcm", "logFile")")));
    QVERIFY(national);
    QCOMPARE(national->cipher, offline::crypto::CipherSuite::Sm4Gcm);
    QCOMPARE(config->calendar.lastYear(), 0);
    QByteArray dated = good;
    const auto knowing = loadKioskConfig(write(dated.replace(
        R"("logFile")", R"("calendar": ")" TONGBAN_SOURCE_DIR R"(/resources/calendar/cn.json", "logFile")")));
    QVERIFY(knowing);
    QVERIFY(knowing->calendar.covers(2026));
}

void KioskConfigTest::refusesABadOne_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const char *named) {
        QTest::newRow(name) << from << to << QString::fromUtf8(named);
    };
    row("unknown key", R"("ca": )", R"("caFile": "x", "ca": )", "\"platform.caFile\" is not a key");
    row("unknown root key", R"("logFile")", R"("debug": true, "logFile")", "\"debug\" is not a key");
    row("missing", R"("phone": "010-1",)", "", "\"site.phone\" is missing");
    row("wrong type", R"("fullScreen": false)", R"("fullScreen": 0)", "\"display.fullScreen\" must be true or false");
    row("not a number", R"("width": 1080)", R"("width": "wide")", "\"display.width\" must be a whole number");
    row("out of range", R"("width": 1080)", R"("width": 10)", "\"display.width\" must be a whole number");
    row("not a list", R"(["devices", "/etc/tongban/devices.d"])", R"("devices")",
        "\"deviceDirectories\" must be a list");
    row("not an object", R"({"fullScreen": false, "width": 1080, "height": 1920})", "7",
        "\"display\" must be an object");
    row("site code", "110105001001", "1101", "\"site.siteCode\" must be 12 digits");
    row("plain http", "https://", "http://", "\"platform.url\" must be an https address");
    row("absent key file", "k.key", "absent.key", "\"platform.key\" names a file that cannot be read");
    row("absent signing key", "sm2.key", "no.key", "\"platform.signKeyFile\" names a file that cannot be read");
    row("absent city key", "city.pub", "absent.pub", "\"platform.cityKeyFile\" names a file that cannot be read");
    row("no key to sign with", R"("signKeyFile": "sm2.key",)", "", "must have one of \"signKeyFile\" and");
    row("two keys to sign with", R"("signKeyFile": )", R"("hmacSecretFile": "k.key", "signKeyFile": )",
        "must have one of");
    row("no hour", R"("from": "08:00")", R"("from": "25:00")", "\"platform.budget[0].from\" must be a time of day");
    row("no budget", R"("kilobytesPerSecond": 64)", R"("kilobytesPerSecond": 0)", "\"platform.budget[0].kilobytesPer");
    row("budget is no list", R"("budget": [)", R"("budget": 7, "x": [)", "\"platform.budget\" must be a list");
    row("key unknown in a budget", R"("to": )", R"("till": "1", "to": )", "\"platform.budget[0].till\" is not a key");
    row("generations", R"("logFile")", R"("backup": {"directory": "b", "generations": 0}, "logFile")",
        "\"backup.generations\" must be a whole number");
    row("a key too many", R"("logFile")", R"("backup": {"directory": "b", "generations": 7, "x": 1}, "logFile")",
        "\"backup.x\" is not a key");
    row("cipher", R"("logFile")", R"("cipher": "des", "logFile")", "\"cipher\": the cipher is aes-256-gcm or sm4-gcm");
    row("no calendar", R"("logFile")", R"("calendar": "ca.pem", "logFile")", "\"calendar\": ");
    row("not JSON", R"("stateDirectory": "state",)", R"("stateDirectory": state,)", "line 4");
}

void KioskConfigTest::refusesABadOne()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, named);
    QByteArray text = good;
    QVERIFY(text.contains(from));
    const QString file = write(text.replace(from, to));
    const auto config = loadKioskConfig(file);
    QVERIFY(failedWith(config, ErrorKind::Misconfigured));
    QCOMPARE(config.error().where, file);
    QVERIFY2(config.error().detail.contains(named), qPrintable(config.error().detail));
}

void KioskConfigTest::refusesAMissingFile()
{
    QVERIFY(failedWith(loadKioskConfig(m_dir.filePath(QStringLiteral("absent.json"))), ErrorKind::Misconfigured));
}

void KioskConfigTest::takesWhatAnEnrolmentBrought()
{
    QByteArray text = good;
    const auto keys = text.indexOf(R"("ca": )");
    const auto end = text.indexOf(R"("proxy")");
    text.replace(keys, end - keys,
                 R"("enrolment": {"url": "https://127.0.0.1:8444/v1", "ca": "ca.pem", "directory": "."}, )");
    QVERIFY(failedWith(loadKioskConfig(write(text)), ErrorKind::Misconfigured)); // nothing is there yet
    const auto before = loadKioskConfig(write(text), Keys::NotYet);
    QVERIFY2(before, before ? "" : qPrintable(before.error().detail));
    QCOMPARE(before->platform.enrolment->url.port(), 8444);

    const QByteArray enrolled = R"({"deviceId": "K01", "siteCode": "110105001001", "appId": "tongban-2", "ca": "ca.pem",
      "certificate": "k.pem", "key": "k.key", "cityKeyFile": "city.pub", "signKeyFile": "sm2.key"})";
    const auto with = [&](const QByteArray &from, const QByteArray &to) {
        QFile file(m_dir.filePath(QStringLiteral("enrolled.json")));
        QByteArray changed = enrolled;
        if (!file.open(QIODevice::WriteOnly) || file.write(changed.replace(from, to)) < 0)
            qFatal("cannot write the test's file");
        file.close();
        return loadKioskConfig(write(text));
    };
    const auto after = with("", "");
    QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
    QCOMPARE(after->platform.appId, QStringLiteral("tongban-2"));
    QCOMPARE(after->platform.signKeyFile, m_dir.filePath(QStringLiteral("sm2.key")));
    QVERIFY(failedWith(with("K01", "K02"), ErrorKind::Misconfigured));
    QVERIFY(failedWith(with("110105001001", "110105001002"), ErrorKind::Misconfigured));
    QVERIFY(failedWith(with("sm2.key", "absent.key"), ErrorKind::Misconfigured));
    QVERIFY(failedWith(with(R"("appId": "tongban-2", )", ""), ErrorKind::Misconfigured));
    QVERIFY(failedWith(with(R"("appId")", R"("extra": 1, "appId")"), ErrorKind::Misconfigured));
    QVERIFY(failedWith(with("{", ""), ErrorKind::Misconfigured));
    text.replace(R"("enrolment": {)", R"("appId": "both", "enrolment": {)");
    QVERIFY(failedWith(with("", ""), ErrorKind::Misconfigured)); // either, not both
}

void KioskConfigTest::keepsTheLogToItsOwner()
{
    const QString path = m_dir.filePath(QStringLiteral("deep/er/kiosk.log"));
    {
        const auto log = LogFile::open(path);
        QVERIFY(log);
        (*log)->append("{}");
    }
    const auto again = LogFile::open(path);
    QVERIFY(again);
    (*again)->append("{\"a\":1}");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{}\n{\"a\":1}\n"));
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void KioskConfigTest::setsAGrownLogAside()
{
    const QString path = m_dir.filePath(QStringLiteral("grown.log"));
    const auto log = LogFile::open(path);
    QVERIFY(log);
    const QByteArray much(LogFile::limit, 'x');
    (*log)->append(much);
    (*log)->append("new");
    QCOMPARE(QFileInfo(path).size(), 4);
    QCOMPARE(QFileInfo(path + QStringLiteral(".1")).size(), LogFile::limit + 1);
}

void KioskConfigTest::knowsTheAgeOfTheProcess()
{
    const auto first = processAge();
    QVERIFY(first.count() >= 0);
    QTRY_VERIFY(processAge() > first); // it moves
    QVERIFY(processAge() < std::chrono::hours(1));
}

QTEST_GUILESS_MAIN(KioskConfigTest)
#include "kiosk_config_test.moc"
