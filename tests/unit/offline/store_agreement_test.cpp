// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of disagreement is planted by hand and found; a store that is well has none.
#include "offline/outbox/entry_rows.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tongban;
using namespace tongban::testing;
using offline::store::Agreement;

class StoreAgreementTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;
    domain::SubmittedCase m_case;

    [[nodiscard]] Agreement look()
    {
        Agreement agreement;
        auto check = m_store->agreementCheck(m_world->disk);
        const auto cases = check.cases();
        if (!cases)
            return Agreement{.findings = {QStringLiteral("the look failed")}};
        for (const QUuid &id : *cases) {
            if (!check.checkCase(id, agreement))
                agreement.findings << QStringLiteral("the look at a case failed");
        }
        if (!check.checkWhole(agreement))
            agreement.findings << QStringLiteral("the look at the whole failed");
        return agreement;
    }
    // By a connection of its own, without the rules that guard the store's.
    void spoil(const QString &sql, const QVariantList &values = {})
    {
        const auto database = offline::store::Database::open(m_world->databasePath());
        QVERIFY(database && (*database)->run(QStringLiteral("test"), QStringLiteral("PRAGMA foreign_keys=OFF")));
        const auto done = (*database)->run(QStringLiteral("test"), sql, values);
        QVERIFY2(done && *done > 0, done ? "nothing changed" : qPrintable(done.error().detail));
    }
    [[nodiscard]] QString fileOfAPage() const
    {
        const auto blob = m_case.content.pages.first().front().blob.toString(QUuid::WithoutBraces);
        return QStringLiteral("%1/vault/%2/%3").arg(m_world->stateDirectory(), id(), blob);
    }
    [[nodiscard]] QString id() const { return m_case.content.id.toString(QUuid::WithoutBraces); }
    void finds(const QString &words)
    {
        const QString found = look().findings.join(QLatin1Char('\n'));
        QVERIFY2(found.contains(words), qPrintable(found));
    }

    void leave(const QUuid &owner) // a page on the disk that no row names
    {
        QVERIFY(m_store->vault().put(owner, "leftover"));
        QVERIFY(m_store->vault().sealOwned(owner, "row", "row"));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<StoreWorld>();
        m_store = std::move(*m_world->open());
        const auto draft = filledDraft(*m_store, zhang(), m_world->clock);
        QVERIFY(draft);
        m_case = *m_store->cases().submit(*draft);
        const auto other = filledDraft(*m_store, li(), m_world->clock);
        QVERIFY(other && m_store->cases().submit(*other));
    }
    void cleanup()
    {
        m_store.reset();
        m_world.reset();
    }

    void aSoundStoreAgrees()
    {
        const Agreement agreement = look();
        QCOMPARE(agreement.findings, QStringList());
        QCOMPARE(agreement.cases, 2);
        QCOMPARE(agreement.pages, 6); // two pages and a signature each
        QCOMPARE(agreement.entries, 10);
    }

    void whatTheCityHasIsNoDisagreement()
    {
        auto &desk = m_store->outboxDesk();
        const auto open = desk.openEntriesOf(m_case.content.id);
        for (const auto &entry : *open)
            QVERIFY(desk.acknowledge(entry.id, {}));
        QCOMPARE(look().findings, QStringList());
    }

    void aLostPage()
    {
        QVERIFY(QFile::remove(fileOfAPage()));
        finds(QStringLiteral("does not open"));
    }

    void aDamagedPage()
    {
        QFile file(fileOfAPage());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(40) && file.write("x", 1) == 1);
        file.close();
        finds(QStringLiteral("does not open"));
    }

    void aFileThatBelongsToNothing()
    {
        leave(m_case.content.id);
        finds(QStringLiteral("1 sealed files that belong to nothing"));
    }

    void anOwnerThatIsNobody()
    {
        leave(QUuid::createUuid());
        finds(QStringLiteral("belongs to no draft and no case"));
    }

    void aMissingEntry()
    {
        spoil(QStringLiteral("DELETE FROM outbox WHERE case_id = ? AND kind = 'submitCase'"), {id()});
        finds(QStringLiteral("0 entries submitCase, wanted 1"));
    }

    void anEntryThatDoesNotOpen()
    {
        spoil(QStringLiteral("UPDATE outbox SET payload = x'00' WHERE case_id = ? AND kind = 'createCase'"), {id()});
        finds(QStringLiteral("does not open"));
    }

    void aCaseThatDoesNotOpen()
    {
        spoil(QStringLiteral("UPDATE cases SET content = x'00' WHERE id = ?"), {id()});
        finds(QStringLiteral("does not open"));
    }

    void aCaseThatIsGone()
    {
        spoil(QStringLiteral("DELETE FROM cases WHERE id = ?"), {id()});
        finds(QStringLiteral("rows without their case"));
    }

    void aPageThatLostItsRow()
    {
        spoil(QStringLiteral("DELETE FROM pages WHERE case_id = ?"), {id()});
        finds(QStringLiteral("its row is missing"));
    }

    void aCounterSetBack()
    {
        spoil(QStringLiteral("UPDATE counters SET value = 1 WHERE name LIKE 'local-number/%'"));
        finds(QStringLiteral("beyond its day's counter"));
    }
};

QTEST_GUILESS_MAIN(StoreAgreementTest)
#include "store_agreement_test.moc"
