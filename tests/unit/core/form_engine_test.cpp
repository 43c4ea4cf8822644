// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of single fields and of visibility; whole forms are walked by tests/data/items_test.
#include "app/core/domain/form_engine.h"

#include <QTest>

using namespace tongban;
using namespace tongban::domain;

Q_DECLARE_METATYPE(tongban::domain::FieldType)

namespace {

FormField fieldOf(FieldType type)
{
    FormField field;
    field.key = QStringLiteral("f");
    field.label = QStringLiteral("项目");
    field.type = type;
    if (type == FieldType::Choice || type == FieldType::MultiChoice)
        field.choices = {{QStringLiteral("a"), QStringLiteral("甲"), {}, {}},
                         {QStringLiteral("b"), QStringLiteral("乙"), {}, {}}};
    return field;
}

const QDate today(2026, 11, 21);

FormField choiceNamed(const char *key)
{
    FormField field = fieldOf(FieldType::Choice);
    field.key = QString::fromLatin1(key);
    return field;
}

Condition equals(const char *field, const char *value)
{
    return {Condition::Kind::Equals, QString::fromLatin1(field), {QString::fromLatin1(value)}, {}};
}

Answers answersOf(std::initializer_list<std::pair<const char *, const char *>> list)
{
    Answers answers;
    for (const auto &[key, value] : list)
        answers.insert(QString::fromLatin1(key), Secret(QString::fromUtf8(value)));
    return answers;
}

// one → (two when one=a) → (three when two=b); four when one=b or three=a
ServiceItem chain()
{
    ServiceItem item;
    item.fields = {choiceNamed("one"), choiceNamed("two"), choiceNamed("three"), choiceNamed("four")};
    item.fields[1].visibleWhen = equals("one", "a");
    item.fields[2].visibleWhen = equals("two", "b");
    item.fields[3].visibleWhen = {Condition::Kind::Any, {}, {}, {equals("one", "b"), equals("three", "a")}};
    for (const FormField &field : item.fields)
        item.pages.push_back({field.key, field.key, {field.key}});
    return item;
}

} // namespace

class FormEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, FieldType type, const char *value, bool good) {
            QTest::newRow(name) << type << QString::fromUtf8(value) << good;
        };
        row("phone", FieldType::Phone, "13800138000", true);
        row("phone 19", FieldType::Phone, "19912345678", true);
        row("phone 12", FieldType::Phone, "12800138000", false);
        row("phone short", FieldType::Phone, "1380013800", false);
        row("phone long", FieldType::Phone, "138001380000", false);
        row("phone of letters", FieldType::Phone, "1380013800a", false);
        row("phone full width", FieldType::Phone, "１３８００１３８０００", false);
        row("name", FieldType::ChineseName, "王五", true);
        row("name with dot", FieldType::ChineseName, "阿卜杜拉·买买提", true);
        row("name beyond the basic plane", FieldType::ChineseName, "𠮷野", true);
        row("name of one", FieldType::ChineseName, "王", false);
        row("name Latin", FieldType::ChineseName, "Wang", false);
        row("name with a digit", FieldType::ChineseName, "王5", false);
        row("name ends in dot", FieldType::ChineseName, "王·", false);
        row("choice", FieldType::Choice, "a", true);
        row("no choice", FieldType::Choice, "c", false);
        row("label for value", FieldType::Choice, "甲", false);
        row("date", FieldType::Date, "2024-02-29", true);
        row("no such date", FieldType::Date, "2023-02-29", false);
        row("date long ago", FieldType::Date, "1200-01-01", false);
        row("date in words", FieldType::Date, "昨天", false);
        row("id", FieldType::IdNumber, "11010519491231002X", true);
        row("id wrong check", FieldType::IdNumber, "110105194912310021", false);
        row("id small x", FieldType::IdNumber, "11010519491231002x", false);
        row("text", FieldType::Text, "柳树村三组5号", true);
        row("text with control", FieldType::Text, "a\tb", false);
        for (const FieldType type : {FieldType::Text, FieldType::ChineseName, FieldType::Phone, FieldType::Choice,
                                     FieldType::Date, FieldType::IdNumber})
            QTest::addRow("empty %d", static_cast<int>(type)) << type << QStringLiteral("  ") << false;
    }

    void values()
    {
        QFETCH(FieldType, type);
        QFETCH(QString, value);
        QFETCH(bool, good);
        const auto verdict = validate(fieldOf(type), value, today);
        QCOMPARE(verdict.has_value(), good);
        if (!good) {
            QCOMPARE(verdict.error().kind, ErrorKind::InputInvalid);
            QVERIFY(verdict.error().detail.endsWith(u'。'));
            QVERIFY(!verdict.error().detail.contains(value.trimmed()) || value.trimmed().isEmpty());
        }
    }

    void longTextIsRefused()
    {
        QVERIFY(validate(fieldOf(FieldType::Text), QString(60, u'长'), today));
        QVERIFY(!validate(fieldOf(FieldType::Text), QString(61, u'长'), today));
    }

    void optionalMayBeEmptyButNotWrong()
    {
        FormField field = fieldOf(FieldType::Phone);
        field.required = false;
        QVERIFY(validate(field, {}, today));
        QVERIFY(!validate(field, QStringLiteral("1"), today));
    }

    void refusalIsAnAnswerWhereItIsOffered()
    {
        FormField field = fieldOf(FieldType::Phone);
        QVERIFY(!validate(field, refusedAnswer, today));
        field.refusal = QStringLiteral("我没有手机");
        QVERIFY(validate(field, refusedAnswer, today));
        QCOMPARE(displayValue(field, Secret(refusedAnswer), Shown::Masked), QStringLiteral("我没有手机"));
    }

    void hiddenAnswersDoNotDecide()
    {
        const ServiceItem item = chain();
        const Answers all = answersOf({{"one", "a"}, {"two", "b"}, {"three", "a"}, {"four", "a"}});
        QCOMPARE(withoutHidden(item, all), all);
        // one=b hides two, and with it three, whatever they still say; four stands because of one
        const Answers changed = answersOf({{"one", "b"}, {"two", "b"}, {"three", "a"}, {"four", "a"}});
        QCOMPARE(withoutHidden(item, changed), answersOf({{"one", "b"}, {"four", "a"}}));
        QCOMPARE(withoutHidden(item, answersOf({{"ghost", "x"}})), Answers());
    }

    void pagesWithoutQuestionsArePassedOver()
    {
        const ServiceItem item = chain();
        const Answers answers = answersOf({{"one", "b"}});
        QCOMPARE(pageAfter(item, -1, answers), std::optional(0));
        QCOMPARE(pageAfter(item, 0, answers), std::optional(3));
        QCOMPARE(pageAfter(item, 3, answers), std::optional<int>());
        QCOMPARE(pageBefore(item, 3, answers), std::optional(0));
        QCOMPARE(pageBefore(item, 0, answers), std::optional<int>());
        QCOMPARE(pageBefore(item, 99, answers), std::optional(3));
        QCOMPARE(firstOpenPage(item, answers, today), std::optional(3));
        QCOMPARE(firstOpenPage(item, answersOf({{"one", "b"}, {"four", "a"}}), today), std::optional<int>());
    }

    void cardStandsAsItIs()
    {
        ServiceItem item;
        FormField field = fieldOf(FieldType::ChineseName);
        field.prefill = QStringLiteral("card.name");
        item.fields = {field};
        item.pages = {{QStringLiteral("t"), QStringLiteral("p"), {field.key}}};
        IdCard card;
        card.name = Secret(QStringLiteral("\uE815某")); // a character outside Unicode, as chips hold them
        QVERIFY(isPageComplete(item, item.pages[0], prefilled(item, card), today));
        QVERIFY(!isPageComplete(item, item.pages[0], Answers(), today)); // the card said nothing: it is asked
    }

    void valuesAreShown()
    {
        QCOMPARE(displayValue(fieldOf(FieldType::Choice), Secret(QStringLiteral("b")), Shown::Plain),
                 QStringLiteral("乙"));
        QCOMPARE(displayValue(fieldOf(FieldType::Date), Secret(QStringLiteral("1949-12-31")), Shown::Plain),
                 QStringLiteral("1949年12月31日"));
        const Secret id(QStringLiteral("11010519491231002X"));
        QCOMPARE(displayValue(fieldOf(FieldType::IdNumber), id, Shown::Plain), id.reveal());
        QCOMPARE(displayValue(fieldOf(FieldType::IdNumber), id, Shown::Masked), QStringLiteral("110105********002X"));
        QCOMPARE(displayValue(fieldOf(FieldType::IdNumber), id, Shown::ForHolder),
                 QStringLiteral("110105********002X"));
        QCOMPARE(displayValue(fieldOf(FieldType::ChineseName), Secret(QStringLiteral("张三丰")), Shown::ForHolder),
                 QStringLiteral("张三丰"));
        QCOMPARE(displayValue(fieldOf(FieldType::Phone), Secret(QStringLiteral("13800138000")), Shown::Masked),
                 QStringLiteral("138****8000"));
    }

    void prefillKnowsEverySource()
    {
        IdCard card{.name = Secret(QStringLiteral("李桂英")),
                    .sex = Sex::Female,
                    .ethnicCode = QStringLiteral("15"),
                    .birth = QDate(1942, 3, 8),
                    .address = Secret(QStringLiteral("柳树村")),
                    .idNumber = Secret(QStringLiteral("11010519491231002X")),
                    .issuer = {},
                    .validFrom = {},
                    .validTo = {}};
        const auto value = [&](const char *source) {
            FormField field = fieldOf(FieldType::Text);
            field.prefill = QString::fromLatin1(source);
            return valueFromCard(field, card);
        };
        QCOMPARE(value("card.name"), QStringLiteral("李桂英"));
        QCOMPARE(value("card.sex"), QStringLiteral("2"));
        QCOMPARE(value("card.ethnic"), QStringLiteral("土家"));
        QCOMPARE(value("card.birth"), QStringLiteral("1942-03-08"));
        QCOMPARE(value("card.address"), QStringLiteral("柳树村"));
        QCOMPARE(value("card.idNumber"), QStringLiteral("11010519491231002X"));
        QCOMPARE(value(""), QString());
    }
};

QTEST_GUILESS_MAIN(FormEngineTest)
#include "form_engine_test.moc"
