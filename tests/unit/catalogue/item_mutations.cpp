// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/catalogue/item_mutations.h"

#include <QJsonArray>

namespace tongban::tests {

namespace {

QString q(const char *text)
{
    return QString::fromLatin1(text);
}

QJsonObject with(QJsonObject item, const QString &list, qsizetype index, const QJsonObject &element)
{
    QJsonArray array = item.value(list).toArray();
    if (index == array.size())
        array.append(element);
    else
        array.replace(index, element);
    item.insert(list, array);
    return item;
}

QJsonObject equals(const QString &field, const QJsonValue &value)
{
    return {{q("equals"), QJsonObject{{q("field"), field}, {q("value"), value}}}};
}

// Every leaf "equals" of a tree turned to another value of its question, one at a time.
void turned(const QJsonObject &when, const QJsonArray &situations, std::vector<QJsonObject> &out)
{
    const QString field = when.value(q("equals"))[q("field")].toString();
    for (const QJsonValue &situation : situations) {
        if (situation[q("key")].toString() != field)
            continue;
        for (const QJsonValue &option : situation[q("options")].toArray()) {
            if (option[q("value")] != when.value(q("equals"))[q("value")])
                out.push_back(equals(field, option[q("value")]));
        }
    }
}

void changeWhens(const QJsonObject &item, const QString &list, std::vector<ItemMutation> &out)
{
    const QJsonArray elements = item.value(list).toArray();
    const QJsonArray situations = item.value(q("situations")).toArray();
    for (qsizetype i = 0; i < elements.size(); ++i) {
        QJsonObject element = elements.at(i).toObject();
        const QString name = QStringLiteral("%1/%2").arg(list).arg(i);
        if (element.contains(q("when"))) {
            const QJsonObject when = element.take(q("when")).toObject();
            out.push_back({name + q(": without when"), with(item, list, i, element)});
            std::vector<QJsonObject> others;
            turned(when, situations, others);
            for (const QJsonObject &other : others) {
                element.insert(q("when"), other);
                out.push_back({name + q(": another value"), with(item, list, i, element)});
            }
            continue;
        }
        for (const QJsonValue &situation : situations) {
            for (const QJsonValue &option : situation[q("options")].toArray()) {
                element.insert(q("when"), equals(situation[q("key")].toString(), option[q("value")]));
                out.push_back({name + q(": with when"), with(item, list, i, element)});
            }
        }
    }
}

void addDemands(const QJsonObject &item, std::vector<ItemMutation> &out)
{
    const QJsonObject material{{q("key"), q("plantedPaper")},
                               {q("name"), QStringLiteral("无犯罪记录证明")},
                               {q("origins"), QJsonArray{q("scan")}},
                               {q("hint"), QStringLiteral("平放在玻璃上。")}};
    const QJsonObject party{{q("key"), q("plantedWitness")},
                            {q("label"), QStringLiteral("见证人")},
                            {q("presence"), QJsonArray{q("card")}}};
    out.push_back({q("a paper too many"),
                   with(item, q("materials"), item.value(q("materials")).toArray().size(), material), true});
    out.push_back(
        {q("a person too many"), with(item, q("parties"), item.value(q("parties")).toArray().size(), party), true});
}

void forgetProofs(const QJsonObject &item, std::vector<ItemMutation> &out)
{
    const QJsonArray conditions = item.value(q("conditions")).toArray();
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        const QJsonArray proofs = conditions.at(i)[q("provenBy")].toArray();
        for (qsizetype k = 0; k < proofs.size(); ++k) {
            if (!proofs.at(k).toString().contains(u':'))
                continue;
            QJsonArray fewer = proofs;
            fewer.replace(k, q("office"));
            if (proofs.contains(q("office")))
                fewer.removeAt(k);
            QJsonObject condition = conditions.at(i).toObject();
            condition.insert(q("provenBy"), fewer);
            out.push_back({QStringLiteral("conditions/%1: %2 forgotten").arg(i).arg(proofs.at(k).toString()),
                           with(item, q("conditions"), i, condition)});
        }
    }
}

} // namespace

std::vector<ItemMutation> mutationsOf(const QJsonObject &item)
{
    std::vector<ItemMutation> mutations;
    for (const char *list : {"materials", "parties", "conditions"})
        changeWhens(item, q(list), mutations);
    addDemands(item, mutations);
    forgetProofs(item, mutations);
    return mutations;
}

} // namespace tongban::tests
