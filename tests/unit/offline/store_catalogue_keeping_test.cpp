// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue on a disk that fails, and what is kept of it.
#include "offline/store/migrations.h"
#include "offline/store/salvage.h"
#include "offline/store/sql_catalogue.h"
#include "tests/unit/offline/store_catalogue_rig.h"

#include <QJsonDocument>

using namespace tongban;
using namespace tongban::testing;

class StoreCatalogueKeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<CatalogueWorld>(); }
    void aDamagedOneGivesWayToTheOneBefore_data();
    void aDamagedOneGivesWayToTheOneBefore();
    void whenBothAreDamagedThereIsNone();
    void nothingUnusedIsKept();
    void theOneOfAnEarlierSchemaStaysUntilTheFirst();
    void aDatabaseOfTheSchemaBeforeIsStillSalvaged();
    void theCatalogueIsSalvaged();

private:
    std::unique_ptr<CatalogueWorld> m_w;
};

void StoreCatalogueKeepingTest::aDamagedOneGivesWayToTheOneBefore_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("an item's bytes") << "UPDATE catalogue_items SET body = cast(replace(body, '高龄', '低龄') AS BLOB)"
                                        " WHERE code = 'c'";
    QTest::newRow("an item is gone") << "DELETE FROM catalogue_items WHERE code = 'c'";
    QTest::newRow("the head's bytes") << "UPDATE catalogues SET head = x'7b7d' WHERE generation ="
                                         " (SELECT max(generation) FROM catalogues)";
    QTest::newRow("the head's digest") << "UPDATE catalogues SET sm3 = zeroblob(32) WHERE generation ="
                                          " (SELECT max(generation) FROM catalogues)";
}

void StoreCatalogueKeepingTest::aDamagedOneGivesWayToTheOneBefore()
{
    QFETCH(const QString, damage);
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b")})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {item("a"), item("c")}, {item("c")}, {"b"})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, c 1"));
    m_w->close();
    {
        const auto database = offline::store::Database::open(m_w->world.databasePath());
        const auto done = (*database)->run(QStringLiteral("test"), damage);
        QVERIFY(done && *done == 1);
    }
    QByteArray said;
    setLogSink([&](const QByteArray &line) { said += line; });
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
    setLogSink([](const QByteArray &) {});
    QVERIFY(said.contains("CatalogueUnsound"));
    QCOMPARE(m_w->catalogue().held()->cursor, QStringLiteral("at 7")); // and from there it goes on
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {item("a"), item("c")}, {item("c")}, {"b"})));
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, c 1"));
    QCOMPARE(m_w->inDatabase("SELECT count(*) FROM catalogues").toInt(), 2);
}

void StoreCatalogueKeepingTest::whenBothAreDamagedThereIsNone()
{
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b")})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {item("a")}, {}, {"b"})));
    m_w->close();
    {
        const auto database = offline::store::Database::open(m_w->world.databasePath());
        QVERIFY((*database)->run(QStringLiteral("test"),
                                 QStringLiteral("UPDATE catalogue_items SET body = x'7b7d' WHERE code = 'a'")));
    }
    m_w->reopen();
    QVERIFY(failedWith(m_w->catalogue().current(), ErrorKind::NotFound)); // "is being downloaded", and so it is:
    QVERIFY(failedWith(m_w->catalogue().held(), ErrorKind::NotFound));
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("8"), {item("a")})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1"));
}

void StoreCatalogueKeepingTest::nothingUnusedIsKept()
{
    for (int version = 1; version < 6; ++version)
        QVERIFY(m_w->catalogue().adopt(
            m_w->city.whole(QString::number(version), {item("a", qPrintable(QString::number(version)))})));
    QCOMPARE(m_w->inDatabase("SELECT count(*) FROM catalogues").toInt(), 2);
    QCOMPARE(m_w->inDatabase("SELECT count(*) FROM catalogue_items").toInt(), 2); // of the last one and the one before
}

void StoreCatalogueKeepingTest::theOneOfAnEarlierSchemaStaysUntilTheFirst()
{
    const auto database = offline::store::Database::open(m_w->world.databasePath());
    const QJsonObject earlier{
        {"version", "7"}, {"asOf", "2026-02-28T08:00:00Z"}, {"items", QJsonArray{item("a"), item("b")}}};
    QVERIFY((*database)->run(QStringLiteral("test"), QStringLiteral("INSERT INTO catalogue VALUES (1, ?)"),
                             {QJsonDocument(earlier).toJson()}));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
    QCOMPARE(m_w->catalogue().current()->version, QStringLiteral("7"));
    QVERIFY(failedWith(m_w->catalogue().held(),
                       ErrorKind::NotFound)); // it has no manifest: the city is asked for all of it
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("8"), {item("c")})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("c 1"));
    QCOMPARE(m_w->inDatabase("SELECT count(*) FROM catalogue").toInt(), 0);
}

void StoreCatalogueKeepingTest::aDatabaseOfTheSchemaBeforeIsStillSalvaged()
{
    const QTemporaryDir directory;
    const auto damaged = offline::store::Database::open(directory.filePath(QStringLiteral("damaged.db")));
    const auto fresh = offline::store::Database::open(directory.filePath(QStringLiteral("fresh.db")));
    QVERIFY(damaged && fresh);
    constexpr int before = 8; // without a table of items, notices or commands
    QVERIFY(offline::store::migrate(**damaged, before) && offline::store::migrate(**fresh, before));
    QVERIFY((*damaged)->run(QStringLiteral("test"), QStringLiteral("INSERT INTO sync_state VALUES ('cursor', 'c')")));
    const auto saved = offline::store::salvageRows(**damaged, **fresh);
    QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail));
    qint64 rows = 0;
    for (const auto &table : *saved) {
        rows += table.saved;
        QCOMPARE(table.lost, 0);
    }
    QCOMPARE(rows, 1);
}

void StoreCatalogueKeepingTest::theCatalogueIsSalvaged()
{
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b")})));
    m_w->close();
    const auto damaged = offline::store::Database::open(m_w->world.databasePath());
    const QTemporaryDir directory;
    const auto fresh = offline::store::Database::open(directory.filePath(QStringLiteral("fresh.db")));
    QVERIFY(damaged && fresh && offline::store::migrate(**fresh));
    QVERIFY(offline::store::salvageRows(**damaged, **fresh));
    offline::store::SqlCatalogue saved(**fresh, m_w->world.clock);
    QCOMPARE(names(saved.current()), QStringLiteral("a 1, b 1"));
}

QTEST_GUILESS_MAIN(StoreCatalogueKeepingTest)
#include "store_catalogue_keeping_test.moc"
