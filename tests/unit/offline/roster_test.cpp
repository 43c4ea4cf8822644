// SPDX-License-Identifier: GPL-3.0-or-later
// The city's roster of signing keys: taken only as the city signed it, and never back to an older one.
#include "app/core/base/log.h"
#include "offline/platform/roster.h"
#include "offline/sync/roster_feed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tongban;
using namespace tongban::offline;
using offline::platform::Roster;

namespace {

struct Listed
{
    QString deviceId;
    crypto::Sm2PublicKey key;
    bool isRevoked = false;
};

QString idOf(const crypto::Sm2PublicKey &key)
{
    return QString::fromLatin1(key.id().toHex());
}

// As the contract words it, written out once more.
QJsonObject signedBy(const crypto::Sm2PrivateKey &city, const QList<Listed> &listed,
                     const QString &asOf = QStringLiteral("2026-11-22T05:00:00.000Z"))
{
    QByteArray text = "tongban roster 1\nv1\n" + asOf.toUtf8() + '\n';
    QJsonArray keys;
    for (const Listed &one : listed) {
        text += one.deviceId.toUtf8() + ' ' + idOf(one.key).toLatin1() + (one.isRevoked ? " revoked\n" : " valid\n");
        keys.append(QJsonObject{{QStringLiteral("deviceId"), one.deviceId},
                                {QStringLiteral("keyId"), idOf(one.key)},
                                {QStringLiteral("key"), QString::fromLatin1(one.key.toPem())},
                                {QStringLiteral("revoked"), one.isRevoked}});
    }
    return {{QStringLiteral("version"), QStringLiteral("v1")},
            {QStringLiteral("asOf"), asOf},
            {QStringLiteral("keys"), keys},
            {QStringLiteral("signature"), QString::fromLatin1(city.sign(text).toBase64())}};
}

QJsonObject withKey(QJsonObject roster, const QString &member, const QJsonValue &value)
{
    QJsonArray keys = roster.value(QLatin1String("keys")).toArray();
    QJsonObject first = keys.first().toObject();
    first.insert(member, value);
    keys.replace(0, first);
    roster.insert(QStringLiteral("keys"), keys);
    return roster;
}

QJsonObject with(QJsonObject roster, const QString &member, const QJsonValue &value)
{
    roster.insert(member, value);
    return roster;
}

} // namespace

class RosterTest : public QObject
{
    Q_OBJECT

    const crypto::Sm2PrivateKey m_city = crypto::Sm2PrivateKey::generate();
    const crypto::Sm2PublicKey m_first = crypto::Sm2PrivateKey::generate().publicKey();
    const crypto::Sm2PublicKey m_second = crypto::Sm2PrivateKey::generate().publicKey();

