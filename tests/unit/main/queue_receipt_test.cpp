// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-queue receipt: a code on paper against the roster that sync fetched, both ways, and what is wrong with
// either of them is said.
#include "offline/receipt/code_sealer.h"
#include "offline/sync/roster_feed.h"
#include "tests/unit/main/queue_rig.h"

using namespace tongban;
using namespace tongban::testing;

class QueueReceiptTest : public QueueRig
{
    Q_OBJECT

    static void bothWays()
    {
        QTest::addColumn<bool>("kioskRuns");
        QTest::newRow("the kiosk is down") << false;
        QTest::newRow("the kiosk runs") << true;
    }
    // As the contract words it.
    [[nodiscard]] QJsonObject roster(bool isRevoked = false, const QByteArray &signedAs = "1") const
    {
        const QString keyId = QString::fromLatin1(m_device.publicKey().id().toHex());
        const QByteArray text = "tongban roster " + signedAs + "\nv\n2026-11-22T05:00:00.000Z\n" +
                                m_config.site.deviceId.toUtf8() + ' ' + keyId.toLatin1() +
                                (isRevoked ? " revoked\n" : " valid\n");
        return {{"version", "v"},
                {"asOf", "2026-11-22T05:00:00.000Z"},
                {"keys", QJsonArray{QJsonObject{{"deviceId", m_config.site.deviceId},
                                                {"keyId", keyId},
                                                {"key", QString::fromLatin1(m_device.publicKey().toPem())},
                                                {"revoked", isRevoked}}}},
                {"signature", QString::fromLatin1(m_city.sign(text).toBase64())}};
    }
    void keep(const QJsonObject &json)
    {
        auto store = m_world->open();
        QVERIFY(store);
        QVERIFY((*store)->syncState().setValue(QLatin1String(offline::sync::rosterKey),
                                               QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))));
    }
    [[nodiscard]] QString code() const
    {
        const offline::receipt::CodeSealer sealer(m_config.site.deviceId, m_device, m_city.publicKey());
        return QString::fromLatin1(sealer.codesFor(m_case)->verification);
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void aGenuineReceiptIsNamed_data() { bothWays(); }
    void aGenuineReceiptIsNamed()
    {
        QFETCH(bool, kioskRuns);
        keep(roster());
        if (kioskRuns)
            startKiosk();
        const Told told = queue({"receipt", code()});
        QVERIFY2(told.code == 0, qPrintable(told.out + told.err));
        QVERIFY2(told.out.contains(QStringLiteral("核验通过")) && told.out.contains(m_case.localNumber),
                 qPrintable(told.out));
        const QJsonObject answer = queue({"--json", "receipt", code()}).json();
        QCOMPARE(answer["device"].toString(), m_config.site.deviceId);
        QCOMPARE(answer["rosterAsOf"].toString(), QStringLiteral("2026-11-22T05:00:00Z"));
    }

    void aScannerTypesIt()
    {
        keep(roster());
        QProcess program;
        program.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-queue"),
                      {"--config", path(QStringLiteral("kiosk.json")), "receipt", "-"});
        program.write(code().toLatin1() + "\r\n");
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 0);
    }

    void aForgedOneIsNot()
    {
        keep(roster());
        const offline::receipt::CodeSealer forger(m_config.site.deviceId, Sm2PrivateKey::generate(),
                                                  m_city.publicKey());
        const Told told = queue({"receipt", QString::fromLatin1(forger.codesFor(m_case)->verification)});
        QCOMPARE(told.code, 1);
        QVERIFY2(told.out.contains(QStringLiteral("没有通过")), qPrintable(told.out));
    }

    void aRevokedTerminalsIsNot()
    {
        keep(roster(true));
        const Told told = queue({"receipt", code()});
        QVERIFY2(told.code == 1 && told.out.contains(QStringLiteral("revoked")), qPrintable(told.out));
    }

    void whatIsNoCodeIsSaid()
    {
        keep(roster());
        for (const QString &typed : {QStringLiteral("TBV1:"), QStringLiteral("6901234567892")})
            QCOMPARE(queue({"receipt", typed}).code, 3);
        QVERIFY(queue({"receipt", code().chopped(9)}).code != 0);
    }

    void withoutARosterOrWithAForgedOneNobodyIsVouchedFor()
    {
        const Told none = queue({"receipt", code()});
        QVERIFY2(none.code == 3 && none.err.contains(QStringLiteral("还没有终端名册")), qPrintable(none.err));
        keep(roster(false, "2"));
        const Told forged = queue({"receipt", code()});
        QVERIFY2(forged.code == 3 && forged.err.contains(QStringLiteral("不是市里签发的")), qPrintable(forged.err));
    }
};

QTEST_GUILESS_MAIN(QueueReceiptTest)
#include "queue_receipt_test.moc"
