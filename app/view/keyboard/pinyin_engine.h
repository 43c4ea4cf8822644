// SPDX-License-Identifier: GPL-3.0-or-later
// From the letters of a pinyin spelling to the characters that it may mean: libgooglepinyin behind a plain door.
//
// The library keeps one decoder in globals: one engine a process, used on one thread (that of the screen). It is opened
// without a user dictionary, so that nothing a person writes is ever learnt, counted or shown to the next one.
#pragma once

#include "app/core/base/result.h"

#include <QString>

#include <memory>

namespace tongban::view {

class PinyinEngine
{
public:
    // The engine of this process; it is opened for the first who asks and closed by the last. `dictionary`: the one of
    // the package libgooglepinyin0; only the first one's counts. NotFound: not there, not readable, no dictionary.
    [[nodiscard]] static Result<std::shared_ptr<PinyinEngine>> shared(const QString &dictionary = systemDictionary());
    [[nodiscard]] static QString systemDictionary();
    ~PinyinEngine();
    PinyinEngine(const PinyinEngine &) = delete;
    PinyinEngine &operator=(const PinyinEngine &) = delete;

    // Letters a to z (anything else means nothing); the answer is how many candidates there are, best first. Looked at
    // are `letters()`: at most maxLetters of at most maxSyllables. What is asked below is asked of the last search,
    // whoever made it.
    int search(const QString &letters);
    [[nodiscard]] QString letters() const { return m_letters; }
    [[nodiscard]] QString candidate(int index) const; // empty beyond the last
    // How many letters of the search the candidate stands for, from the front.
    [[nodiscard]] int lettersOf(int index);
    // The letters with a space between syllables, as they are read: "zhangsan" → "zhang san".
    [[nodiscard]] QString syllables() const;

    static constexpr int maxLetters = 24;
    // The library ends the process (an assertion of its own) when its pool is full: fourteen z are enough. Every letter
    // may be a syllable, cut short; eight leave more than half of the pool free.
    static constexpr int maxSyllables = 8;

private:
    PinyinEngine() = default;

    QString m_letters;
    int m_count = 0;
};

} // namespace tongban::view
