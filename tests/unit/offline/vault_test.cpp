// SPDX-License-Identifier: GPL-3.0-or-later
// The vault: what goes in comes out, only here, only for whom it was sealed, and not after it was erased.
#include "offline/vault/device_key.h"
#include "tests/unit/offline/vault_rig.h"

#include <QFileInfo>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::crypto;
using namespace tongban::offline::vault;
using tongban::testing::VaultRig;

class VaultTest : public QObject, VaultRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeVault(); }

    void whatGoesInComesOut_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("a page") << QByteArray(90'000, '\x5A');
    }
    void whatGoesInComesOut()
    {
        QFETCH(QByteArray, plain);
        const auto blob = kept(m_owner, plain);
        QVERIFY(blob);
        QCOMPARE(*m_vault->get(m_owner, *blob), plain);
        QCOMPARE(*m_vault->open(*m_vault->seal(plain, "row"), "row"), plain);
        // Another process with the same key.
        const auto again = vaultOf(m_key);
        QCOMPARE(*again->get(m_owner, *blob), plain);
    }

    void sameBytesNeverLookTheSame()
    {
        QVERIFY(*m_vault->seal("yes", "row") != *m_vault->seal("yes", "row"));
        const auto first = kept(m_owner, "yes");
        const auto second = kept(m_owner, "yes");
        QVERIFY(fileBytes(pathOf(m_owner, *first)) != fileBytes(pathOf(m_owner, *second)));
    }

    void everyChangedByteIsNoticed()
    {
        const QByteArray sealed = *m_vault->seal("the account number", "row");
        for (qsizetype at = 0; at < sealed.size(); ++at) {
            QByteArray changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(failedWith(m_vault->open(changed, "row"), ErrorKind::SealBroken), qPrintable(QString::number(at)));
        }
        for (qsizetype length = 0; length < sealed.size(); ++length)
            QVERIFY(failedWith(m_vault->open(sealed.left(length), "row"), ErrorKind::SealBroken));
    }

    void everyChangedByteOfAFileIsNoticed()
    {
        const auto blob = kept(m_owner, "a page");
        for (const QString &path : {pathOf(m_owner, *blob), keyPathOf(m_owner)}) {
            const QByteArray whole = fileBytes(path);
            for (qsizetype at = 0; at < whole.size(); ++at) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ 0x80);
                QVERIFY(m_disk.writeSynced(path, changed));
                QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::SealBroken));
            }
            QVERIFY(m_disk.writeSynced(path, whole));
        }
        QCOMPARE(*m_vault->get(m_owner, *blob), QByteArray("a page"));
    }

    void aSealIsBoundToItsPlace()
    {
        QVERIFY(failedWith(m_vault->open(*m_vault->seal("x", "row 1"), "row 2"), ErrorKind::SealBroken));
        const auto first = kept(m_owner, "first");
        const auto second = kept(m_owner, "second");
        QVERIFY(m_disk.rename(pathOf(m_owner, *first), pathOf(m_owner, *second)));
        QVERIFY(failedWith(m_vault->get(m_owner, *second), ErrorKind::SealBroken));
        QVERIFY(failedWith(m_vault->get(m_owner, *first), ErrorKind::NotFound));

        const QUuid other = QUuid::createUuid();
        const auto theirs = kept(other, "theirs");
        QVERIFY(theirs);
        QVERIFY(m_disk.writeSynced(keyPathOf(m_owner), fileBytes(keyPathOf(other))));
        QVERIFY(failedWith(m_vault->get(m_owner, *second), ErrorKind::SealBroken));
    }

    void anotherTerminalOpensNothing()
    {
        const auto blob = kept(m_owner, "a page");
        const auto sealed = m_vault->seal("x", "row");
        const auto held = m_vault->sealForHolder("x", QStringLiteral("11010519391231002X"), "row");
        const auto pointer = vaultOf(randomKey());
        SealedVault &stranger = *pointer;
        QVERIFY(failedWith(stranger.get(m_owner, *blob), ErrorKind::SealBroken));
        QVERIFY(failedWith(stranger.open(*sealed, "row"), ErrorKind::SealBroken));
        QVERIFY(failedWith(stranger.openForHolder(*held, QStringLiteral("11010519391231002X"), "row"),
                           ErrorKind::SealBroken));
        QVERIFY(stranger.keyedDigest(QStringLiteral("x")) != m_vault->keyedDigest(QStringLiteral("x")));
    }

    void onlyTheHoldersCardOpens()
    {
        const auto held = m_vault->sealForHolder("draft", QStringLiteral("11010519391231002X"), "row");
        QCOMPARE(*m_vault->openForHolder(*held, QStringLiteral("11010519391231002X"), "row"), QByteArray("draft"));
        QVERIFY(failedWith(m_vault->openForHolder(*held, QStringLiteral("440524193001010014"), "row"),
                           ErrorKind::SealBroken));
        QVERIFY(failedWith(m_vault->openForHolder(*held, QStringLiteral("11010519391231002X"), "other"),
                           ErrorKind::SealBroken));
        QVERIFY(
            failedWith(m_vault->openForHolder({}, QStringLiteral("11010519391231002X"), "row"), ErrorKind::SealBroken));
    }

    void digestsAreSteadyAndKeyed()
    {
        const QByteArray digest = m_vault->keyedDigest(QStringLiteral("11010519391231002X"));
        QCOMPARE(digest.size(), 32);
        QCOMPARE(vaultOf(m_key)->keyedDigest(QStringLiteral("11010519391231002X")), digest);
        QVERIFY(m_vault->keyedDigest(QStringLiteral("440524193001010014")) != digest);
    }

    void erasingDestroysTheKey()
    {
        const auto blob = kept(m_owner, "a page");
        const QByteArray copyOfBlob = fileBytes(pathOf(m_owner, *blob));
        QVERIFY(m_vault->erase(m_owner));
        QVERIFY(!QFileInfo::exists(QFileInfo(pathOf(m_owner, *blob)).path()));
        QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::NotFound));
        QVERIFY(m_vault->erase(m_owner)); // again is fine
        // A copy that survived elsewhere (a flash disk's spare blocks) does not open under the owner's next key.
        QVERIFY(kept(m_owner, "another"));
        QVERIFY(m_disk.writeSynced(pathOf(m_owner, *blob), copyOfBlob));
        QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::SealBroken));
    }

    // What a copy of the database holds is erased with its owner's key; nothing beside it is.
    void whatAnOwnersKeySealsGoesWithIt()
    {
        const QUuid other = QUuid::createUuid();
        const auto mine = m_vault->sealOwned(m_owner, "answers", "row");
        const auto theirs = m_vault->sealOwned(other, "answers", "row");
        QCOMPARE(*m_vault->openOwned(m_owner, *mine, "row"), QByteArray("answers"));
        QVERIFY(failedWith(m_vault->openOwned(m_owner, *mine, "another row"), ErrorKind::SealBroken));
        QVERIFY(failedWith(m_vault->openOwned(m_owner, *theirs, "row"), ErrorKind::SealBroken));
        QVERIFY(failedWith(m_vault->open(*mine, "row"), ErrorKind::SealBroken));
        int told = 0;
        m_vault->setErasedHook([&]() -> Result<void> {
            told += QFileInfo::exists(keyPathOf(m_owner)) ? 0 : 1;
            return {};
        });
        QVERIFY(m_vault->erase(m_owner));
        QCOMPARE(told, 1);
        QVERIFY(failedWith(m_vault->openOwned(m_owner, *mine, "row"), ErrorKind::SealBroken));
        QVERIFY(m_vault->sealOwned(m_owner, "again", "row")); // a new key
        QVERIFY(failedWith(m_vault->openOwned(m_owner, *mine, "row"), ErrorKind::SealBroken));
        QCOMPARE(*m_vault->openOwned(other, *theirs, "row"), QByteArray("answers"));
    }

    // Earlier programs kept the key among the pages. It moves, once; a crash leaves it in one place at least.
    void keysMoveOutOfTheVault_data()
    {
        QTest::addColumn<bool>("alreadyCopied");
        QTest::newRow("never begun") << false;
        QTest::newRow("died between copy and removal") << true;
    }
    void keysMoveOutOfTheVault()
    {
        QFETCH(bool, alreadyCopied);
        const auto blob = kept(m_owner, "a page");
        const QString oldPath = pathOf(m_owner, QStringLiteral("key"));
        QVERIFY(m_disk.writeSynced(oldPath, fileBytes(keyPathOf(m_owner))));
        if (!alreadyCopied)
            QVERIFY(m_disk.remove(keyPathOf(m_owner)));
        QVERIFY(m_disk.remove(m_keys->filePath(QStringLiteral("adopted"))));
        QVERIFY(m_vault->keys().adoptFrom(m_directory->path()));
        QVERIFY(!QFileInfo::exists(oldPath));
        QCOMPARE(*m_vault->get(m_owner, *blob), QByteArray("a page"));
        QCOMPARE(*m_vault->keys().owners(), QSet<QUuid>{m_owner});
    }

    void bothSuitesOpenWhatTheOtherSealed()
    {
        const auto aes = kept(m_owner, "a page");
        SealedVault sm4(m_disk, m_directory->path(), m_keys->path(), m_key, CipherSuite::Sm4Gcm);
        const auto national = kept(sm4, m_owner, "another page");
        QCOMPARE(fileBytes(pathOf(m_owner, *national)).at(0), char(CipherSuite::Sm4Gcm));
        QCOMPARE(*sm4.get(m_owner, *aes), QByteArray("a page"));
        QCOMPARE(*m_vault->get(m_owner, *national), QByteArray("another page"));
        QCOMPARE(sm4.seal("x", "row")->at(0), char(CipherSuite::Sm4Gcm));
    }

    void nobodyElseMayReadTheFiles()
    {
        const auto blob = kept(m_owner, "a page");
        const auto ours =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(pathOf(m_owner, *blob)).permissions(), ours);
        QCOMPARE(QFileInfo(keyPathOf(m_owner)).permissions(), ours);
        QVERIFY(!(QFileInfo(QFileInfo(pathOf(m_owner, *blob)).path()).permissions() &
                  (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther)));
    }

    void theDeviceKeyIsMadeOnceAndFoundAgain()
    {
        const QString state = m_directory->path();
        QVERIFY(failedWith(loadDeviceKey(m_disk, state, {}, false), ErrorKind::SealBroken));
        const auto made = loadDeviceKey(m_disk, state, {}, true);
        QVERIFY(made);
        QCOMPARE(made->key.size(), std::size_t(keyBytes));
        QVERIFY(made->protection == KeyProtection::BesideData);
        QVERIFY(loadDeviceKey(m_disk, state, {}, true)->key == made->key);
        QVERIFY(loadDeviceKey(m_disk, state, {}, false)->key == made->key);
        QCOMPARE(QFileInfo(state + QStringLiteral("/keys/device.key")).permissions() & QFileDevice::ReadOther,
                 QFileDevice::Permissions());
        QVERIFY(m_disk.writeSynced(state + QStringLiteral("/keys/device.key"), "short"));
        QVERIFY(failedWith(loadDeviceKey(m_disk, state, {}, true), ErrorKind::SealBroken));
    }

    void aSystemdCredentialGoesFirst()
    {
        const QTemporaryDir credentials;
        const auto stored =
            loadDeviceKey(m_disk, m_directory->path(), credentials.path(), true); // none there: the disk
        QVERIFY(stored);
        const QByteArray credential(keyBytes, 'c');
        QVERIFY(m_disk.writeSynced(credentials.filePath(QStringLiteral("tongban-device-key")), credential));
        const auto handedIn = loadDeviceKey(m_disk, m_directory->path(), credentials.path(), false);
        QVERIFY(handedIn->key == keyFromBytes(credential));
        QVERIFY(handedIn->protection == KeyProtection::Credential);
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
