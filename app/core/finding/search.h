// SPDX-License-Identifier: GPL-3.0-or-later
// Finds service items (事项) by what people say or type: words, whole sentences, characters of the same sound, pinyin
// in full or in part, initials, and all of them with a slip. Same question, same catalogue: same answer.
//
// Thread: immutable once built; find() may be called from any. Time: in proportion to the catalogue, some milliseconds
// for 5,000 items (tongban-bench --filter finding).
#pragma once

#include "app/core/finding/findable_item.h"
#include "app/core/finding/finding_words.h"
#include "app/core/finding/pinyin_table.h"

#include <memory>
#include <vector>

namespace tongban::finding {

struct SearchIndex;

struct Found
{
    QString code;
    int score = 0; // 1–1000; to compare within one answer only

    [[nodiscard]] bool operator==(const Found &) const = default;
};

class Search
{
public:
    Search(const std::vector<FindableItem> &items, const FindingWords &words, PinyinTable pinyin);
    ~Search();
    Search(Search &&) noexcept;
    Search &operator=(Search &&) noexcept;

    // The likeliest first, equal ones by code; at most `limit`. What is far less likely than the first is left out;
    // empty when nothing fits or nothing was asked. A question beyond 200 characters is cut there.
    [[nodiscard]] std::vector<Found> find(const QString &question, int limit = 12) const;

private:
    PinyinTable m_pinyin;
    std::unique_ptr<const SearchIndex> m_index;
};

} // namespace tongban::finding
