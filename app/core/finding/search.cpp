// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/search.h"

#include "app/core/finding/search_letters.h"
#include "app/core/finding/search_query.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace tongban::finding {

namespace {

constexpr qsizetype longestQuestion = 200; // characters

// How much of a token a match of each kind explains.
constexpr double sameCharacters = 1.0; // two or more in a row
constexpr double sameMeaning = 0.72;
constexpr double sameSounds = 0.82;  // two or more in a row
constexpr double typedSounds = 0.93; // the same, where letters were typed: there is no character to be wrong
constexpr double concerned = 0.3;    // the item's theme or people, no word
constexpr double loneCharacter = 0.35;
constexpr double loneSound = 0.06;
constexpr double loneTyped = 0.15;

constexpr double oneTermShare = 0.75; // of the score; the rest is what all terms of the item explain together
constexpr double breadth = 0.3;       // of a term's score: how much of the term was asked for
constexpr double leastScore = 0.18;   // below it nothing is worth showing
constexpr double leastOfBest = 0.45;  // nor what is so much less likely than the first

// Which tokens a term explains, one bit each, by kind of match.
struct Hits
{
    TokenBits characters = 0; // in a row
    TokenBits sounds = 0;     // in a row
    TokenBits loneCharacters = 0;
    TokenBits loneSounds = 0;
    size_t glyphs = 0; // of the term that stand in a row of either kind
};

class Matcher
{
public:
    Matcher(const SearchIndex &index, const Query &query, size_t soundCount)
        : m_index(index), m_query(query), m_letters(query.letters), m_characters(index.itemsWith.size(), 0),
          m_sounds(soundCount, 0)
    {
        for (size_t i = 0; i < query.tokens.size(); ++i) {
            const Token &token = query.tokens[i];
            const TokenBits bit = TokenBits{1} << i;
            (token.character != 0 ? m_written : m_typed) |= bit;
            m_characters[token.known] |= bit;
            for (const Sound sound : token.sounds)
                m_sounds[sound] |= bit;
        }
        m_characters[0] = m_sounds[0] = 0;
    }

    [[nodiscard]] double score(const IndexedItem &item) const
    {
        std::array<double, maximumTokens> explained{}; // by all terms of the item
        raise(tokensOf(item.meanings), concerned, explained);
        double best = 0;
        for (size_t t = item.firstTerm; t < item.firstTerm + item.termCount; ++t)
            best = std::max(best, scoreOfTerm(m_index.terms[t], explained));
        double sum = 0;
        for (size_t i = 0; i < m_query.tokens.size(); ++i)
            sum += explained[i] * m_query.tokens[i].weight;
        const double together = m_query.weight > 0 ? sum / m_query.weight : 0;
        return oneTermShare * best + (1 - oneTermShare) * std::max(together, m_query.letterShare * best);
    }

private:
    // Also takes what the term explains into `ofItem`.
    [[nodiscard]] double scoreOfTerm(const Term &term, std::array<double, maximumTokens> &ofItem) const
    {
        const Hits hits = hitsOf(term);
        const bool isSingle = m_query.tokens.size() == 1;
        // The better kinds first: a token counts once.
        const std::pair<TokenBits, double> kinds[] = {
            {hits.characters, sameCharacters},
            {hits.sounds & m_typed, typedSounds},
            {hits.sounds & m_written, sameSounds},
            {tokensOf(term.meanings), sameMeaning},
            {hits.loneCharacters, isSingle ? sameCharacters : loneCharacter},
            {hits.loneSounds & m_typed, isSingle ? typedSounds : loneTyped},
            {hits.loneSounds & m_written, isSingle ? sameSounds : loneSound},
        };
        TokenBits seen = 0;
        double sum = 0;
        for (const auto &[tokens, value] : kinds) {
            raise(tokens & ~seen, value * term.weight, ofItem);
            for (TokenBits fresh = tokens & ~seen; fresh != 0; fresh &= fresh - 1)
                sum += value * m_query.tokens[static_cast<size_t>(std::countr_zero(fresh))].weight;
            seen |= tokens;
        }
        const double covered = std::min(1.0, static_cast<double>(hits.glyphs) / static_cast<double>(term.glyphCount));
        const double share = m_query.weight > 0 ? sum / m_query.weight : 0;
        return term.weight * typedScore(term, share * (1 - breadth + breadth * covered));
    }

