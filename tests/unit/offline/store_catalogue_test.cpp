// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue: taken over whole or not at all, and in force by the day.
#include "tests/unit/offline/store_catalogue_rig.h"

#include <QJsonDocument>

using namespace tongban;
using namespace tongban::testing;

class StoreCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<CatalogueWorld>(); }
    void aWholeOneIsTakenOver();
    void changesAreAppliedToWhatIsHeld();
    void whatDoesNotMakeItsManifestReplacesNothing_data();
    void whatDoesNotMakeItsManifestReplacesNothing();
    void changesToNothingAreRefused();
    void whatThisProgramCannotReadIsLeftOut();
    void anItemIsInForceByTheDay();
    void theEarlierVersionStandsUntilThen();
    void theEarlierVersionOutlivesFurtherCatalogues();
    void aDraftKeepsTheVersionItBeganWith();

private:
    std::unique_ptr<CatalogueWorld> m_w;
};

void StoreCatalogueTest::aWholeOneIsTakenOver()
{
    QVERIFY(failedWith(m_w->catalogue().current(), ErrorKind::NotFound));
    QVERIFY(failedWith(m_w->catalogue().held(), ErrorKind::NotFound));
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("b"), item("a")})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("8"), {item("c"), item("a")})));
    m_w->reopen();
    const auto current = m_w->catalogue().current();
    QCOMPARE(names(current), QStringLiteral("a 1, c 1"));
    QCOMPARE(current->version, QStringLiteral("8"));
    QCOMPARE(current->asOf, QDateTime(QDate(2026, 2, 28), QTime(8, 0), Qt::UTC));
    QCOMPARE(current->items.front().source, item("a"));
    QCOMPARE(m_w->catalogue().held()->version, QStringLiteral("8"));
    QCOMPARE(m_w->catalogue().held()->cursor, QStringLiteral("at 8"));
}

void StoreCatalogueTest::changesAreAppliedToWhatIsHeld()
{
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b"), item("c")})));
    const QJsonArray after{item("a"), item("b", "2"), item("d")};
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), after, {item("b", "2"), item("d")},
                                                     {QStringLiteral("c"), QStringLiteral("neverHere")})));
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 2, d 1"));
    QCOMPARE(m_w->catalogue().held()->cursor, QStringLiteral("at 8"));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("9"), {}, {}, {"a", "b", "d"})));
    QCOMPARE(names(m_w->catalogue().current()), QString());
    QCOMPARE(m_w->catalogue().current()->version, QStringLiteral("9"));
}

void StoreCatalogueTest::whatDoesNotMakeItsManifestReplacesNothing_data()
{
    QTest::addColumn<QJsonArray>("all"); // what the manifest says
    QTest::addColumn<QJsonArray>("upserts");
    QTest::addColumn<QStringList>("tombstones");
    QTest::addColumn<bool>("whole");
    const QJsonArray good{item("a", "2"), item("b")};
    const QStringList none;
    QTest::newRow("an upsert is missing") << good << QJsonArray() << none << false;
    QTest::newRow("another content") << good << QJsonArray{item("a", "2", {{"summary", "换了"}})} << none << false;
    QTest::newRow("another version") << good << QJsonArray{item("a", "3")} << none << false;
    QTest::newRow("a tombstone is missing") << QJsonArray{item("a")} << QJsonArray() << none << false;
    QTest::newRow("a tombstone too many") << good << QJsonArray{item("a", "2")} << QStringList{"b"} << false;
    QTest::newRow("an item too many") << good << QJsonArray{item("a", "2"), item("c")} << none << false;
    QTest::newRow("whole, one missing") << good << QJsonArray{item("b")} << none << true;
    QTest::newRow("whole, one too many") << good << QJsonArray{item("a", "2"), item("b"), item("c")} << none << true;
    QTest::newRow("whole, nothing") << good << QJsonArray() << none << true;
}

void StoreCatalogueTest::whatDoesNotMakeItsManifestReplacesNothing()
{
    QFETCH(const QJsonArray, all);
    QFETCH(const QJsonArray, upserts);
    QFETCH(const QStringList, tombstones);
    QFETCH(const bool, whole);
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b")})));
    auto news = m_w->city.changes(QStringLiteral("8"), all, upserts, tombstones);
    news.whole = whole;
    QVERIFY(failedWith(m_w->catalogue().adopt(news), ErrorKind::PlatformBadAnswer));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
    QCOMPARE(m_w->catalogue().held()->version, QStringLiteral("7"));
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
    QCOMPARE(m_w->inDatabase("SELECT count(*) FROM catalogue_items").toInt(), 2);
}

void StoreCatalogueTest::changesToNothingAreRefused()
{
    QVERIFY(failedWith(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {item("a")}, {item("a")})),
                       ErrorKind::PlatformBadAnswer));
    QVERIFY(failedWith(m_w->catalogue().current(), ErrorKind::NotFound));
}

