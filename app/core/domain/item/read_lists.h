// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of an item's file. Internal to app/core/domain.
#pragma once

#include "app/core/domain/json_reader.h"

#include <utility>

namespace tongban::domain {

// Key of a list → its elements, each read with `read(JsonReader &)`. Absent: empty when it may be absent.
template <class T, class Read>
std::vector<T> listOf(JsonReader &outer, const QString &key, ListSize size, Read read, bool mayBeAbsent = false)
{
    std::vector<T> list;
    if (mayBeAbsent && !outer.has(key))
        return list;
    const QJsonArray array = outer.array(key);
    checkSize(array, size, outer.at(key), outer.verdict());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(outer.at(key)).arg(i);
        JsonReader reader(objectAt(array, i, pointer, outer.verdict()), pointer, outer.verdict());
        list.push_back(read(reader));
        reader.refuseOthers();
    }
    return list;
}

// An object read with `read(JsonReader &)`; a missing one is blamed.
template <class T, class Read> T objectOf(JsonReader &outer, const QString &key, Read read)
{
    JsonReader in(outer.object(key), outer.at(key), outer.verdict());
    T value = read(in);
    in.refuseOthers();
    return value;
}

// Texts of `lengths` characters each.
[[nodiscard]] QStringList textListOf(JsonReader &outer, const QString &key, ListSize size, ListSize lengths,
                                     bool unique = false);

// A list of names out of a closed set: their places in `names`. No name twice.
[[nodiscard]] std::vector<int> namesOf(JsonReader &outer, const QString &key, const QStringList &names,
                                       bool mayBeAbsent = false);

} // namespace tongban::domain
