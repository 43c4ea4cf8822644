// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the shipped data of finding: inside their schemas, sound, and enough for what the catalogue says.
#include "app/core/finding/finding_words.h"
#include "app/core/finding/pinyin_table.h"
#include "app/core/finding/wizard.h"
#include "tests/data/item_files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace tongban;
using namespace tongban::finding;
using namespace tongban::tests;

namespace {

QJsonObject objectIn(const QString &path)
{
    QFile file(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/") + path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool fits(const QJsonObject &json, const QString &schemaFile)
{
    const QJsonValue schemaJson(objectIn(QStringLiteral("schema/") + schemaFile));
    const QJsonValue value(json);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);
    valijson::Validator validator;
    return validator.validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr);
}

} // namespace

class FindingDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesFitTheirSchemas_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("schema");
        QTest::newRow("pinyin") << "finding/pinyin.json"
                                << "pinyin.schema.json";
        QTest::newRow("phrases") << "finding/phrases.json"
                                 << "phrases.schema.json";
        QTest::newRow("wizard") << "finding/wizard.json"
                                << "wizard.schema.json";
        QTest::newRow("words") << "finding/words.json"
                               << "finding-words.schema.json";
    }
    void filesFitTheirSchemas()
    {
        QFETCH(QString, file);
        QFETCH(QString, schema);
        QJsonObject json = objectIn(file);
        QVERIFY(!json.isEmpty());
        QVERIFY(fits(json, schema));
        json.insert(QStringLiteral("more"), 7); // and the schema is not one that everything fits
        QVERIFY(!fits(json, schema));
    }

    // Every character of GB/T 2312 has a reading, and none has the same one twice.
    void theTableIsWhole()
    {
        const QJsonObject json = objectIn(QStringLiteral("finding/pinyin.json"));
        QVERIFY(PinyinTable::fromJson(json).has_value());
        qsizetype characters = 0;
        QSet<QString> seen;
        for (const auto &part : {QStringLiteral("first"), QStringLiteral("also")}) {
            const QJsonObject syllables = json.value(part).toObject();
            for (auto entry = syllables.begin(); entry != syllables.end(); ++entry) {
                for (const QChar character : entry.value().toString()) {
                    const QString reading = entry.key() + character;
                    QVERIFY2(!seen.contains(reading), qPrintable(reading));
                    seen.insert(reading);
                    characters += part == QStringLiteral("first") ? 1 : 0;
                }
            }
        }
        // 嗯, 呣 and their like are hummed, not spelled: they have no syllable that anybody types.
        QVERIFY2(characters >= 6760 && characters <= 6763, qPrintable(QString::number(characters)));
    }

    void everyCharacterOfAnItemsNameIsKnown()
    {
        const auto table = PinyinTable::fromJson(objectIn(QStringLiteral("finding/pinyin.json")));
        QVERIFY(table.has_value());
        QVERIFY(!itemFileNames().isEmpty());
        for (const QString &file : itemFileNames()) {
            const QString name = itemJson(file).value(QStringLiteral("name")).toString();
            for (const QChar character : name)
                QVERIFY2(!table->readings(character).empty(), qPrintable(name));
        }
    }

    void wordsAreSound()
    {
        const auto words = FindingWords::fromJson(objectIn(QStringLiteral("finding/words.json")));
        QVERIFY2(words.has_value(), words ? "" : qPrintable(words.error().detail));
        // A filler that means something would be dropped and missed.
        for (const QString &filler : words->fillers) {
            for (const WordGroup &group : words->groups)
                QVERIFY2(!group.words.contains(filler), qPrintable(filler));
        }
    }

    // Whoever only answers questions finds every errand, and is led to none that is not there.
    void theWizardLeadsToEveryItemAndToNoOther()
    {
        auto wizard = Wizard::fromJson(objectIn(QStringLiteral("finding/wizard.json")));
        QVERIFY2(wizard.has_value(), wizard ? "" : qPrintable(wizard.error().within(wizard.error().detail).where));
        QSet<QString> codes;
        for (const QString &file : itemFileNames())
            codes.insert(itemJson(file).value(QStringLiteral("code")).toString());
        for (const QString &file : themeFileNames())
            codes.insert(themeJson(file).value(QStringLiteral("code")).toString());
        QVERIFY(!codes.isEmpty());
        QCOMPARE(wizard->items() - codes, QSet<QString>());
        wizard->byIdentity = {};
        QCOMPARE(codes - wizard->items(), QSet<QString>());
    }

    // Spoken: no Latin words. English: none but.
    void theWizardSpeaksBothLanguages()
    {
        const QJsonObject english =
            objectIn(QStringLiteral("finding/wizard.json")).value(QStringLiteral("english")).toObject();
        static const QRegularExpression latin(QStringLiteral("[A-Za-z]"));
        static const QRegularExpression han(QStringLiteral("\\p{Han}"));
        QVERIFY(!english.isEmpty());
        for (auto text = english.begin(); text != english.end(); ++text) {
            QVERIFY2(!text.key().contains(latin) && text.key().contains(han), qPrintable(text.key()));
            QVERIFY2(text.value().toString().contains(latin) && !text.value().toString().contains(han),
                     qPrintable(text.key()));
        }
    }

    void badWordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no groups") << QByteArray(R"({"fillers": ["我"]})");
        QTest::newRow("a group without words") << QByteArray(R"({"fillers": ["我"], "groups": [{"theme": "birth"}]})");
        QTest::newRow("an empty word") << QByteArray(R"({"fillers": [""], "groups": []})");
        QTest::newRow("an unknown key") << QByteArray(R"({"fillers": ["我"], "groups": [], "more": 1})");
    }
    void badWordsAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = FindingWords::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(failedWith(read, ErrorKind::Misconfigured));
    }
};

QTEST_GUILESS_MAIN(FindingDataTest)
#include "finding_data_test.moc"
