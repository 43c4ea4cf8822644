// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every shipped theme: its items merge, its one form can be filled, and what is filled in makes every item's own
// application whole, with every material that its office wants.
#include "app/core/domain/merged_form.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace tongban;
using namespace tongban::domain;
using namespace tongban::tests;

namespace {

const QString resources = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/");

QJsonObject objectIn(const QString &path)
{
    QFile file(resources + path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool fits(const QJsonObject &theme)
{
    const QJsonValue schemaJson(objectIn(QStringLiteral("schema/theme.schema.json")));
    const QJsonValue value(theme);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);
    valijson::Validator validator;
    return validator.validate(schema, valijson::adapters::QtJsonAdapter(value), nullptr);
}

std::vector<ServiceItem> itemsOf(const Theme &theme)
{
    std::vector<ServiceItem> items;
    for (const QString &code : theme.items)
        items.push_back(itemOfFile(code + QStringLiteral(".json")));
    return items;
}

// Situations, then pages, as a person walks them.
Answers filled(const ServiceItem &form, const IdCard &card, unsigned seed)
{
    std::mt19937 random(seed);
    Answers answers;
    for (auto at = situationAfter(form, -1, answers); at; at = situationAfter(form, *at, answers)) {
        const FormField &field = form.situations[static_cast<size_t>(*at)].field;
        answers.insert(field.key, Secret(answerFor(field, random)));
    }
    answers = prefilled(form, card, answers);
    for (auto page = pageAfter(form, -1, answers); page; page = pageAfter(form, *page, answers)) {
        for (const FormField *field : visibleFields(form, form.pages[static_cast<size_t>(*page)], answers)) {
            if (!answers.contains(field->key))
                answers.insert(field->key, Secret(answerFor(*field, random)));
        }
        answers = withoutHidden(form, answers);
    }
    return answers;
}

} // namespace

class ThemesTest : public QObject
{
    Q_OBJECT

    static void rows()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : QDir(resources + QStringLiteral("themes")).entryList({QStringLiteral("*.json")}))
            QTest::newRow(qPrintable(file)) << file;
    }
    static Theme themeOf(const QString &file)
    {
        return Theme::fromJson(objectIn(QStringLiteral("themes/") + file)).value();
    }

private Q_SLOTS:
    void isSound_data() { rows(); }
    void isSound()
    {
        QFETCH(QString, file);
        QJsonObject json = objectIn(QStringLiteral("themes/") + file);
        QVERIFY(fits(json));
        const auto theme = Theme::fromJson(json);
        QVERIFY2(theme.has_value(), theme ? "" : qPrintable(theme.error().detail));
        QCOMPARE(theme->code + QStringLiteral(".json"), file);
        const auto merged = mergedForm(*theme, itemsOf(*theme));
        QVERIFY2(merged.has_value(), merged ? "" : qPrintable(merged.error().detail));
        json.insert(QStringLiteral("items"), QStringLiteral("one")); // the schema is not one that everything fits
        QVERIFY(!fits(json) && !Theme::fromJson(json));
    }

    // Fewer questions and fewer papers than the items one by one, and each question on one page.
    void eachThingIsAskedOnce_data() { rows(); }
    void eachThingIsAskedOnce()
    {
        QFETCH(QString, file);
        const Theme theme = themeOf(file);
        const MergedForm merged = mergedForm(theme, itemsOf(theme)).value();
        size_t apart = 0;
        for (const ServiceItem &item : itemsOf(theme)) {
            apart += item.fields.size();
            QCOMPARE(merged.materials.value(item.code).size(), static_cast<qsizetype>(item.materials.size()));
        }
        QVERIFY(merged.form.fields.size() < apart);
        QSet<QString> placed;
        for (const FormPage &page : merged.form.pages) {
            for (const QString &key : page.fields) {
                QVERIFY2(!placed.contains(key), qPrintable(key));
                placed.insert(key);
            }
        }
        QCOMPARE(placed.size(), static_cast<qsizetype>(merged.form.fields.size()));
        QSet<QString> names;
        for (const MaterialSpec &material : merged.form.materials) {
            QVERIFY2(!names.contains(material.name), qPrintable(material.name));
            names.insert(material.name);
        }
    }

    void everyOfficeGetsItsWholeApplication_data() { rows(); }
    void everyOfficeGetsItsWholeApplication()
    {
        QFETCH(QString, file);
        const Theme theme = themeOf(file);
        const MergedForm merged = mergedForm(theme, itemsOf(theme)).value();
        const IdCard card = cardOf(QDate(1942, 3, 8));
        for (unsigned seed = 0; seed < 40; ++seed) {
            const Answers answers = filled(merged.form, card, seed);
            QVERIFY2(!firstOpenPage(merged.form, answers, testDay), qPrintable(QString::number(seed)));
            QSet<QString> brought;
            for (const MaterialSpec *material : askedMaterials(merged.form, answers))
                brought.insert(material->key);
            for (const ServiceItem &item : itemsOf(theme)) {
                const Answers own = answersOf(item, answers);
                const auto open = firstOpenPage(item, own, testDay);
                QVERIFY2(!open, qPrintable(open ? item.pages[static_cast<size_t>(*open)].title : QString()));
                for (const MaterialSpec *material : askedMaterials(item, own))
                    QVERIFY2(brought.contains(merged.materials.value(item.code).value(material->key)),
                             qPrintable(material->name));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ThemesTest)
#include "themes_test.moc"
