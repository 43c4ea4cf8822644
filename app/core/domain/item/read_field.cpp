// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/read_field.h"

#include "app/core/domain/item/read_lists.h"

namespace tongban::domain {

namespace {

constexpr qint64 anyLow = -(qint64(1) << 53);
constexpr qint64 anyHigh = qint64(1) << 53;

const auto keyText = QStringLiteral("[a-z][A-Za-z0-9]*");

Condition conditionIn(const QJsonObject &json, const QString &pointer, JsonVerdict &verdict);

std::vector<Condition> childrenOf(JsonReader &in, const QString &key)
{
    const QJsonArray array = in.array(key);
    if (array.isEmpty())
        in.verdict().blame(in.at(key), QStringLiteral("at least one condition is expected"));
    std::vector<Condition> children;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(in.at(key)).arg(i);
        children.push_back(conditionIn(objectAt(array, i, pointer, in.verdict()), pointer, in.verdict()));
    }
    return children;
}

Condition comparisonFrom(JsonReader &outer, const QString &key, Condition::Kind kind)
{
    JsonReader in(outer.object(key), outer.at(key), outer.verdict());
    Condition condition{.kind = kind, .field = keyFrom(in, QStringLiteral("field")), .values = {}, .children = {}};
    if (kind == Condition::Kind::Equals)
        condition.values << codeFrom(in, QStringLiteral("value"));
    else
        condition.values = textListOf(in, QStringLiteral("values"), {1, 1000}, {1, 64});
    in.refuseOthers();
    return condition;
}

// Exactly one of {"equals":{field,value}}, {"in":{field,values}}, {"and":[…]}, {"or":[…]}.
Condition conditionIn(const QJsonObject &json, const QString &pointer, JsonVerdict &verdict)
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

// Where an answer may come from, so that nobody is asked.
QString prefillFrom(JsonReader &in)
{
    const QString key = QStringLiteral("prefill");
    if (!in.has(key))
        return {};
    static const QString person = QStringLiteral("(name|sex|ethnic|birth|address|idNumber)");
    static const QRegularExpression pattern(
        QStringLiteral("\\A(card\\.%1|library\\.%2\\.%2|earlier\\.%2|party\\.%2\\.%1)\\z").arg(person, keyText));
    return in.patternedText(key, pattern,
                            QStringLiteral("card.NAME, library.LICENCE.NAME, earlier.KEY or party.KEY.NAME"), 200);
}

void readRows(JsonReader &outer, FormField &field)
{
    const QString key = QStringLiteral("rows");
    if (!outer.has(key))
        return;
    JsonReader in(outer.object(key), outer.at(key), outer.verdict());
    field.minimumRows = static_cast<int>(in.integer(QStringLiteral("minimum"), 0, 12));
    field.maximumRows = static_cast<int>(in.integer(QStringLiteral("maximum"), 1, 12));
    field.rowFields = listOf<FormField>(in, QStringLiteral("fields"), {1, 6}, fieldFrom);
    in.refuseOthers();
}

} // namespace

const QStringList &fieldTypeNames()
{
    static const QStringList names{
        QStringLiteral("text"),        QStringLiteral("chineseName"), QStringLiteral("number"),
        QStringLiteral("money"),       QStringLiteral("idNumber"),    QStringLiteral("creditCode"),
        QStringLiteral("phone"),       QStringLiteral("date"),        QStringLiteral("choice"),
        QStringLiteral("multiChoice"), QStringLiteral("region"),      QStringLiteral("bankAccount"),
        QStringLiteral("family"),      QStringLiteral("declaration")};
    return names;
}

// Keys travel into JSON pointers, database columns and upload metadata: plain ASCII only.
QString keyFrom(JsonReader &in, const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("\\A%1\\z").arg(keyText));
    return in.patternedText(name, pattern, QStringLiteral("a key of letters and digits, a small letter first,"));
}

QString codeFrom(JsonReader &in, const QString &name)
{
    return in.textBetween(name, 1, 64);
}

QString iconFrom(JsonReader &in, const QString &name)
{
    return in.textBetween(name, 1, 40);
}

Condition conditionFrom(JsonReader &outer, const QString &name)
{
    return outer.has(name) ? conditionIn(outer.object(name), outer.at(name), outer.verdict()) : Condition();
}

FieldChoice choiceFrom(JsonReader &in)
{
    const QString icon = QStringLiteral("icon");
    return FieldChoice{.value = codeFrom(in, QStringLiteral("value")),
                       .label = in.textBetween(QStringLiteral("label"), 1, 16),
                       .hint = in.textBetweenOr(QStringLiteral("hint"), 1, 30),
                       .icon = in.has(icon) ? iconFrom(in) : QString()};
}

FormField fieldFrom(JsonReader &in)
{
    FormField field;
    field.key = keyFrom(in);
    field.label = in.textBetween(QStringLiteral("label"), 1, 12);
    field.type = static_cast<FieldType>(in.oneOf(QStringLiteral("type"), fieldTypeNames()));
    field.required = in.booleanOr(QStringLiteral("required"), true);
    field.prefill = prefillFrom(in);
    field.refusal = in.textBetweenOr(QStringLiteral("refusal"), 1, 16);
    field.sensitive = in.booleanOr(QStringLiteral("sensitive"), false);
    if (in.has(QStringLiteral("minimum")))
        field.minimum = in.integer(QStringLiteral("minimum"), anyLow, anyHigh);
    if (in.has(QStringLiteral("maximum")))
        field.maximum = in.integer(QStringLiteral("maximum"), anyLow, anyHigh);
    field.maxLength = static_cast<int>(in.integerOr(QStringLiteral("maxLength"), field.maxLength, 1, 200));
    field.unit = in.textBetweenOr(QStringLiteral("unit"), 1, 6);
    field.text = in.textBetweenOr(QStringLiteral("text"), 10, 200);
    field.choices = listOf<FieldChoice>(in, QStringLiteral("choices"), {2, 12}, choiceFrom, true);
    readRows(in, field);
    field.visibleWhen = conditionFrom(in, QStringLiteral("visibleWhen"));
    return field;
}

FormPage pageFrom(JsonReader &in)
{
    return FormPage{.title = in.textBetween(QStringLiteral("title"), 3, 24),
                    .prompt = in.textBetween(QStringLiteral("prompt"), 4, 80),
                    .fields = textListOf(in, QStringLiteral("fields"), {1, 4}, {1, 64})};
}

Situation situationFrom(JsonReader &in)
{
    Situation situation;
    situation.field.key = keyFrom(in);
    situation.field.label = in.textBetween(QStringLiteral("question"), 4, 30);
    situation.field.type = FieldType::Choice;
    situation.field.choices = listOf<FieldChoice>(in, QStringLiteral("options"), {2, 8}, choiceFrom);
    situation.field.visibleWhen = conditionFrom(in, QStringLiteral("when"));
    situation.prompt = in.textBetween(QStringLiteral("prompt"), 4, 80);
    return situation;
}

} // namespace tongban::domain