    // Letters alone are the whole question; beside characters they have their share in it.
    [[nodiscard]] double typedScore(const Term &term, double written) const
    {
        if (m_query.letters.isEmpty())
            return written;
        double best = 0;
        for (size_t i = term.firstSpelling; i < term.firstSpelling + term.spellingCount; ++i) {
            if (const auto match = m_letters.match(m_index.spellings[i]))
                best = std::max(best, match->quality * (1 - breadth + breadth * match->coverage));
        }
        return std::max(written, m_query.letterShare * best + (1 - m_query.letterShare) * written);
    }

    [[nodiscard]] Hits hitsOf(const Term &term) const
    {
        Hits hits;
        TokenBits lastCharacters = 0;
        TokenBits lastSounds = 0;
        bool lastCounted = false;
        for (size_t g = term.firstGlyph; g < term.firstGlyph + term.glyphCount; ++g) {
            const Glyph &glyph = m_index.glyphs[g];
            const TokenBits characters = m_characters[glyph.character];
            const TokenBits sounds = m_sounds[glyph.sounds[0]] | m_sounds[glyph.sounds[1]] | characters;
            const TokenBits charactersInRow = characters & (lastCharacters << 1);
            const TokenBits soundsInRow = sounds & (lastSounds << 1);
            hits.characters |= charactersInRow | (charactersInRow >> 1);
            hits.sounds |= soundsInRow | (soundsInRow >> 1);
            hits.loneCharacters |= characters;
            hits.loneSounds |= sounds;
            if (soundsInRow != 0)
                hits.glyphs += lastCounted ? 1 : 2;
            lastCounted = soundsInRow != 0;
            lastCharacters = characters;
            lastSounds = sounds;
        }
        return hits;
    }

    static void raise(TokenBits tokens, double value, std::array<double, maximumTokens> &explained)
    {
        for (; tokens != 0; tokens &= tokens - 1) {
            double &token = explained[static_cast<size_t>(std::countr_zero(tokens))];
            token = std::max(token, value);
        }
    }

    // The tokens that have one of the meanings.
    [[nodiscard]] TokenBits tokensOf(const Meanings &meanings) const
    {
        TokenBits tokens = 0;
        if ((meanings & m_query.meanings).any()) {
            for (size_t i = 0; i < m_query.tokens.size(); ++i)
                tokens |= (m_query.tokens[i].meanings & meanings).any() ? TokenBits{1} << i : 0;
        }
        return tokens;
    }

    const SearchIndex &m_index;
    const Query &m_query;
    TypedLetters m_letters;
    std::vector<TokenBits> m_characters; // by CharacterId
    std::vector<TokenBits> m_sounds;
    TokenBits m_written = 0;
    TokenBits m_typed = 0;
};

} // namespace

Search::Search(const std::vector<FindableItem> &items, const FindingWords &words, PinyinTable pinyin)
    : m_pinyin(std::move(pinyin)), m_index(std::make_unique<const SearchIndex>(indexOf(items, words, m_pinyin)))
{}

Search::~Search() = default;
Search::Search(Search &&) noexcept = default;
Search &Search::operator=(Search &&) noexcept = default;

std::vector<Found> Search::find(const QString &question, int limit) const
{
    const Query query = queryOf(question.left(longestQuestion), *m_index, m_pinyin);
    if (query.isEmpty())
        return {};
    const Matcher matcher(*m_index, query, m_pinyin.soundCount());
    std::vector<Found> found;
    for (const IndexedItem &item : m_index->items) {
        // Rounded before it is compared: the order must not hang on the last bit of a sum.
        const auto score = static_cast<int>(std::lround(1000 * matcher.score(item)));
        if (score >= 1000 * leastScore)
            found.push_back({item.code, std::min(score, 1000)});
    }
    std::sort(found.begin(), found.end(),
              [](const Found &a, const Found &b) { return a.score != b.score ? a.score > b.score : a.code < b.code; });
    const auto isFar = [&found](const Found &f) { return f.score < leastOfBest * found.front().score; };
    found.erase(std::find_if(found.begin(), found.end(), isFar), found.end());
    if (found.size() > static_cast<size_t>(std::max(limit, 0)))
        found.resize(static_cast<size_t>(std::max(limit, 0)));
    return found;
}

} // namespace tongban::finding