    [[nodiscard]] QJsonObject roster(const QString &asOf = QStringLiteral("2026-11-22T05:00:00.000Z")) const
    {
        return signedBy(m_city, {{QStringLiteral("K01"), m_first}, {QStringLiteral("K02"), m_second, true}}, asOf);
    }
    // A store's memory that may be full.
    struct Memory
    {
        QHash<QString, QString> values;
        bool isFull = false;
        [[nodiscard]] sync::SyncStore store()
        {
            sync::SyncStore ports;
            ports.memory.value = [this](const QString &key) -> Result<QString> { return values.value(key); };
            ports.memory.setValue = [this](const QString &key, const QString &value) -> Result<void> {
                if (isFull)
                    return fail(ErrorKind::StoreFull, QStringLiteral("test"));
                values.insert(key, value);
                return {};
            };
            return ports;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void whatTheCitySignedIsTaken()
    {
        const auto opened = Roster::open(roster(), m_city.publicKey());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(opened->version(), QStringLiteral("v1"));
        QCOMPARE(opened->asOf(), QDateTime(QDate(2026, 11, 22), QTime(5, 0), Qt::UTC));
        QCOMPARE(opened->keys().size(), 2U);
        QCOMPARE(opened->keys()[0].deviceId, QStringLiteral("K01"));
        QCOMPARE(opened->keys()[0].key.id(), m_first.id());
        QVERIFY(!opened->keys()[0].isRevoked);
        QVERIFY(opened->keys()[1].isRevoked);
        QVERIFY(Roster::open(signedBy(m_city, {}), m_city.publicKey())); // a city without terminals
    }

    void whatTheCityDidNotSignIsNot_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("another city") << signedBy(crypto::Sm2PrivateKey::generate(),
                                                  {{QStringLiteral("K01"), m_first}});
        QTest::newRow("version") << with(roster(), QStringLiteral("version"), QStringLiteral("v2"));
        QTest::newRow("later") << with(roster(), QStringLiteral("asOf"), QStringLiteral("2027-11-22T05:00:00.000Z"));
        QTest::newRow("device") << withKey(roster(), QStringLiteral("deviceId"), QStringLiteral("K03"));
        QTest::newRow("revoked") << withKey(roster(), QStringLiteral("revoked"), true);
        QTest::newRow("not said whether revoked") << withKey(roster(), QStringLiteral("revoked"), QJsonValue());
        QTest::newRow("another key under this id")
            << withKey(roster(), QStringLiteral("key"), QString::fromLatin1(m_second.toPem()));
        QTest::newRow("no key") << withKey(roster(), QStringLiteral("key"), QStringLiteral("x"));
        QTest::newRow("a key left out") << with(roster(), QStringLiteral("keys"), QJsonArray());
        QTest::newRow("no signature") << with(roster(), QStringLiteral("signature"), QString());
        QTest::newRow("not base64") << with(roster(), QStringLiteral("signature"), QStringLiteral("!!!!"));
        QTest::newRow("a key twice") << signedBy(
            m_city, {{QStringLiteral("K01"), m_first}, {QStringLiteral("K01"), m_first, true}});
        QTest::newRow("no device") << signedBy(m_city, {{QString(), m_first}});
        QTest::newRow("two devices in one word") << signedBy(m_city, {{QStringLiteral("K01 00 valid\nK02"), m_first}});
        QTest::newRow("a device and a line's end") << signedBy(m_city, {{QStringLiteral("K01\n"), m_first}});
        QTest::newRow("no time") << roster(QStringLiteral("yesterday"));
        QTest::newRow("a time of somewhere") << roster(QStringLiteral("2026-11-22T05:00:00.000"));
    }
    void whatTheCityDidNotSignIsNot()
    {
        QFETCH(QJsonObject, json);
        QVERIFY(failedWith(Roster::open(json, m_city.publicKey()), ErrorKind::PlatformBadAnswer));
    }

    void aLaterOneTakesThePlaceAndAnOlderNever()
    {
        Memory memory;
        const sync::SyncStore store = memory.store();
        QCOMPARE(*sync::heldRosterVersion(store), QString());
        QVERIFY(*sync::keepRoster(store, roster()));
        const QString held = memory.values.value(QLatin1String(sync::rosterKey));
        QCOMPARE(*sync::heldRosterVersion(store), QStringLiteral("v1"));
        QVERIFY(*sync::keepRoster(store, roster())); // the same moment, signed anew: the same word
        QVERIFY(!*sync::keepRoster(store, roster(QStringLiteral("2026-11-22T04:59:59.999Z"))));
        QCOMPARE(memory.values.value(QLatin1String(sync::rosterKey)), held);
        QVERIFY(*sync::keepRoster(store, roster(QStringLiteral("2026-11-22T05:00:00.001Z"))));
        QVERIFY(memory.values.value(QLatin1String(sync::rosterKey)) != held);
        const auto opened =
            Roster::open(QJsonDocument::fromJson(memory.values.value(QLatin1String(sync::rosterKey)).toUtf8()).object(),
                         m_city.publicKey());
        QVERIFY(opened); // what is kept still carries its signature
    }

    void whatDoesNotReadIsReplaced()
    {
        Memory memory;
        memory.values.insert(QLatin1String(sync::rosterKey), QStringLiteral("{torn"));
        QCOMPARE(*sync::heldRosterVersion(memory.store()), QString());
        QVERIFY(*sync::keepRoster(memory.store(), roster()));
        QCOMPARE(*sync::heldRosterVersion(memory.store()), QStringLiteral("v1"));
    }

    void aFullDiskIsAnError()
    {
        Memory memory;
        memory.isFull = true;
        QVERIFY(failedWith(sync::keepRoster(memory.store(), roster()), ErrorKind::StoreFull));
    }
};

QTEST_GUILESS_MAIN(RosterTest)
#include "roster_test.moc"
