// SPDX-License-Identifier: GPL-3.0-or-later
// What people say around and instead of an item's name: data, because it grows with every village. Immutable; any
// thread.
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <bitset>
#include <vector>

namespace tongban::finding {

inline constexpr size_t maximumWordGroups = 128;
using Meanings = std::bitset<maximumWordGroups>; // by the number of the group

// Words of one meaning: 老人, 高龄, 老年. An item that concerns `people` or belongs to `theme` has it without a word.
struct WordGroup
{
    QStringList words;
    QString theme;  // may be empty
    QString people; // may be empty
};

struct FindingWords
{
    QStringList fillers; // 我想办, 怎么, 的: said around an errand, say nothing of which
    std::vector<WordGroup> groups;

    // As resources/finding/words.json (schema: resources/schema/finding-words.schema.json). Error: Misconfigured.
    [[nodiscard]] static Result<FindingWords> fromJson(const QJsonObject &json);
    [[nodiscard]] Meanings meaningsIn(const QString &text) const;
};

} // namespace tongban::finding
