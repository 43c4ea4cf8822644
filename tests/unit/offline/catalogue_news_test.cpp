// SPDX-License-Identifier: GPL-3.0-or-later
// A published catalogue is believed only under the city's signature. The first one was digested and signed by another
// program (OpenSSL, its JSON written by Python).
#include "tests/unit/offline/catalogue_samples.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::offline;
using platform::CataloguePart;

namespace {

const QByteArray opensslKey = "-----BEGIN PUBLIC KEY-----\n"
                              "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEdEgkapv4pGX7ihKzjdc1q4p7jydb\n"
                              "awhWIVGZta3/ASa9y7rZuw7nGHFoukJfNn0c4ivmYoyaJyxUjsEoFjA/Cw==\n"
                              "-----END PUBLIC KEY-----\n";

QJsonObject entry(const char *code, const char *version, const char *sm3)
{
    return {{"code", QLatin1String(code)}, {"version", QLatin1String(version)}, {"sm3", QLatin1String(sm3)}};
}

QJsonObject catalogue()
{
    const QJsonArray items{
        QJsonObject{{"code", "b-item"}, {"version", "2"}, {"name", QStringLiteral("第二件")}, {"fee", 0.5}},
        QJsonObject{{"code", "a-item"},
                    {"version", "1"},
                    {"name", QStringLiteral("第一件")},
                    {"note", "line\nbreak \"quoted\""}}};
    const QJsonArray entries{entry("a-item", "1", "424cde19fad6d0968171c236de9c36602b7efbdd761b73b649a76049e95b49c3"),
                             entry("b-item", "2", "1ae1e362fc200df6d28a8e10dc72b4aaf8862b8cef6e6ae3eed9d20fc9b763fd")};
    const QJsonObject manifest{
        {"version", "v-7"},
        {"asOf", "2026-03-01T01:30:00.000Z"},
        {"entries", entries},
        {"signature", "EXABatD59mWs49kebPCOXc4rvYukTX40QfPAEOtKQXY5UxKZomxMYQYypxzuL+JBCAouSW/Kqgg9ZJ3eGS5pbw=="}};
    return {{"version", "v-7"},
            {"asOf", "2026-03-01T01:30:00.000Z"},
            {"cursor", "c7"},
            {"items", items},
            {"manifest", manifest}};
}

QJsonObject item(const char *code, const char *version)
{
    return {{"code", QLatin1String(code)}, {"version", QLatin1String(version)}, {"name", QStringLiteral("一件事")}};
}

QJsonObject with(QJsonObject object, const char *member, const QJsonValue &value)
{
    object.insert(QLatin1String(member), value);
    return object;
}

// The answer with another manifest in it.
QJsonObject changed(const std::function<void(QJsonObject &)> &change)
{
    QJsonObject answer = catalogue();
    QJsonObject manifest = answer.value("manifest").toObject();
    change(manifest);
    return with(answer, "manifest", manifest);
}

QJsonArray entriesOf(const QJsonObject &manifest)
{
    return manifest.value("entries").toArray();
}

using Answer = QJsonObject;

} // namespace

class CatalogueNewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnotherProgramSigned();
    void aChangeInTheSignedTextIsSeen_data();
    void aChangeInTheSignedTextIsSeen();
    void whatIsOutsideTheContractIsRefused_data();
    void whatIsOutsideTheContractIsRefused();
    void changesAreOpened();
    void anEmptyCatalogueIsOne();

private:
    PublishingCity m_city;
};

void CatalogueNewsTest::whatAnotherProgramSigned()
{
    const auto key = crypto::Sm2PublicKey::fromPem(opensslKey);
    QVERIFY(key);
    const auto news = platform::openCatalogue(catalogue(), CataloguePart::Whole, *key);
    QVERIFY2(news.has_value(), news ? "" : qPrintable(news.error().detail));
    QVERIFY(news->whole);
    QCOMPARE(news->version, QStringLiteral("v-7"));
    QCOMPARE(news->asOf, QDateTime(QDate(2026, 3, 1), QTime(1, 30), Qt::UTC));
    QCOMPARE(news->cursor, QStringLiteral("c7"));
    QCOMPARE(news->entries.size(), size_t(2));
    QCOMPARE(news->entries.at(0).code, QStringLiteral("a-item"));
    QCOMPARE(news->upserts.size(), size_t(2));
    QCOMPARE(news->upserts.at(0).entry, news->entries.at(1)); // the digest computed here is the one signed there
    QCOMPARE(news->upserts.at(1).entry, news->entries.at(0));
    QCOMPARE(QJsonDocument::fromJson(news->upserts.at(0).body).object(),
             catalogue().value("items").toArray().at(0).toObject());
}

void CatalogueNewsTest::aChangeInTheSignedTextIsSeen_data()
{
    QTest::addColumn<Answer>("answer");
    const auto row = [](const char *name, const std::function<void(QJsonObject &)> &change) {
        QTest::newRow(name) << changed(change);
    };
    row("no signature", [](QJsonObject &manifest) { manifest.remove("signature"); });
    row("not base64", [](QJsonObject &manifest) { manifest["signature"] = "%%%"; });
    row("too short", [](QJsonObject &manifest) { manifest["signature"] = "AAAA"; });
    row("another version", [](QJsonObject &manifest) { manifest["version"] = "v-8"; });
    row("another time", [](QJsonObject &manifest) { manifest["asOf"] = "2026-03-01T01:30:00.001Z"; });
    row("the same time, spelt otherwise", [](QJsonObject &manifest) { manifest["asOf"] = "2026-03-01T01:30:00Z"; });
    row("an item less", [](QJsonObject &manifest) {
        QJsonArray entries = entriesOf(manifest);
        entries.removeLast();
        manifest["entries"] = entries;
    });
    row("an item more", [](QJsonObject &manifest) {
        QJsonArray entries = entriesOf(manifest);
        entries.append(with(entries.last().toObject(), "code", "c-item"));
        manifest["entries"] = entries;
    });
    row("another version of an item", [](QJsonObject &manifest) {
        QJsonArray entries = entriesOf(manifest);
        entries[0] = with(entries[0].toObject(), "version", "9");
        manifest["entries"] = entries;
    });
    row("another digest", [](QJsonObject &manifest) {
        QJsonArray entries = entriesOf(manifest);
        entries[0] = with(entries[0].toObject(), "sm3", entries[1].toObject().value("sm3"));
        manifest["entries"] = entries;
    });
}

