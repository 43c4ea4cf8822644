// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/read_lists.h"

namespace tongban::domain {

namespace {

QString place(const JsonReader &in, const QString &key, qsizetype index)
{
    return QStringLiteral("%1/%2").arg(in.at(key)).arg(index);
}

} // namespace

QStringList textListOf(JsonReader &outer, const QString &key, ListSize size, ListSize lengths, bool unique)
{
    const QJsonArray array = outer.array(key);
    checkSize(array, size, outer.at(key), outer.verdict());
    if (unique)
        checkUnique(array, outer.at(key), outer.verdict());
    QStringList texts;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString text = array.at(i).toString();
        const qsizetype length = characterCount(text);
        if (text.trimmed().isEmpty())
            outer.verdict().blame(place(outer, key, i), QStringLiteral("a text that is not empty is expected"));
        else if (length < lengths.minimum || length > lengths.maximum)
            outer.verdict().blame(place(outer, key, i),
                                  QStringLiteral("%1 characters stand here, %2 to %3 are expected")
                                      .arg(length)
                                      .arg(lengths.minimum)
                                      .arg(lengths.maximum));
        texts << text;
    }
    return texts;
}

std::vector<int> namesOf(JsonReader &outer, const QString &key, const QStringList &names, bool mayBeAbsent)
{
    std::vector<int> places;
    if (mayBeAbsent && !outer.has(key))
        return places;
    const QJsonArray array = outer.array(key);
    checkSize(array, {mayBeAbsent ? 0 : 1, names.size()}, outer.at(key), outer.verdict());
    checkUnique(array, outer.at(key), outer.verdict());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto index = names.indexOf(array.at(i).toString());
        if (index < 0)
            outer.verdict().blame(place(outer, key, i),
                                  QStringLiteral("one of %1 is expected").arg(names.join(QStringLiteral(", "))));
        else
            places.push_back(static_cast<int>(index));
    }
    return places;
}

} // namespace tongban::domain