void StoreCatalogueTest::whatThisProgramCannotReadIsLeftOut()
{
    QByteArrayList lines;
    setLogSink([&](const QByteArray &line) { lines << line; });
    // Of a later program: a member that this one does not know, a field type, a mistake.
    const QJsonArray items{item("a"), item("b", "1", {{"hologram", true}}), item("c", "1", {{"fields", "none"}}),
                           item("d", "1", {{"effectiveFrom", "soon"}}), item("e")};
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), items)));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, e 1"));
    setLogSink([](const QByteArray &) {});
    QCOMPARE(std::count_if(lines.begin(), lines.end(),
                           [](const QByteArray &line) { return line.contains("CatalogueItemLeftOut"); }),
             3);
    // They are part of the catalogue all the same: the next changes fit.
    QVERIFY(m_w->catalogue().adopt(
        m_w->city.changes(QStringLiteral("8"), {items[0], items[1], items[2], items[3]}, {}, {"e"})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1"));
}

// The world's clock stands at a morning in China; days change at its midnight, 16:00 UTC.
void StoreCatalogueTest::anItemIsInForceByTheDay()
{
    m_w->goTo(QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC));
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(
        QStringLiteral("7"),
        {item("a", "1", {{"effectiveFrom", "2026-03-01"}}), item("b", "1", {{"effectiveFrom", "2026-03-02"}}),
         item("c", "1", {{"cancelledFrom", "2026-03-02"}}), item("d", "1", {{"cancelledFrom", "2026-03-01"}})})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, c 1"));
    m_w->goTo(QDateTime(QDate(2026, 3, 1), QTime(15, 59), Qt::UTC));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, c 1"));
    m_w->goTo(QDateTime(QDate(2026, 3, 1), QTime(16, 0), Qt::UTC));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
}

void StoreCatalogueTest::theEarlierVersionStandsUntilThen()
{
    m_w->goTo(QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC));
    const QJsonObject later = item("a", "2", {{"effectiveFrom", "2026-04-01"}});
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {item("a"), item("b")})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {later, item("b")}, {later})));
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, b 1"));
    m_w->goTo(QDateTime(QDate(2026, 3, 31), QTime(16, 0), Qt::UTC));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 2, b 1"));
}

void StoreCatalogueTest::theEarlierVersionOutlivesFurtherCatalogues()
{
    m_w->goTo(QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC));
    const QJsonObject later = item("a", "2", {{"effectiveFrom", "2026-04-01"}});
    const QJsonObject mended = item("a", "3", {{"effectiveFrom", "2026-04-01"}});
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("1"), {item("a")})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("2"), {later}, {later})));
    for (int version = 3; version < 7; ++version) { // others come and go
        const QJsonObject other = item("b", qPrintable(QString::number(version)));
        QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QString::number(version), {later, other}, {other})));
    }
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("7"), {mended}, {mended}, {"b"})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1"));
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("8"), {mended, item("c")})));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 1, c 1"));
    m_w->goTo(QDateTime(QDate(2026, 4, 1), QTime(1, 0), Qt::UTC));
    QCOMPARE(names(m_w->catalogue().current()), QStringLiteral("a 3, c 1"));
    // Once it is in force nothing stands beside it any more.
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("9"), {mended}, {}, {"c"})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("10"), {mended, item("d")}, {item("d")})));
    QCOMPARE(m_w->inDatabase("SELECT group_concat(code, ' ') FROM catalogue_items ORDER BY code").toString().count("a"),
             1);
}

void StoreCatalogueTest::aDraftKeepsTheVersionItBeganWith()
{
    const QString code = allowance().code;
    QVERIFY(m_w->catalogue().adopt(m_w->city.whole(QStringLiteral("7"), {allowance().source})));
    auto draft = filledDraft(*m_w->store, zhang(), m_w->world.clock);
    QVERIFY(draft && m_w->store->cases().saveDraft(*draft));
    const QJsonObject later = item(qPrintable(code), "next", {{"consent", "另一份承诺"}});
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("8"), {later}, {later})));
    QVERIFY(m_w->catalogue().adopt(m_w->city.changes(QStringLiteral("9"), {}, {}, {code}))); // withdrawn, even
    m_w->reopen();
    QCOMPARE(names(m_w->catalogue().current()), QString());
    const auto unfinished = m_w->store->cases().findUnfinished(zhang().card);
    QVERIFY(unfinished && unfinished->draft);
    QCOMPARE(unfinished->draft->item.source, allowance().source);
    const auto submitted = m_w->store->cases().submit(*unfinished->draft);
    QVERIFY(submitted);
    QCOMPARE(m_w->store->cases().findCase(submitted->content.id)->content.item.version, allowance().version);
}

QTEST_GUILESS_MAIN(StoreCatalogueTest)
#include "store_catalogue_test.moc"
