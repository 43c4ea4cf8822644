// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and room: where the device key lies, which cipher seals, whose key seals the rows, who may open, how full is
// full.
#include "app/core/base/log.h"
#include "offline/store/text.h"
#include "tests/fault/store_fault_files.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QTest>

using namespace tongban;
using namespace tongban::offline::store;
using namespace tongban::testing;

class StoreKeysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<StoreWorld> m_world;

    // Undoes what schema 6 and the keystore did.
    void makeEarlier(OfflineStore &store) const
    {
        const auto where = QStringLiteral("test");
        const auto database = Database::open(m_world->databasePath());
        const auto change = [&](const char *select, const char *update, const QByteArray &context, bool opened) {
            const auto rows = (*database)->query(where, QLatin1String(select));
            for (const Row &row : *rows) {
                const QByteArray bound = context + row.at(1).toByteArray();
                const QUuid owner = QUuid::fromString(row.at(2).toString());
                auto plain = store.vault().openOwned(owner, row.at(3).toByteArray(), bound);
                QVERIFY(plain);
                const QByteArray value = opened ? *store.vault().seal(*plain, bound) : *plain;
                QVERIFY((*database)->run(where, QLatin1String(update), {value, row.at(0)}));
            }
        };
        change("SELECT rowid, id, id, content FROM drafts", "UPDATE drafts SET content = ? WHERE rowid = ?", "draft/",
               false);
        change("SELECT rowid, id, id, content FROM cases", "UPDATE cases SET content = ? WHERE rowid = ?", "case/",
               true);
        change("SELECT seq, id, case_id, payload FROM outbox", "UPDATE outbox SET payload = ? WHERE seq = ?",
               "outbox/payload/", true);
        QVERIFY((*database)->run(where, QStringLiteral("DELETE FROM meta WHERE key = 'columns_owned'")));
        const QString keys = m_world->stateDirectory() + QStringLiteral("/keystore/");
        for (const QString &name : QDir(keys).entryList(QDir::Files)) {
            if (name != QStringLiteral("adopted"))
                QVERIFY(QFile::rename(keys + name, m_world->stateDirectory() + QStringLiteral("/vault/") + name +
                                                       QStringLiteral("/key")));
        }
        QVERIFY(QFile::remove(keys + QStringLiteral("adopted")));
    }

