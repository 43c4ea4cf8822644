// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item_codec.h"

#include "app/core/domain/item_check.h"
#include "app/core/domain/json_reader.h"

namespace tongban::domain {

namespace {

// A villager asks about a case for some days at least; a terminal is no archive.
constexpr int shortestRetentionDays = 1;
constexpr int longestRetentionDays = 3650;

QString place(const QString &pointer, qsizetype index)
{
    return QStringLiteral("%1/%2").arg(pointer).arg(index);
}

// Reads every object of a list with `read(JsonReader &)`.
template <class T, class Read>
std::vector<T> listOf(const QJsonArray &array, const QString &pointer, JsonVerdict &verdict, Read read)
{
    std::vector<T> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonReader reader(objectAt(array, i, place(pointer, i), verdict), place(pointer, i), verdict);
        list.push_back(read(reader));
        reader.refuseOthers();
    }
    return list;
}

FieldChoice choiceFrom(JsonReader &in)
{
    return FieldChoice{.value = in.text(QStringLiteral("value"), 64),
                       .label = in.text(QStringLiteral("label"), 30),
                       .hint = in.textOr(QStringLiteral("hint"), {}, 60),
                       .icon = in.textOr(QStringLiteral("icon"), {}, 40)};
}

Condition conditionFrom(const QJsonObject &json, const QString &pointer, JsonVerdict &verdict);

std::vector<Condition> childrenOf(JsonReader &in, const QString &key)
{
    const QJsonArray array = in.array(key);
    if (array.isEmpty())
        in.verdict().blame(in.at(key), QStringLiteral("at least one condition is expected"));
    std::vector<Condition> children;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = place(in.at(key), i);
        children.push_back(conditionFrom(objectAt(array, i, pointer, in.verdict()), pointer, in.verdict()));
    }
    return children;
}

Condition comparisonFrom(JsonReader &outer, const QString &key, Condition::Kind kind)
{
    JsonReader in(outer.object(key), outer.at(key), outer.verdict());
    Condition condition{.kind = kind, .field = in.text(QStringLiteral("field"), 64), .values = {}, .children = {}};
    if (kind == Condition::Kind::Equals)
        condition.values << in.text(QStringLiteral("value"), 64);
    else
        condition.values = textsOf(in.array(QStringLiteral("values")), in.at(QStringLiteral("values")), in.verdict());
    in.refuseOthers();
    return condition;
}

// Exactly one of {"equals":{field,value}}, {"in":{field,values}}, {"and":[…]}, {"or":[…]}.
Condition conditionFrom(const QJsonObject &json, const QString &pointer, JsonVerdict &verdict)
{
    JsonReader in(json, pointer, verdict);
    Condition condition;
    if (in.has(QStringLiteral("equals")))
        condition = comparisonFrom(in, QStringLiteral("equals"), Condition::Kind::Equals);
    else if (in.has(QStringLiteral("in")))
        condition = comparisonFrom(in, QStringLiteral("in"), Condition::Kind::In);
    else if (in.has(QStringLiteral("and")))
        condition = {
            .kind = Condition::Kind::All, .field = {}, .values = {}, .children = childrenOf(in, QStringLiteral("and"))};
    else if (in.has(QStringLiteral("or")))
        condition = {
            .kind = Condition::Kind::Any, .field = {}, .values = {}, .children = childrenOf(in, QStringLiteral("or"))};
    else
        verdict.blame(pointer, QStringLiteral("one of equals, in, and, or is expected"));
    in.refuseOthers();
    return condition;
}

FormField fieldFrom(JsonReader &in)
{
    static const QStringList types{QStringLiteral("text"),   QStringLiteral("chineseName"), QStringLiteral("phone"),
                                   QStringLiteral("choice"), QStringLiteral("date"),        QStringLiteral("idNumber")};
    FormField field;
    field.key = in.text(QStringLiteral("key"), 64);
    field.label = in.text(QStringLiteral("label"), 20);
    field.type = static_cast<FieldType>(in.oneOf(QStringLiteral("type"), types));
    field.required = in.booleanOr(QStringLiteral("required"), true);
    field.prefill = in.textOr(QStringLiteral("prefill"), {}, 40);
    field.refusal = in.textOr(QStringLiteral("refusal"), {}, 20);
    const QString choices = QStringLiteral("choices");
    field.choices = listOf<FieldChoice>(in.arrayOrEmpty(choices), in.at(choices), in.verdict(), choiceFrom);
    const QString visibleWhen = QStringLiteral("visibleWhen");
    if (in.has(visibleWhen))
        field.visibleWhen = conditionFrom(in.object(visibleWhen), in.at(visibleWhen), in.verdict());
    return field;
}

