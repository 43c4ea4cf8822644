// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt is genuine or refused; the city, and nobody else, reads the key facts.
#include "app/core/domain/receipt_builder.h"
#include "offline/crypto/sm3.h"
#include "offline/receipt/base45.h"
#include "offline/receipt/code_layout.h"
#include "tests/unit/offline/receipt_samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline;
using namespace tongban::offline::receipt;

namespace {

const QString item = QStringLiteral("gaoling-jintie.json");

// The code with bit number "at" of its bytes turned over.
QByteArray changed(const QByteArray &code, qsizetype at)
{
    const auto colon = code.indexOf(':') + 1;
    QByteArray bytes = fromBase45(code.mid(colon)).value();
    bytes[at / 8] = static_cast<char>(bytes.at(at / 8) ^ (1 << at % 8));
    return code.left(colon) + toBase45(bytes);
}

} // namespace

class ReceiptCodesTest : public QObject
{
    Q_OBJECT

private:
    ReceiptKeys m_keys;
    domain::SubmittedCase m_case = filledCase(item, false);
    domain::ReceiptCodes m_codes;

private Q_SLOTS:
    void init()
    {
        const auto codes = m_keys.sealer().codesFor(m_case);
        QVERIFY(codes && codes->isSigned);
        m_codes = *codes;
    }