void CatalogueNewsTest::aChangeInTheSignedTextIsSeen()
{
    QFETCH(const Answer, answer);
    const auto key = crypto::Sm2PublicKey::fromPem(opensslKey).value();
    const auto news = platform::openCatalogue(answer, CataloguePart::Whole, key);
    QVERIFY(failedWith(news, ErrorKind::PlatformBadAnswer));
    QCOMPARE(news.error().detail, QStringLiteral("the manifest is not signed by the city"));
    QVERIFY(failedWith(platform::openCatalogue(catalogue(), CataloguePart::Whole, m_city.key()),
                       ErrorKind::PlatformBadAnswer)); // another city's
}

void CatalogueNewsTest::whatIsOutsideTheContractIsRefused_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("said");
    const QJsonArray two{item("a", "1"), item("b", "1")};
    const Answer good = m_city.wholeAnswer(QStringLiteral("1"), two);
    const auto row = [&](const char *name, const Answer &answer, const char *said) {
        QTest::newRow(name) << answer << QString::fromLatin1(said);
    };
    row("nothing", {}, "no cursor");
    row("no cursor", with(good, "cursor", QJsonValue()), "no cursor");
    row("no manifest", with(good, "manifest", QJsonValue()), "not signed");
    row("another version beside", with(good, "version", "2"), "of another version");
    row("another time beside", with(good, "asOf", "2026-02-28T08:00:01Z"), "of another version");
    row("no item at all", with(good, "items", QJsonArray{7, item("b", "1")}), "without code");
    row("an item without version", with(good, "items", QJsonArray{item("a", "1"), item("b", "")}), "without code");
    row("an item twice", with(good, "items", QJsonArray{item("a", "1"), item("a", "2")}), "an item twice: a");
    PublishingCity city = m_city;
    city.asOf = QStringLiteral("2026-02-28T08:00:00");
    row("a time without zone", city.wholeAnswer(QStringLiteral("1"), two), "no time");
    city.asOf = QStringLiteral("soon");
    row("no time", city.wholeAnswer(QStringLiteral("1"), two), "no time");
    // Well signed, and yet: words that could be read as others.
    row("a blank in a code", m_city.wholeAnswer(QStringLiteral("1"), {item("a 1", "1")}), "without its members");
    row("a line in a version", m_city.wholeAnswer(QStringLiteral("1"), {item("a", "1\nb 1")}), "without its members");
    row("a blank in the version", m_city.wholeAnswer(QStringLiteral("1 1"), two), "no version");
    Answer unsorted = good;
    QJsonObject manifest = unsorted["manifest"].toObject();
    manifest["entries"] = QJsonArray{entriesOf(manifest)[1], entriesOf(manifest)[0]};
    row("not in order", with(unsorted, "manifest", manifest), "not in order");
    manifest["entries"] = QJsonArray{entriesOf(manifest)[0], entriesOf(manifest)[0]};
    row("an entry twice", with(unsorted, "manifest", manifest), "not in order");
}

void CatalogueNewsTest::whatIsOutsideTheContractIsRefused()
{
    QFETCH(const Answer, answer);
    QFETCH(const QString, said);
    const auto news = platform::openCatalogue(answer, CataloguePart::Whole, m_city.key());
    QVERIFY(failedWith(news, ErrorKind::PlatformBadAnswer));
    QVERIFY2(news.error().detail.contains(said), qPrintable(news.error().detail));
}

void CatalogueNewsTest::changesAreOpened()
{
    const QJsonArray all{item("a", "1"), item("b", "2")};
    const Answer answer = m_city.changesAnswer(QStringLiteral("2"), all, {item("b", "2")}, {QStringLiteral("c")});
    const auto news = platform::openCatalogue(answer, CataloguePart::Changes, m_city.key());
    QVERIFY(news);
    QVERIFY(!news->whole);
    QCOMPARE(news->entries.size(), size_t(2));
    QCOMPARE(news->upserts.size(), size_t(1));
    QCOMPARE(news->upserts.front().entry, news->entries.back());
    QCOMPARE(news->tombstones, QStringList{QStringLiteral("c")});
    QVERIFY(failedWith(
        platform::openCatalogue(with(answer, "tombstones", QJsonArray{7}), CataloguePart::Changes, m_city.key()),
        ErrorKind::PlatformBadAnswer));
}

void CatalogueNewsTest::anEmptyCatalogueIsOne()
{
    const auto news =
        platform::openCatalogue(m_city.wholeAnswer(QStringLiteral("0"), {}), CataloguePart::Whole, m_city.key());
    QVERIFY(news);
    QVERIFY(news->entries.empty() && news->upserts.empty());
}

QTEST_GUILESS_MAIN(CatalogueNewsTest)
#include "catalogue_news_test.moc"