private Q_SLOTS:
    void init() { m_world = std::make_unique<StoreWorld>(); }
    void cleanup()
    {
        setLogSink([](const QByteArray &) {});
    }

    void whereTheDeviceKeyLiesIsKnownAndSaid()
    {
        QByteArray lines;
        setLogSink([&lines](const QByteArray &line) { lines += line; });
        {
            const auto store = m_world->open();
            QVERIFY((*store)->keyProtection() == offline::vault::KeyProtection::BesideData);
            QVERIFY(lines.contains("StoreKeyBesideData"));
        }
        const QTemporaryDir credentials;
        QVERIFY(QFile::rename(m_world->stateDirectory() + QStringLiteral("/keys/device.key"),
                              credentials.filePath(QStringLiteral("tongban-device-key"))));
        lines.clear();
        qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(credentials.path()));
        const auto store = m_world->open();
        qunsetenv("CREDENTIALS_DIRECTORY");
        QVERIFY(store);
        QVERIFY((*store)->keyProtection() == offline::vault::KeyProtection::Credential);
        QVERIFY(!lines.contains("StoreKeyBesideData"));
    }

    void oneProcessAtATime()
    {
        auto store = m_world->open();
        const auto second = m_world->open();
        QVERIFY(failedWith(second, ErrorKind::StoreUnwritable));
        QVERIFY(second.error().detail.contains(QStringLiteral("another process")));
        store->reset();
        QVERIFY(m_world->open());
    }

    void theCipherOfTheConfigurationSeals()
    {
        auto options = m_world->options();
        const auto sealedByte = [&] {
            const auto store = OfflineStore::open(options, m_world->clock, m_world->disk);
            const auto draft = filledDraft(**store, zhang(), m_world->clock);
            if (!(*store)->cases().saveDraft(*draft) || !(*store)->cases().submit(*draft))
                return -1;
            const auto database = Database::open(m_world->databasePath());
            const auto rows = (*database)->query(QStringLiteral("test"),
                                                 QStringLiteral("SELECT content FROM cases ORDER BY rowid DESC"));
            return static_cast<int>(rows->front().at(0).toByteArray().at(0));
        };
        QCOMPARE(sealedByte(), static_cast<int>(offline::crypto::CipherSuite::Aes256Gcm));
        options.cipher = offline::crypto::CipherSuite::Sm4Gcm;
        QCOMPARE(sealedByte(), static_cast<int>(offline::crypto::CipherSuite::Sm4Gcm));
        const auto store = OfflineStore::open(options, m_world->clock, m_world->disk);
        QVERIFY((*store)->cases().findUnfinished(zhang().card)->withoutReceipt); // also what the other one sealed
    }

    // A store of schema 5, whose rows one key sealed and whose owners' keys lay among the pages.
    void earlierSealsBecomeTheirOwners()
    {
        domain::CaseDraft applied;
        domain::CaseDraft begun;
        {
            const auto store = m_world->open();
            applied = *filledDraft(**store, zhang(), m_world->clock);
            QVERIFY((*store)->cases().submit(applied));
            begun = *filledDraft(**store, li(), m_world->clock);
            QVERIFY((*store)->cases().saveDraft(begun));
            makeEarlier(**store);
        }
        for (int start = 0; start < 2; ++start) {
            const auto store = m_world->open();
            QVERIFY2(store, store ? "" : qPrintable(store.error().detail));
            QVERIFY(sameContent((*store)->cases().findCase(applied.id)->content, applied));
            const auto found = (*store)->cases().findUnfinished(li().card);
            QVERIFY(found->draft && sameContent(*found->draft, begun));
            QCOMPARE((*store)->vault().get(begun.id, begun.signature->blob), QByteArray("\x89PNG signature"));
            if (start == 1)
                QVERIFY((*store)->outbox().claim(m_world->clock.nowUtc())->has_value());
            const QDir vault(m_world->stateDirectory() + QStringLiteral("/vault/") + textOf(begun.id));
            QVERIFY(!vault.exists(QStringLiteral("key")));
        }
    }

    void nothingNewIsTakenInWhenTheReserveIsReached()
    {
        FaultFiles files;
        const auto store = m_world->open(files);
        const auto draft = *filledDraft(**store, zhang(), m_world->clock);
        QVERIFY((*store)->cases().saveDraft(draft));
        const auto first = *filledDraft(**store, li(), m_world->clock);
        QVERIFY((*store)->cases().submit(first));
        const Census before = *censusOf(m_world->databasePath());
        files.setFreeBytes(m_world->options().reserveBytes - 1);
        QVERIFY(failedWith((*store)->cases().saveDraft(draft), ErrorKind::StoreFull));
        QVERIFY(failedWith((*store)->cases().submit(draft), ErrorKind::StoreFull));
        QVERIFY(failedWith((*store)->vault().put(draft.id, "a page"), ErrorKind::StoreFull));
        QCOMPARE(*censusOf(m_world->databasePath()), before);
        // What is there is readable and leaves for the city; the same case again is answered.
        QVERIFY((*store)->cases().findUnfinished(zhang().card)->draft);
        QVERIFY((*store)->cases().submit(first));
        const auto entry = (*store)->outbox().claim(m_world->clock.nowUtc());
        QVERIFY((*store)->outbox().complete((*entry)->id, {}));
        QVERIFY((*store)->cases().discardDraft(draft.id));
        files.setFreeBytes(m_world->options().reserveBytes);
        QVERIFY((*store)->cases().submit(*filledDraft(**store, zhang(), m_world->clock)));
    }
};

QTEST_GUILESS_MAIN(StoreKeysTest)
#include "store_keys_test.moc"
