// SPDX-License-Identifier: GPL-3.0-or-later
// The ciphers, digests and signatures against the standards' own examples, and against changed bytes.
#include "offline/crypto/cipher.h"
#include "offline/crypto/sha256.h"
#include "offline/crypto/sm2.h"
#include "offline/crypto/sm3.h"

#include <QTest>

#include <botan/pkcs8.h>
#include <botan/sm2.h>
#include <botan/system_rng.h>

using namespace tongban;
using namespace tongban::offline::crypto;

namespace {

// GM/T 0003.5-2012, A.2: the key on the recommended curve, "message digest" signed with a stated k.
constexpr auto standardPrivate = "0x3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
constexpr auto standardSignature = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                                   "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

Sm2PrivateKey standardKey()
{
    const Botan::SM2_PrivateKey key(Botan::system_rng(), Botan::EC_Group("sm2p256v1"), Botan::BigInt(standardPrivate));
    return *Sm2PrivateKey::fromPem(QByteArray::fromStdString(Botan::PKCS8::PEM_encode(key)));
}

} // namespace

class CryptoTest : public QObject
{
    Q_OBJECT

    static void addSuites()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("AES") << QStringLiteral("aes-256-gcm");
        QTest::newRow("SM4") << QStringLiteral("sm4-gcm");
    }

private Q_SLOTS:
    void sha256IsTheStandards() // FIPS 180-4, examples published by NIST
    {
        QCOMPARE(sha256("abc").toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256({}).toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void sm3IsTheStandards() // GB/T 32905, appendix A.1
    {
        QCOMPARE(sm3("abc").toHex(), QByteArray("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    }

    void whatIsSealedOpensWithItsKeyAndPlaceOnly_data() { addSuites(); }
    void whatIsSealedOpensWithItsKeyAndPlaceOnly()
    {
        QFETCH(QString, name);
        const auto suite = *cipherSuiteFromName(name);
        const Key key = randomKey();
        const QByteArray plain(1'000, 'p');
        const QByteArray sealed = sealWith(suite, key, plain, "place");
        QCOMPARE(sealed.size(), plain.size() + sealOverheadBytes);
        QCOMPARE(*openWith(key, sealed, "place"), plain);
        QVERIFY(sealWith(suite, key, plain, "place") != sealed);
        QVERIFY(failedWith(openWith(randomKey(), sealed, "place"), ErrorKind::SealBroken));
        QVERIFY(failedWith(openWith(key, sealed, "elsewhere"), ErrorKind::SealBroken));
        QVERIFY(failedWith(openWith(key, sealed.left(sealOverheadBytes - 1), "place"), ErrorKind::SealBroken));
        for (const qsizetype at : {qsizetype(0), qsizetype(1), qsizetype(13), sealed.size() - 1}) {
            QByteArray changed = sealed;
            changed[at] = static_cast<char>(changed.at(at) ^ 3); // at 0: the other suite's number
            QVERIFY(failedWith(openWith(key, changed, "place"), ErrorKind::SealBroken));
        }
    }

    void suitesHaveNames()
    {
        QVERIFY(failedWith(cipherSuiteFromName(QStringLiteral("des")), ErrorKind::Misconfigured));
    }

    void sm2VerifiesTheStandardsSignature()
    {
        const Sm2PublicKey key = standardKey().publicKey();
        const QByteArray signature = QByteArray::fromHex(standardSignature);
        QVERIFY(key.verifies("message digest", signature));
        QVERIFY(!key.verifies("message digests", signature));
        QVERIFY(!key.verifies("message digest", signature.left(63)));
        QVERIFY(!key.verifies("message digest", QByteArray(64, '\0')));
    }

    void sm2SignsAndSeals()
    {
        const Sm2PrivateKey mine = Sm2PrivateKey::generate();
        const QByteArray signature = mine.sign("case");
        QCOMPARE(signature.size(), sm2SignatureBytes);
        QVERIFY(mine.publicKey().verifies("case", signature));
        QVERIFY(!Sm2PrivateKey::generate().publicKey().verifies("case", signature));

        QByteArray sealed = mine.publicKey().sealFor("key facts");
        QVERIFY(sealed.size() < 120);
        QCOMPARE(*mine.open(sealed), QByteArray("key facts"));
        QVERIFY(failedWith(Sm2PrivateKey::generate().open(sealed), ErrorKind::SealBroken));
        sealed[sealed.size() - 1] = static_cast<char>(sealed.back() ^ 1);
        QVERIFY(failedWith(mine.open(sealed), ErrorKind::SealBroken));
        QVERIFY(failedWith(mine.open("rubbish"), ErrorKind::SealBroken));
    }

    void sm2KeysTravelAsPem()
    {
        const Sm2PrivateKey key = Sm2PrivateKey::generate();
        const auto again = Sm2PrivateKey::fromPem(key.toPem());
        QVERIFY(again);
        const auto publicAgain = Sm2PublicKey::fromPem(key.publicKey().toPem());
        QVERIFY(publicAgain && publicAgain->verifies("x", again->sign("x")));
        QCOMPARE(publicAgain->id(), key.publicKey().id());
        QCOMPARE(key.publicKey().id().size(), sm2KeyIdBytes);
        QVERIFY(failedWith(Sm2PrivateKey::fromPem("no key"), ErrorKind::Misconfigured));
        QVERIFY(failedWith(Sm2PublicKey::fromPem(key.toPem()), ErrorKind::Misconfigured));
    }

    void sm2KeysOfOtherProgramsAreRead() // written by OpenSSL 3.0: genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2
    {
        const auto key = Sm2PublicKey::fromPem(R"(-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEQR029tBoJ8B2q7AZfIiB9j+QkZ8O
yfgp11qUZ7dPAz/G07dOB0e7Mu3mXJpPjTjuwySrwxis6y3GnB8dMy5Oig==
-----END PUBLIC KEY-----
)");
        QVERIFY(key);
        QVERIFY(key->toPem().contains("MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEQR029tBoJ8B2q7AZfIiB9j+QkZ8O"));
    }

    void hmacSm3IsKeyed()
    {
        const Key key = keyFromBytes(QByteArray(keyBytes, 'k'));
        QCOMPARE(hmacSm3(key, "m").size(), 32);
        QVERIFY(hmacSm3(key, "m") != hmacSm3(key, "n"));
        QVERIFY(hmacSm3(key, "m") != hmac(key, "m"));
    }
};

QTEST_GUILESS_MAIN(CryptoTest)
#include "crypto_test.moc"
