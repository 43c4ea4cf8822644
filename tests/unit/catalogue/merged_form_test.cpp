// SPDX-License-Identifier: GPL-3.0-or-later
// Several items as one form: each thing asked once, nothing lost for any office, and no two questions taken for one.
#include "app/core/catalogue/merged_form.h"

#include <QTest>

using namespace tongban;
using namespace tongban::catalogue;
using namespace tongban::domain;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

FormField choice(const char *key, const char *codes)
{
    FormField field{.key = text(key), .label = text(key), .type = FieldType::Choice, .prefill = {}, .refusal = {}};
    for (const QString &code : text(codes).split(u' '))
        field.choices.push_back({.value = code, .label = code, .hint = {}, .icon = {}});
    return field;
}

FormField phone()
{
    return {
        .key = text("phone"), .label = text("电话"), .type = FieldType::Phone, .prefill = {}, .refusal = text("没有")};
}

MaterialSpec material(const char *key, const char *name, std::vector<MaterialOrigin> origins)
{
    return {.key = text(key), .name = text(name), .origins = std::move(origins), .hint = {}};
}

Condition equals(const char *field, const char *value)
{
    return {.kind = Condition::Kind::Equals, .field = text(field), .values = {text(value)}, .children = {}};
}

ServiceItem item(const char *code, std::vector<FormField> fields, std::vector<MaterialSpec> materials = {})
{
    ServiceItem made;
    made.code = text(code);
    for (const FormField &field : fields)
        made.pages.push_back({.title = field.key, .prompt = field.key, .fields = {field.key}});
    made.fields = std::move(fields);
    made.materials = std::move(materials);
    made.consent = made.code;
    return made;
}

Theme theme()
{
    return {.code = text("both"),
            .name = text("一件事"),
            .icon = text("home"),
            .summary = {},
            .items = {text("a"), text("b")}};
}

QStringList asked(const ServiceItem &form)
{
    QStringList keys;
    for (const FormPage &page : form.pages)
        keys << page.fields;
    return keys;
}

} // namespace

class MergedFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachThingIsAskedOnce()
    {
        const auto merged =
            mergedForm(theme(), {item("b", {choice("payout", "card book"), phone(), choice("care", "yes no")}),
                                 item("a", {choice("payout", "book card"), phone()})});
        QVERIFY2(merged.has_value(), merged ? "" : qPrintable(merged.error().detail));
        QCOMPARE(merged->form.fields.size(), size_t{3});
        QCOMPARE(asked(merged->form).join(u' '), text("payout phone care")); // in the order of the theme
        QCOMPARE(merged->form.code, text("both"));
        QVERIFY(merged->form.consent.contains(u'a') && merged->form.consent.contains(u'b'));
    }

    void twoQuestionsOfOneKeyAreRefused_data()
    {
        QTest::addColumn<bool>("situation");
        QTest::newRow("other choices") << false;
        QTest::newRow("a situation and a field") << true;
    }
    void twoQuestionsOfOneKeyAreRefused()
    {
        QFETCH(bool, situation);
        ServiceItem a = item("a", {choice("home", "yes no")});
        ServiceItem b = item("b", {choice("home", "here away")});
        if (situation) {
            b.situations.push_back({.field = choice("home", "yes no"), .prompt = {}});
            b.fields.clear();
            b.pages.clear();
        }
        for (const Theme &order :
             {theme(), Theme{.code = {}, .name = {}, .icon = {}, .summary = {}, .items = {text("b"), text("a")}}}) {
            const auto merged = mergedForm(order, {a, b});
            QVERIFY(failedWith(merged, ErrorKind::Misconfigured));
            QVERIFY2(merged.error().detail.contains(text("home")), qPrintable(merged.error().detail));
        }
    }

    void aFieldIsAskedWheneverAnItemAsksIt()
    {
        ServiceItem a = item("a", {choice("kind", "x y"), phone()});
        a.fields[1].visibleWhen = equals("kind", "x");
        ServiceItem b = item("b", {choice("kind", "x y"), phone()});
        b.fields[1].visibleWhen = equals("kind", "y");
        const auto merged = mergedForm(theme(), {a, b});
        QVERIFY(merged.has_value());
        for (const char *kind : {"x", "y"}) {
            const Answers answers{{text("kind"), Secret(text(kind))}, {text("phone"), Secret(text("13800138000"))}};
            QVERIFY(isVisible(merged->form, *merged->form.field(text("phone")), answers));
            // ... and each office gets what it asks.
            QCOMPARE(answersOf(a, answers).contains(text("phone")), kind[0] == 'x');
            QCOMPARE(answersOf(b, answers).contains(text("phone")), kind[0] == 'y');
        }
    }

    void whatOneOfficeWantsIsWanted()
    {
        ServiceItem a = item("a", {phone()});
        ServiceItem b = item("b", {phone()});
        a.fields[0].required = false;
        b.fields[0].refusal.clear();
        b.fields[0].sensitive = true;
        const auto merged = mergedForm(theme(), {a, b});
        QVERIFY(merged.has_value());
        const FormField &joined = *merged->form.field(text("phone"));
        QVERIFY(joined.required && joined.sensitive && joined.refusal.isEmpty());
    }

    void oneListOfMaterials()
    {
        using enum MaterialOrigin;
        const auto merged = mergedForm(
            theme(),
            {item("a", {}, {material("book", "户口簿", {Library, Scan}), material("photo", "照片", {Camera})}),
             item("b", {}, {material("register", "户口簿", {Scan, Paper}), material("photo", "房屋照片", {Scan})})});
        QVERIFY(merged.has_value());
        const ServiceItem &form = merged->form;
        QCOMPARE(form.materials.size(), size_t{3});
        QVERIFY(form.materials[0].origins == std::vector<MaterialOrigin>{Scan}); // both take it
        QCOMPARE(merged->materials.value(text("b")).value(text("register")), text("book"));
        const QString second = merged->materials.value(text("b")).value(text("photo"));
        QVERIFY(second != text("photo")); // another thing under the same key
        QCOMPARE(form.material(second)->name, text("房屋照片"));
    }

    void aMaterialWithoutACommonWayIsRefused()
    {
        using enum MaterialOrigin;
        QVERIFY(failedWith(mergedForm(theme(), {item("a", {}, {material("book", "户口簿", {Scan})}),
                                                item("b", {}, {material("book", "户口簿", {Paper})})}),
                           ErrorKind::Misconfigured));
    }

    void anItemThatIsNotThereIsNamed()
    {
        const auto merged = mergedForm(theme(), {item("a", {})});
        QVERIFY(failedWith(merged, ErrorKind::Misconfigured));
        QVERIFY(merged.error().detail.startsWith(u'b'));
    }
};

QTEST_GUILESS_MAIN(MergedFormTest)
#include "merged_form_test.moc"
