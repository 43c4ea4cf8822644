// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the city's commands are carried out. They were signed by another program (OpenSSL).
#include "offline/platform/remote_command.h"

#include <QJsonArray>
#include <QTest>

using namespace tongban;
using namespace tongban::offline;
using ports::CommandKind;
using ports::CommandOutcome;

namespace {

const QByteArray opensslKey = "-----BEGIN PUBLIC KEY-----\n"
                              "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEdEgkapv4pGX7ihKzjdc1q4p7jydb\n"
                              "awhWIVGZta3/ASa9y7rZuw7nGHFoukJfNn0c4ivmYoyaJyxUjsEoFjA/Cw==\n"
                              "-----END PUBLIC KEY-----\n";

QJsonObject command(const char *last, const char *kind, const char *signature)
{
    return {{"id", QStringLiteral("0199f0a0-0000-7000-8000-00000000000") + QLatin1String(last)},
            {"kind", QLatin1String(kind)},
            {"issuedAt", "2026-03-01T01:00:00.000Z"},
            {"expiresAt", "2026-03-01T03:00:00.000Z"},
            {"signature", QLatin1String(signature)}};
}

QJsonObject message()
{
    QJsonObject json = command("1", "message",
                               "WDJW9r5mv3vLDoK6qOnviLEcd1yAs2gwwMIRfjXdpPaDs3oB0pE2Fz2KIqLXMHCnfLOX5/"
                               "pyJh6GiMQlom31zA==");
    json.insert("text", QStringLiteral("今天下午三点停电，请改日再来"));
    return json;
}
QJsonObject reload()
{
    return command("2", "reload",
                   "+iiVqJqYQ0Ld5Q9M3mWl5NanL2v1QignSG54ZTJTS971NFJ+aiO+tzYZGhvmHVzrvptzXQBbt2h4uaDdlmkmZw==");
}
QJsonObject erase() // well signed, and nothing that a terminal does
{
    return command("3", "erase",
                   "DX8lyn7kPhL3+zTuru7/pMz6ZDmli0kIBiEip2LslcHp6MACH/OeLu6/jOsweX+JTWqUmDgBupfnqzu7NH8XTQ==");
}

QJsonObject with(QJsonObject object, const char *member, const QJsonValue &value)
{
    object.insert(QLatin1String(member), value);
    return object;
}

} // namespace

class RemoteCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOnTheList();
    void whatIsRefused_data();
    void whatIsRefused();
    void aTextOfTheRightLength_data();
    void aTextOfTheRightLength();
    void goodAndBadSideBySide();
    void anOutcomeOnTheWire();

private:
    [[nodiscard]] Result<ports::CityCommand> open(const QJsonObject &json, const char *device = "K01") const
    {
        return platform::openCommand(json, QLatin1String(device), m_key, m_now);
    }
    const crypto::Sm2PublicKey m_key = crypto::Sm2PublicKey::fromPem(opensslKey).value();
    const QDateTime m_now{QDate(2026, 3, 1), QTime(2, 0), Qt::UTC};
};

void RemoteCommandTest::whatIsOnTheList()
{
    const auto shown = open(message());
    QVERIFY2(shown.has_value(), shown ? "" : qPrintable(shown.error().detail));
    QVERIFY(shown->kind == CommandKind::Message);
    QCOMPARE(shown->text, QStringLiteral("今天下午三点停电，请改日再来"));
    QCOMPARE(shown->id, QUuid(QStringLiteral("0199f0a0-0000-7000-8000-000000000001")));
    QCOMPARE(shown->expiresAt, QDateTime(QDate(2026, 3, 1), QTime(3, 0), Qt::UTC));
    const auto reloaded = open(reload());
    QVERIFY(reloaded);
    QVERIFY(reloaded->kind == CommandKind::Reload);
    QVERIFY(reloaded->text.isEmpty());
}

