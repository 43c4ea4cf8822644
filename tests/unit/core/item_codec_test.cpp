// SPDX-License-Identifier: GPL-3.0-or-later
// Items as JSON: what is wrong is named by its place. All of it is walked by tests/data/items_review_test.
#include "app/core/domain/item_codec.h"
#include "tests/unit/core/item_json.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

class ItemCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemIsRead()
    {
        const auto item = itemFromJson(shippedItemJson());
        QVERIFY2(item.has_value(), item ? "" : qPrintable(item.error().detail));
        QCOMPARE(item->name, QStringLiteral("高龄津贴"));
        QCOMPARE(item->eligibility.front().years, 80);
        QCOMPARE(item->fields.front().key, QStringLiteral("name")); // the card's stand in front
        QCOMPARE(item->pages.front().title, QStringLiteral("这是您的信息吗？"));
        QCOMPARE(item->english.value(item->name), QStringLiteral("Allowance for age 80+"));
        QCOMPARE(item->field(QStringLiteral("institution"))->visibleWhen.values,
                 QStringList{QStringLiteral("institution")});
        QCOMPARE(item->source, shippedItemJson());
    }

    void itemMistakesAreNamed_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("blamed");
        const auto row = [](const char *name, const char *pointer, const QJsonValue &value, const char *blamed) {
            QTest::newRow(name) << QString::fromLatin1(pointer) << value << QString::fromLatin1(blamed);
        };
        const QJsonValue gone(QStringLiteral("~remove"));
        row("no name", "/name", gone, "/name:");
        row("empty name", "/name", QStringLiteral("  "), "/name:");
        row("name is a number", "/name", 3, "/name:");
        row("unknown key", "/colour", QStringLiteral("red"), "/colour:");
        row("unknown key in a field", "/fields/0/colour", 1, "/fields/0/colour:");
        row("unknown key in a choice", "/fields/1/choices/0/x", 1, "/fields/1/choices/0/x:");
        row("unknown type", "/fields/0/type", QStringLiteral("script"), "/fields/0/type:");
        row("field is no object", "/fields/0", 1, "/fields/0:");
        row("bad key", "/fields/0/key", QStringLiteral("电话"), "/fields/0/key:");
        row("double key", "/fields/1/key", QStringLiteral("phone"), "/fields/1/key:");
        row("choice without choices", "/fields/1/choices", QJsonArray(), "/fields/1/choices:");
        row("text with choices", "/fields/0/choices",
            QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("a")},
                                   {QStringLiteral("label"), QStringLiteral("甲")}}},
            "/fields/0/choices:");
        row("double choice", "/fields/1/choices/1/value", QStringLiteral("withChildren"), "/fields/1/choices/1/value:");
        row("unknown prefill", "/fields/0/prefill", QStringLiteral("card.photo"), "/fields/0/prefill:");
        row("condition on nothing", "/fields/2/visibleWhen/equals/field", QStringLiteral("none"),
            "/fields/2/visibleWhen/equals/field:");
        row("condition on a later field", "/fields/1/visibleWhen",
            QJsonObject{{QStringLiteral("equals"), QJsonObject{{QStringLiteral("field"), QStringLiteral("payout")},
                                                               {QStringLiteral("value"), QStringLiteral("later")}}}},
            "/fields/1/visibleWhen/equals/field:");
        row("condition on a text", "/fields/2/visibleWhen/equals/field", QStringLiteral("phone"),
            "/fields/2/visibleWhen/equals/field:");
        row("condition on no choice of it", "/fields/2/visibleWhen/equals/value", QStringLiteral("moon"),
            "/fields/2/visibleWhen/equals/value:");
        row("condition unknown", "/fields/2/visibleWhen", QJsonObject{{QStringLiteral("script"), 1}},
            "/fields/2/visibleWhen:");
        row("empty and", "/fields/2/visibleWhen", QJsonObject{{QStringLiteral("and"), QJsonArray()}},
            "/fields/2/visibleWhen/and:");
        row("page of no field", "/pages/0/fields/0", QStringLiteral("none"), "/pages/0/fields/0:");
        row("field on two pages", "/pages/0/fields/0", QStringLiteral("name"), "/pages/0/fields/0:");
        row("empty page", "/pages/0/fields", QJsonArray(), "/pages/0/fields:");
        row("no pages", "/pages", QJsonArray(), "/fields/0/key:");
        row("title too short", "/pages/0/title", QStringLiteral("谁"), "/pages/0/title:");
        row("double material", "/materials",
            QJsonArray{shippedItemJson()[QStringLiteral("materials")].toArray().at(0),
                       shippedItemJson()[QStringLiteral("materials")].toArray().at(0)},
            "/materials/1/key:");
        row("too many pages", "/materials/0/maxPages", 51, "/materials/0/maxPages:");
        row("half a page", "/materials/0/maxPages", 1.5, "/materials/0/maxPages:");
        row("age of nobody", "/eligibility/0/years", 0, "/eligibility/0/years:");
        row("age without years", "/eligibility/0/years", gone, "/eligibility/0/years:");
        row("age without clause", "/eligibility/0/clause", gone, "/eligibility/0/clause:");
        row("no condition", "/conditions", QJsonArray(), "/conditions:");
        row("proof of nothing", "/conditions/1/provenBy/0", QStringLiteral("material:passport"),
            "/conditions/1/provenBy/0:");
        row("no such day", "/effectiveFrom", QStringLiteral("2024-02-30"), "/effectiveFrom:");
        row("over before it began", "/cancelledFrom", QStringLiteral("2023-01-01"), "/cancelledFrom:");
        row("fee without sum", "/fee/kind", QStringLiteral("fixed"), "/fee/fen:");
        row("longer than the law", "/limits/promised/number", 31, "/limits/promised:");
        row("library without licence", "/materials/0/origins",
            QJsonArray{QStringLiteral("library"), QStringLiteral("scan")}, "/materials/0/licence:");
        row("card key again", "/fields/0/key", QStringLiteral("address"), "/fields/0/key:");
    }

    void itemMistakesAreNamed()
    {
        QFETCH(QString, pointer);
        QFETCH(QJsonValue, value);
        QFETCH(QString, blamed);
        const auto json = changed(shippedItemJson(), pointer.mid(1).split(u'/'), value).toObject();
        const auto item = itemFromJson(json);
        QVERIFY(failedWith(item, ErrorKind::Misconfigured));
        QVERIFY2(item.error().detail.startsWith(blamed), qPrintable(item.error().detail));
    }
};

QTEST_GUILESS_MAIN(ItemCodecTest)
#include "item_codec_test.moc"