FormPage pageFrom(JsonReader &in)
{
    const QString fields = QStringLiteral("fields");
    return FormPage{.title = in.text(QStringLiteral("title"), 30),
                    .prompt = in.text(QStringLiteral("prompt"), 80),
                    .fields = textsOf(in.array(fields), in.at(fields), in.verdict())};
}

MaterialSpec materialFrom(JsonReader &in)
{
    static const QStringList origins{QStringLiteral("scan"), QStringLiteral("commitment"), QStringLiteral("library")};
    return MaterialSpec{.key = in.text(QStringLiteral("key"), 64),
                        .name = in.text(QStringLiteral("name"), 40),
                        .origin = static_cast<MaterialOrigin>(in.oneOf(QStringLiteral("origin"), origins)),
                        .required = in.booleanOr(QStringLiteral("required"), true),
                        .maxPages = static_cast<int>(in.integerOr(QStringLiteral("maxPages"), 1, 1, 50)),
                        .hint = in.text(QStringLiteral("hint"), 120)};
}

GuideSection sectionFrom(JsonReader &in)
{
    return GuideSection{.title = in.text(QStringLiteral("title"), 20), .text = in.text(QStringLiteral("text"))};
}

std::optional<AgeRule> ageFrom(JsonReader &outer)
{
    const QString key = QStringLiteral("age");
    if (!outer.has(key))
        return std::nullopt;
    JsonReader in(outer.object(key), outer.at(key), outer.verdict());
    AgeRule rule{.minimum = static_cast<int>(in.integer(QStringLiteral("minimum"), 1, 120)),
                 .clause = in.text(QStringLiteral("clause"), 120)};
    in.refuseOthers();
    return rule;
}

} // namespace

Result<ServiceItem> itemFromJson(const QJsonObject &json)
{
    JsonVerdict verdict{.kind = ErrorKind::Misconfigured, .where = QStringLiteral("item")};
    JsonReader in(json, {}, verdict);
    ServiceItem item;
    item.code = in.text(QStringLiteral("code"), 64);
    item.version = in.text(QStringLiteral("version"), 64);
    item.name = in.text(QStringLiteral("name"), 40);
    item.icon = in.text(QStringLiteral("icon"), 40);
    item.department = in.text(QStringLiteral("department"), 60);
    item.summary = in.text(QStringLiteral("summary"), 80);
    item.promisedLimit = in.text(QStringLiteral("promisedLimit"), 40);
    item.guide =
        listOf<GuideSection>(in.array(QStringLiteral("guide")), in.at(QStringLiteral("guide")), verdict, sectionFrom);
    item.age = ageFrom(in);
    item.fields =
        listOf<FormField>(in.array(QStringLiteral("fields")), in.at(QStringLiteral("fields")), verdict, fieldFrom);
    item.pages = listOf<FormPage>(in.array(QStringLiteral("pages")), in.at(QStringLiteral("pages")), verdict, pageFrom);
    item.materials = listOf<MaterialSpec>(in.array(QStringLiteral("materials")), in.at(QStringLiteral("materials")),
                                          verdict, materialFrom);
    item.consent = in.text(QStringLiteral("consent"));
    item.whenToReturn = in.text(QStringLiteral("whenToReturn"), 120);
    item.whomToCall = in.text(QStringLiteral("whomToCall"), 120);
    item.retentionDays = static_cast<int>(
        in.integerOr(QStringLiteral("retention"), item.retentionDays, shortestRetentionDays, longestRetentionDays));
    item.source = json;
    in.refuseOthers();
    if (!verdict.error)
        checkItem(item, verdict);
    if (verdict.error)
        return fail(std::move(*verdict.error));
    return item;
}

} // namespace tongban::domain
