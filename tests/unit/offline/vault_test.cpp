// SPDX-License-Identifier: GPL-3.0-or-later
// The vault: what goes in comes out, only here, only for whom it was sealed, and not after it was erased.
#include "offline/vault/device_key.h"
#include "offline/vault/sealed_vault.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::crypto;
using namespace tongban::offline::vault;

class VaultTest : public QObject
{
    Q_OBJECT

    static QByteArray fileBytes(const QString &path)
    {
        PosixFileSystem disk;
        return *disk.read(path);
    }

    QString pathOf(const QUuid &owner, const QString &name) const
    {
        return m_directory->filePath(owner.toString(QUuid::WithoutBraces)) + QLatin1Char('/') + name;
    }
    QString pathOf(const QUuid &owner, const QUuid &blob) const
    {
        return pathOf(owner, blob.toString(QUuid::WithoutBraces));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    PosixFileSystem m_disk;
    Key m_key;
    std::unique_ptr<SealedVault> m_vault;
    const QUuid m_owner = QUuid::createUuid();

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_key = randomKey();
        m_vault = std::make_unique<SealedVault>(m_disk, m_directory->path(), m_key);
    }

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
        const auto blob = m_vault->put(m_owner, plain);
        QVERIFY(blob);
        QCOMPARE(*m_vault->get(m_owner, *blob), plain);
        QCOMPARE(*m_vault->open(*m_vault->seal(plain, "row"), "row"), plain);
        // Another process with the same key.
        SealedVault again(m_disk, m_directory->path(), m_key);
        QCOMPARE(*again.get(m_owner, *blob), plain);
    }

    void sameBytesNeverLookTheSame()
    {
        QVERIFY(*m_vault->seal("yes", "row") != *m_vault->seal("yes", "row"));
        const auto first = m_vault->put(m_owner, "yes");
        const auto second = m_vault->put(m_owner, "yes");
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
        const auto blob = m_vault->put(m_owner, "a page");
        for (const QString &name : {blob->toString(QUuid::WithoutBraces), QStringLiteral("key")}) {
            const QByteArray whole = fileBytes(pathOf(m_owner, name));
            for (qsizetype at = 0; at < whole.size(); ++at) {
                QByteArray changed = whole;
                changed[at] = static_cast<char>(changed[at] ^ 0x80);
                QVERIFY(m_disk.writeSynced(pathOf(m_owner, name), changed));
                QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::SealBroken));
            }
            QVERIFY(m_disk.writeSynced(pathOf(m_owner, name), whole));
        }
        QCOMPARE(*m_vault->get(m_owner, *blob), QByteArray("a page"));
    }

    void aSealIsBoundToItsPlace()
    {
        QVERIFY(failedWith(m_vault->open(*m_vault->seal("x", "row 1"), "row 2"), ErrorKind::SealBroken));
        const auto first = m_vault->put(m_owner, "first");
        const auto second = m_vault->put(m_owner, "second");
        QVERIFY(m_disk.rename(pathOf(m_owner, *first), pathOf(m_owner, *second)));
        QVERIFY(failedWith(m_vault->get(m_owner, *second), ErrorKind::SealBroken));
        QVERIFY(failedWith(m_vault->get(m_owner, *first), ErrorKind::NotFound));

        const QUuid other = QUuid::createUuid();
        const auto theirs = m_vault->put(other, "theirs");
        QVERIFY(theirs);
        QVERIFY(m_disk.writeSynced(pathOf(m_owner, QStringLiteral("key")),
                                   fileBytes(pathOf(other, QStringLiteral("key")))));
        QVERIFY(failedWith(m_vault->get(m_owner, *second), ErrorKind::SealBroken));
    }

    void anotherTerminalOpensNothing()
    {
        const auto blob = m_vault->put(m_owner, "a page");
        const auto sealed = m_vault->seal("x", "row");
        const auto held = m_vault->sealForHolder("x", QStringLiteral("11010519391231002X"), "row");
        SealedVault stranger(m_disk, m_directory->path(), randomKey());
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
        QCOMPARE(SealedVault(m_disk, m_directory->path(), m_key).keyedDigest(QStringLiteral("11010519391231002X")),
                 digest);
        QVERIFY(m_vault->keyedDigest(QStringLiteral("440524193001010014")) != digest);
    }

    void erasingDestroysTheKey()
    {
        const auto blob = m_vault->put(m_owner, "a page");
        const QByteArray copyOfBlob = fileBytes(pathOf(m_owner, *blob));
        QVERIFY(m_vault->erase(m_owner));
        QVERIFY(!QFileInfo::exists(QFileInfo(pathOf(m_owner, *blob)).path()));
        QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::NotFound));
        QVERIFY(m_vault->erase(m_owner)); // again is fine
        // A copy that survived elsewhere (a flash disk's spare blocks) does not open under the owner's next key.
        QVERIFY(m_vault->put(m_owner, "another"));
        QVERIFY(m_disk.writeSynced(pathOf(m_owner, *blob), copyOfBlob));
        QVERIFY(failedWith(m_vault->get(m_owner, *blob), ErrorKind::SealBroken));
    }

    void housekeepingKeepsWhatIsNamed()
    {
        const QUuid other = QUuid::createUuid();
        const auto kept = m_vault->put(m_owner, "kept");
        const auto again = m_vault->put(m_owner, "scanned again");
        QVERIFY(m_vault->put(other, "orphan"));
        QVERIFY(m_disk.writeSynced(pathOf(m_owner, QStringLiteral("left.tmp")), "x"));
        QCOMPARE(*m_vault->eraseAllBut({m_owner}), 1);
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(m_vault->keepOnly(m_owner, {*kept}));
        QCOMPARE(*m_vault->get(m_owner, *kept), QByteArray("kept"));
        QVERIFY(failedWith(m_vault->get(m_owner, *again), ErrorKind::NotFound));
        QCOMPARE(m_disk.list(QFileInfo(pathOf(m_owner, *kept)).path())->size(), 2); // key and blob
    }

    void nobodyElseMayReadTheFiles()
    {
        const auto blob = m_vault->put(m_owner, "a page");
        const auto ours =
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        QCOMPARE(QFileInfo(pathOf(m_owner, *blob)).permissions(), ours);
        QCOMPARE(QFileInfo(pathOf(m_owner, QStringLiteral("key"))).permissions(), ours);
        QVERIFY(!(QFileInfo(QFileInfo(pathOf(m_owner, *blob)).path()).permissions() &
                  (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther)));
    }

    void theDeviceKeyIsMadeOnceAndFoundAgain()
    {
        const QString state = m_directory->path();
        QVERIFY(failedWith(loadDeviceKey(m_disk, state, {}, false), ErrorKind::SealBroken));
        const auto made = loadDeviceKey(m_disk, state, {}, true);
        QVERIFY(made);
        QCOMPARE(made->size(), std::size_t(keyBytes));
        QVERIFY(*loadDeviceKey(m_disk, state, {}, true) == *made);
        QVERIFY(*loadDeviceKey(m_disk, state, {}, false) == *made);
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
        QVERIFY(*loadDeviceKey(m_disk, m_directory->path(), credentials.path(), false) == keyFromBytes(credential));
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
