// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/search_query.h"

#include <algorithm>
#include <cmath>

namespace tongban::finding {

namespace {

constexpr double fillerWeight = 0.02;
constexpr qsizetype longestLetters = 63; // the comparison of letters keeps one bit each
constexpr size_t shortestHeard = 2;      // characters

// By characters, and by sounds where letters were typed or `bySound` says so. A single character must be that
// character: too many sound alike.
bool standsAt(const SpokenWord &word, const std::vector<Token> &tokens, size_t at, bool bySound)
{
    for (size_t i = 0; i < word.sounds.size(); ++i) {
        const Token &token = tokens[at + i];
        const bool sameCharacter = token.character == word.text[static_cast<qsizetype>(i)].unicode();
        const bool mayBeHeard = (bySound || token.character == 0) && word.sounds.size() >= shortestHeard;
        if (!sameCharacter &&
            !(mayBeHeard && std::find(token.sounds.begin(), token.sounds.end(), word.sounds[i]) != token.sounds.end()))
            return false;
    }
    return true;
}

class Parser
{
public:
    Parser(const SearchIndex &index, const PinyinTable &pinyin) : m_index(index), m_pinyin(pinyin) {}

    Query parse(const QString &text)
    {
        for (const QString &part : searchable(text, true).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            takePart(part);
        findMeanings();
        weighFillers();
        for (const Token &token : m_query.tokens) {
            m_query.weight += token.weight;
            m_query.meanings |= token.meanings;
        }
        m_query.letters = m_query.letters.left(longestLetters);
        const auto typed =
            static_cast<double>(m_query.letters.size()) / 2; // about two letters say as much as a character
        const auto written = static_cast<double>(std::count_if(
            m_query.tokens.begin(), m_query.tokens.end(), [](const Token &token) { return token.character != 0; }));
        m_query.letterShare = typed > 0 ? typed / (typed + written) : 0;
        return std::move(m_query);
    }

private:
    void takePart(const QString &part)
    {
        for (qsizetype at = 0; at < part.size();) {
            qsizetype end = at;
            while (end < part.size() && isLatin(part[end]))
                ++end;
            if (end > at)
                takeLetters(part.mid(at, end - at).toLatin1());
            else
                takeCharacter(part[end++]);
            at = end;
        }
    }

    void takeCharacter(QChar character)
    {
        if (m_query.tokens.size() == maximumTokens)
            return;
        Token token{.character = character.unicode(), .known = m_index.characters.value(character)};
        for (const Syllable syllable : m_pinyin.readings(character))
            token.sounds.push_back(m_pinyin.sound(syllable));
        token.weight = weightOf(m_index.itemsWith[token.known]);
        m_query.tokens.push_back(std::move(token));
    }

    void takeLetters(const QByteArray &letters)
    {
        m_query.letters += letters;
        const auto syllables = m_pinyin.cut(letters);
        if (!syllables)
            return;
        for (const Syllable syllable : *syllables) {
            if (m_query.tokens.size() == maximumTokens)
                return;
            const Sound sound = m_pinyin.sound(syllable);
            m_query.tokens.push_back({.sounds = {sound}, .weight = weightOf(m_index.itemsSounding.value(sound))});
        }
    }

    [[nodiscard]] double weightOf(int items) const
    {
        return std::log(1 + static_cast<double>(m_index.items.size()) / std::max(1, items));
    }

    void findMeanings()
    {
        for (const SpokenWord &word : m_index.meaningful) {
            for (size_t at = 0; at + word.sounds.size() <= m_query.tokens.size(); ++at) {
                if (!standsAt(word, m_query.tokens, at, true))
                    continue;
                for (size_t i = at; i < at + word.sounds.size(); ++i)
                    m_query.tokens[i].meanings.set(word.group);
            }
        }
    }

    void weighFillers()
    {
        std::vector<bool> isFiller(m_query.tokens.size(), false);
        for (const SpokenWord &word : m_index.fillers) {
            for (size_t at = 0; at + word.sounds.size() <= m_query.tokens.size(); ++at) {
                if (standsAt(word, m_query.tokens, at, false))
                    std::fill_n(isFiller.begin() + static_cast<std::ptrdiff_t>(at), word.sounds.size(), true);
            }
        }
        if (std::find(isFiller.begin(), isFiller.end(), false) == isFiller.end())
            return; // then it is all that was said
        for (size_t i = 0; i < isFiller.size(); ++i) {
            // Part of a word with a meaning is more than a filler (办 of 办公).
            if (isFiller[i] && m_query.tokens[i].meanings.none())
                m_query.tokens[i].weight = fillerWeight;
        }
    }

    const SearchIndex &m_index;
    const PinyinTable &m_pinyin;
    Query m_query;
};

} // namespace

Query queryOf(const QString &text, const SearchIndex &index, const PinyinTable &pinyin)
{
    return Parser(index, pinyin).parse(text);
}

} // namespace tongban::finding