    void aGenuineReceiptIsVerifiedWithoutANetwork()
    {
        const auto receipt = verifiedReceipt(m_codes.verification, m_keys.roster());
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().detail));
        QCOMPARE(receipt->localNumber, m_case.localNumber);
        QCOMPARE(receipt->itemCode, m_case.content.item.code);
        QCOMPARE(receipt->submittedAt, m_case.submittedAt);
        QCOMPARE(receipt->deviceId, QStringLiteral("K01"));
        QCOMPARE(receipt->digest, crypto::sm3(domain::canonicalContent(m_case.content)));
    }

    void theCityRecoversTheFacts()
    {
        const auto recovered = recoveredFacts(m_codes.keyFacts, m_keys.roster(), m_keys.city);
        QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().detail));
        QCOMPARE(recovered->deviceId, QStringLiteral("K01"));
        QVERIFY(recovered->facts.answers == keyFactsOf(m_case).answers);
        QVERIFY(recovered->facts.idNumber == m_case.content.applicant.idNumber);
    }

    void neitherCodeTellsWhoItIs()
    {
        const QByteArray all =
            fromBase45(m_codes.verification.mid(5)).value() + fromBase45(m_codes.keyFacts.mid(5)).value();
        for (const Secret &secret :
             {m_case.content.applicant.name, m_case.content.applicant.idNumber, m_case.content.applicant.address})
            QVERIFY(!all.contains(secret.reveal().toUtf8()));
    }

    void everyChangedBitIsRefused()
    {
        const auto size = fromBase45(m_codes.verification.mid(5)).value().size();
        for (qsizetype bit = 0; bit < size * 8; bit += 5) // every byte, another bit of each
            QVERIFY(!verifiedReceipt(changed(m_codes.verification, bit), m_keys.roster()));
        const auto larger = fromBase45(m_codes.keyFacts.mid(5)).value().size();
        for (qsizetype bit = 0; bit < larger * 8; bit += 7)
            QVERIFY(!recoveredFacts(changed(m_codes.keyFacts, bit), m_keys.roster(), m_keys.city));
    }

    void everyCutIsRefused()
    {
        for (qsizetype length = 0; length < m_codes.verification.size(); ++length)
            QVERIFY(!verifiedReceipt(m_codes.verification.left(length), m_keys.roster()));
        for (qsizetype length = 0; length < m_codes.keyFacts.size(); length += 3)
            QVERIFY(!recoveredFacts(m_codes.keyFacts.left(length), m_keys.roster(), m_keys.city));
    }

    void strangersKeysAreRefused()
    {
        const ReceiptKeys stranger;
        QVERIFY(failedWith(verifiedReceipt(m_codes.verification, stranger.roster()), ErrorKind::SealBroken));
        QVERIFY(failedWith(recoveredFacts(m_codes.keyFacts, m_keys.roster(), stranger.city), ErrorKind::SealBroken));
        QVERIFY(failedWith(verifiedReceipt(m_codes.verification, {}), ErrorKind::SealBroken));
    }

    void aRevokedKeyIsRefused()
    {
        QVERIFY(failedWith(verifiedReceipt(m_codes.verification, m_keys.roster(true)), ErrorKind::SealBroken));
        QVERIFY(failedWith(recoveredFacts(m_codes.keyFacts, m_keys.roster(true), m_keys.city), ErrorKind::SealBroken));
    }

    void oneDeviceDoesNotSpeakForAnother()
    {
        const auto codes = m_keys.sealer(QStringLiteral("K02")).codesFor(m_case);
        QVERIFY(codes);
        QVERIFY(failedWith(verifiedReceipt(codes->verification, m_keys.roster()), ErrorKind::SealBroken));
    }

    // A terminal that puts its own signature under another one's sealed facts.
    void sealedFactsCannotBeAdopted()
    {
        const ReceiptKeys thief;
        QByteArray body = fromBase45(m_codes.keyFacts.mid(5)).value().chopped(crypto::sm2SignatureBytes);
        body.replace(2, crypto::sm2KeyIdBytes, thief.device.publicKey().id());
        const QByteArray code = keyFactsPrefix + toBase45(body + thief.device.sign(keyFactsTitle + body));
        QVERIFY(failedWith(recoveredFacts(code, thief.roster(), m_keys.city), ErrorKind::SealBroken));
    }

    void oneKindIsNotTakenForTheOther()
    {
        QVERIFY(failedWith(verifiedReceipt(m_codes.keyFacts, m_keys.roster()), ErrorKind::CodeUnreadable));
        QVERIFY(failedWith(verifiedReceipt("TBV1:" + m_codes.keyFacts.mid(5), m_keys.roster()), ErrorKind::SealBroken));
        QVERIFY(
            failedWith(recoveredFacts(m_codes.verification, m_keys.roster(), m_keys.city), ErrorKind::CodeUnreadable));
    }

    // DOMAIN.md: up to QR version 25; at level M that is 997 characters even where a printer packs them as bytes.
    void theLongestFitOnPaper_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : itemFileNames())
            QTest::newRow(qPrintable(file)) << file;
    }
    void theLongestFitOnPaper()
    {
        QFETCH(QString, file);
        domain::SubmittedCase submitted = filledCase(file, true);
        submitted.content.item.code = QString(64, u'i');
        submitted.content.item.version = QString(64, u'v');
        const auto codes = m_keys.sealer(QString(64, u'K')).codesFor(submitted);
        QVERIFY2(codes, codes ? "" : qPrintable(codes.error().detail));
        qInfo("%lld and %lld characters", static_cast<long long>(codes->verification.size()),
              static_cast<long long>(codes->keyFacts.size()));
        QVERIFY(codes->verification.size() <= 511);
        QVERIFY(codes->keyFacts.size() <= 920);
    }

    void whatIsTooLongIsSaidNotCut()
    {
        domain::SubmittedCase submitted = m_case;
        submitted.content.item.code = QString(98, u'i');
        QVERIFY(failedWith(m_keys.sealer().codesFor(submitted), ErrorKind::Misconfigured));
    }

    void keysComeFromFiles()
    {
        const QTemporaryDir directory;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(directory.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(QStringLiteral("device.key"), m_keys.device.toPem()));
        QVERIFY(write(QStringLiteral("city.pub"), m_keys.city.publicKey().toPem()));
        const QString device = directory.filePath(QStringLiteral("device.key"));
        const QString city = directory.filePath(QStringLiteral("city.pub"));
        const auto sealer = CodeSealer::fromFiles(QStringLiteral("K01"), device, city);
        QVERIFY(sealer);
        const auto codes = (*sealer)->codesFor(m_case);
        QVERIFY(codes && verifiedReceipt(codes->verification, m_keys.roster()));
        QVERIFY(failedWith(CodeSealer::fromFiles(QStringLiteral("K01"), city, device), ErrorKind::Misconfigured));
        QVERIFY(
            failedWith(CodeSealer::fromFiles(QStringLiteral("K01"), device, directory.filePath(QStringLiteral("no"))),
                       ErrorKind::Misconfigured));
    }
};

QTEST_GUILESS_MAIN(ReceiptCodesTest)
#include "receipt_codes_test.moc"
