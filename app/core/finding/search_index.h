// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be searched, laid flat so that a query walks it in one go: 5,000 items are some 300,000
// characters, which is less work to look at than to keep posting lists for. Private to the search. Immutable once
// built.
#pragma once

#include "app/core/finding/findable_item.h"
#include "app/core/finding/finding_words.h"
#include "app/core/finding/pinyin_table.h"

#include <array>

namespace tongban::finding {

// The letters of a term in one of its readings; a term with a character of two readings has two.
struct Spelling
{
    QByteArray letters;              // yanglao
    QByteArray heard;                // southern(letters)
    QByteArray initials;             // yl
    std::vector<quint8> starts;      // of each syllable in `letters`, and the end
    std::vector<quint8> heardStarts; // the same in `heard`
    // Most spellings are ruled out by what they do not have at all.
    quint32 heardSet = 0;   // letters of `heard`
    quint64 heardPairs = 0; // pairs of neighbours in `heard`
    quint32 initialSet = 0; // letters of `initials`
};

[[nodiscard]] quint32 letterSet(const QByteArray &letters); // bit 0: a; what is no letter is left out
[[nodiscard]] quint64 pairSet(const QByteArray &letters);   // several pairs share a bit

using CharacterId = quint16; // of the characters that the catalogue uses, from 1; 0: none of them

struct Glyph
{
    CharacterId character = 0;
    std::array<Sound, 2> sounds{}; // 0: none
};

// A name, an alias or a sentence of an item.
struct Term
{
    double weight = 0; // how much a match here says: a name more than a sentence
    size_t firstGlyph = 0;
    size_t glyphCount = 0;
    Meanings meanings;
    size_t firstSpelling = 0;
    size_t spellingCount = 0; // none for sentences: nobody types a summary's initials
};

struct IndexedItem
{
    QString code;
    size_t firstTerm = 0;
    size_t termCount = 0;
    Meanings meanings; // by theme and people, without a word
};

// A filler or a word with a meaning, as a question is held against it.
struct SpokenWord
{
    QString text;
    std::vector<Sound> sounds; // of the likeliest reading; one a character
    size_t group = 0;          // of FindingWords::groups; fillers have none
};

struct SearchIndex
{
    std::vector<IndexedItem> items;
    std::vector<Term> terms;
    std::vector<Glyph> glyphs;
    std::vector<Spelling> spellings;
    std::vector<SpokenWord> fillers;
    std::vector<SpokenWord> meaningful;
    QHash<QChar, CharacterId> characters;
    std::vector<int> itemsWith{0};   // in how many items' names and aliases a character stands; by CharacterId
    QHash<Sound, int> itemsSounding; // the same of a sound
};

// Compatibility forms folded (NFKC), lower case, letters, digits and characters only; `keepBreaks`: a space where
// others were.
[[nodiscard]] QString searchable(const QString &text, bool keepBreaks = false);
[[nodiscard]] bool isLatin(QChar character); // a–z after searchable()

[[nodiscard]] SearchIndex indexOf(const std::vector<FindableItem> &items, const FindingWords &words,
                                  const PinyinTable &pinyin);

} // namespace tongban::finding
