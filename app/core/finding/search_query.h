// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked, taken apart: characters, typed syllables, fillers, meanings. Private to the search.
#pragma once

#include "app/core/finding/search_index.h"

#include <vector>

namespace tongban::finding {

using TokenBits = quint32;
inline constexpr size_t maximumTokens = 32; // one bit each; what is said beyond them is left out

// One syllable of the question, written or typed.
struct Token
{
    char16_t character = 0;      // 0: typed by letters
    CharacterId known = 0;       // the same as the catalogue has it
    std::vector<Sound> sounds{}; // of every reading
    double weight = 0;           // rare characters say more
    Meanings meanings{};         // of the words that it is part of
};

struct Query
{
    std::vector<Token> tokens;
    double weight = 0;      // of all tokens
    Meanings meanings;      // of all tokens
    QByteArray letters;     // all that was typed by letters, in one run; at most 63
    double letterShare = 0; // of the question, 0–1

    [[nodiscard]] bool isEmpty() const { return tokens.empty() && letters.isEmpty(); }
};

// Fillers weigh next to nothing, unless the question is made of nothing else.
[[nodiscard]] Query queryOf(const QString &text, const SearchIndex &index, const PinyinTable &pinyin);

} // namespace tongban::finding
