// SPDX-License-Identifier: GPL-3.0-or-later
// Several items as one form: each thing asked once, nothing lost for any office, and no two questions taken for one.
#include "app/core/domain/merged_form.h"

#include <QTest>

using namespace tongban;
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
    Theme made;
    made.code = text("both");
    made.name = text("一件事");
    made.icon = text("home");
    made.items = {text("a"), text("b")};
    return made;
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
        Theme otherWay = theme();
        otherWay.items = {text("b"), text("a")};
        for (const Theme &order : {theme(), otherWay}) {
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

    // Under two keys, one person: who lays down one card and is asked once, and whose name stands in both forms.
    void onePersonLaysDownOneCard()
    {
        ServiceItem a = item("a", {phone()});
        ServiceItem b = item("b", {phone(), choice("name", "x y")});
        a.parties.push_back({.key = text("child"),
                             .label = text("孩子"),
                             .when = equals("who", "ward"),
                             .presence = {Presence::Card, Presence::Document}});
        b.parties.push_back({.key = text("ward"), .label = text("被照料的人"), .when = {}, .presence = {Presence::Card}});
        b.fields[1].prefill = text("party.ward.name");
        Theme same = theme();
        QCOMPARE(mergedForm(same, {a, b})->form.parties.size(), size_t{2}); // unless the theme says so
        same.samePeople = {{text("child"), text("ward")}};
        const auto merged = mergedForm(same, {a, b});
        QVERIFY(merged.has_value());
        QCOMPARE(merged->form.parties.size(), size_t{1});
        const Party &one = merged->form.parties.front();
        QCOMPARE(one.key, text("child"));
        QVERIFY(one.presence == std::vector<Presence>{Presence::Card}); // both take it
        QVERIFY(one.when.kind == Condition::Kind::Always);
        QCOMPARE(merged->parties.value(text("b")).value(text("ward")), text("child"));
        QCOMPARE(merged->form.field(text("name"))->prefill, text("party.child.name"));
        b.parties[0].presence = {Presence::Phone};
        QVERIFY(failedWith(mergedForm(same, {a, b}), ErrorKind::Misconfigured));
    }

    void whatCannotBeAppliedForHereIsNoPart()
    {
        ServiceItem b = item("b", {});
        b.selfService.level = SelfService::Level::View;
        QVERIFY(failedWith(mergedForm(theme(), {item("a", {phone()}), b}), ErrorKind::Misconfigured));
    }

    void itKnowsItsItems()
    {
        ServiceItem a = item("a", {phone()});
        ServiceItem b = item("b", {phone()});
        a.promised = {.unit = TimeLimit::Unit::Workday, .number = 20};
        b.promised = {.unit = TimeLimit::Unit::Month, .number = 1};
        a.department = b.department = text("民政局");
        const auto merged = mergedForm(theme(), {b, a});
        QVERIFY(merged.has_value());
        QCOMPARE(merged->form.parts.size(), size_t{2});
        QCOMPARE(merged->form.parts.front().code, text("a"));
        QCOMPARE(merged->form.promised.number, 1); // a month is longer than twenty workdays
        QCOMPARE(merged->form.department, text("民政局"));
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