void RemoteCommandTest::whatIsRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QByteArray>("device");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QJsonObject &json, const char *said, const char *device = "K01") {
        QTest::newRow(name) << json << QByteArray(device) << QString::fromLatin1(said);
    };
    row("nothing", {}, "not signed");
    row("no signature", with(reload(), "signature", QJsonValue()), "not signed");
    row("of another command", with(reload(), "signature", message()["signature"]), "not signed");
    row("for another terminal", reload(), "not signed", "K02");
    row("another text", with(message(), "text", QStringLiteral("请把身份证留下")), "not signed");
    row("a longer life", with(reload(), "expiresAt", "2027-03-01T03:00:00.000Z"), "not signed");
    row("another id", with(reload(), "id", message()["id"]), "not signed");
    row("another kind", with(reload(), "kind", "close"), "not signed");
    row("well signed, not on the list", erase(), "not on the list");
}

void RemoteCommandTest::whatIsRefused()
{
    QFETCH(const QJsonObject, json);
    QFETCH(const QByteArray, device);
    QFETCH(const QString, said);
    const auto refused = open(json, device.constData());
    QVERIFY(failedWith(refused, ErrorKind::PlatformRefused));
    QVERIFY2(refused.error().detail.contains(said), qPrintable(refused.error().detail));
    const auto late = platform::openCommand(reload(), QStringLiteral("K01"), m_key, m_now.addSecs(3600));
    QVERIFY(failedWith(late, ErrorKind::PlatformRefused));
    QCOMPARE(late.error().detail, QStringLiteral("expired"));
}

void RemoteCommandTest::aTextOfTheRightLength_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *kind, const QString &text, bool good) {
        QTest::newRow(name) << QString::fromLatin1(kind) << text << good;
    };
    row("the longest", "message", QString(200, u'字'), true);
    row("too long", "message", QString(201, u'字'), false);
    row("no message", "message", {}, false);
    row("blanks only", "close", QStringLiteral("  \n"), false);
    row("closed with a reason", "close", QStringLiteral("系统升级"), true);
    row("closed without", "close", {}, false);
    row("a text where none belongs", "reload", QStringLiteral("hello"), false);
    row("diagnose", "diagnose", {}, true);
}

void RemoteCommandTest::aTextOfTheRightLength()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    const auto city = crypto::Sm2PrivateKey::generate();
    QJsonObject json = with(reload(), "kind", kind);
    if (!text.isEmpty())
        json.insert("text", text);
    const QByteArray said = "tongban command 1\nK01\n" + json["id"].toString().toUtf8() + '\n' + kind.toUtf8() + '\n' +
                            json["expiresAt"].toString().toUtf8() + '\n' + text.toUtf8();
    json.insert("signature", QString::fromLatin1(city.sign(said).toBase64()));
    QCOMPARE(platform::openCommand(json, QStringLiteral("K01"), city.publicKey(), m_now).has_value(), good);
}

void RemoteCommandTest::goodAndBadSideBySide()
{
    const QJsonObject answer{{"cursor", "7"},
                             {"commands", QJsonArray{message(), erase(), 7, reload(),
                                                     with(reload(), "id", "0199f0a0-0000-7000-8000-000000000002x")}}};
    const auto pulled = platform::openCommands(answer, QStringLiteral("K01"), m_key, m_now);
    QVERIFY(pulled);
    QCOMPARE(pulled->cursor, QStringLiteral("7"));
    QCOMPARE(pulled->commands.size(), size_t(2));
    QVERIFY(pulled->commands.at(1).kind == CommandKind::Reload);
    QCOMPARE(pulled->refused.size(), size_t(3));
    QCOMPARE(pulled->refused.at(0).id, QUuid(QStringLiteral("0199f0a0-0000-7000-8000-000000000003")));
    QVERIFY(pulled->refused.at(1).id.isNull() && pulled->refused.at(2).id.isNull());
    QVERIFY(failedWith(platform::openCommands({}, QStringLiteral("K01"), m_key, m_now), ErrorKind::PlatformBadAnswer));
}

void RemoteCommandTest::anOutcomeOnTheWire()
{
    QCOMPARE(platform::toJson({.kind = CommandOutcome::Kind::Done, .detail = {}}), QJsonObject({{"outcome", "done"}}));
    const auto told = platform::toJson({.kind = CommandOutcome::Kind::Failed, .detail = QString(300, u'x')});
    QCOMPARE(told["outcome"].toString(), QStringLiteral("failed"));
    QCOMPARE(told["detail"].toString().size(), 200);
}

QTEST_GUILESS_MAIN(RemoteCommandTest)
#include "remote_command_test.moc"
