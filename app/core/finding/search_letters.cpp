// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/search_letters.h"

#include <algorithm>
#include <array>
#include <bit>

namespace tongban::finding {

namespace {

constexpr double likeSpoken = 0.95; // zh for z and the like
constexpr double withSlip = 0.86;   // one letter wrong
constexpr double withTwoSlips = 0.74;
constexpr double initialsWithSlip = 0.72;
constexpr qsizetype shortestForSlip = 5; // letters: shorter ones with a slip are like everything
constexpr qsizetype shortestForTwoSlips = 11;
constexpr int pairsOfSlip = 3;            // neighbours that two swapped letters change; other slips change fewer
constexpr qsizetype shortestInitials = 4; // for any slip in them; three may be swapped

void improve(std::optional<LetterMatch> &best, const std::optional<LetterMatch> &other, double factor = 1)
{
    if (!other)
        return;
    const LetterMatch match{other->quality * factor, other->coverage};
    const auto value = [](const LetterMatch &m) { return m.quality * (0.7 + 0.3 * m.coverage); };
    if (!best || value(match) > value(*best))
        best = match;
}

// Letters that differ between two texts of nearly the same place: substitution, omission, addition, two swapped
// (optimal string alignment); at most `limit`, else limit + 1. Only the cells within the limit of the diagonal are
// looked at.
int distance(const char *a, int aSize, const char *b, int bSize, int limit)
{
    constexpr int longest = 66;
    if (aSize > longest || bSize > longest || std::abs(aSize - bSize) > limit)
        return limit + 1;
    std::array<std::array<int, longest + 2>, 3> rows;
    for (auto &row : rows)
        std::fill_n(row.begin(), bSize + 2, limit + 1);
    for (int j = 0; j <= std::min(bSize, limit); ++j)
        rows[0][static_cast<size_t>(j)] = j;
    for (int i = 1; i <= aSize; ++i) {
        auto &row = rows[static_cast<size_t>(i % 3)];
        const auto &above = rows[static_cast<size_t>((i + 2) % 3)];
        const auto &twoAbove = rows[static_cast<size_t>((i + 1) % 3)];
        const int from = std::max(1, i - limit);
        const int to = std::min(bSize, i + limit);
        row[static_cast<size_t>(from - 1)] = from == 1 ? std::min(i, limit + 1) : limit + 1;
        int least = row[static_cast<size_t>(from - 1)];
        for (int j = from; j <= to; ++j) {
            const auto at = static_cast<size_t>(j);
            int cell = std::min({above[at] + 1, row[at - 1] + 1, above[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell = std::min(cell, twoAbove[at - 2] + 1);
            row[at] = cell;
            least = std::min(least, cell);
        }
        row[static_cast<size_t>(to + 1)] = limit + 1;
        if (least > limit)
            return limit + 1;
    }
    return rows[static_cast<size_t>(aSize % 3)][static_cast<size_t>(bSize)];
}

} // namespace

TypedLetters::TypedLetters(const QByteArray &letters)
    : m_letters(letters), m_heard(southern(letters)), m_letterSet(letterSet(letters)), m_heardSet(letterSet(m_heard)),
      m_heardPairs(pairSet(m_heard)), m_slips(letters.size() >= shortestForTwoSlips ? 2
                                              : letters.size() >= shortestForSlip   ? 1
                                                                                    : 0)
{
    for (qsizetype i = 0; i < m_heard.size(); ++i)
        m_places[static_cast<size_t>(m_heard[i]) % m_places.size()] |= quint64{1} << i;
}

std::optional<LetterMatch> TypedLetters::match(const Spelling &spelling) const
{
    std::optional<LetterMatch> best;
    // What is typed and not there at all must be a slip each: that rules nearly every term out.
    const int strange = std::popcount(m_heardSet & ~spelling.heardSet);
    if (m_letters.isEmpty() || spelling.initials.isEmpty() || strange > std::max(m_slips, 1))
        return best;
    if (strange == 0) {
        improve(best, fragments(m_letters, spelling.letters, spelling.starts));
        improve(best, fragments(m_heard, spelling.heard, spelling.heardStarts), likeSpoken);
        if (best && best->quality > withSlip)
            return best;
    }
    if (strange <= m_slips && std::popcount(m_heardPairs & ~spelling.heardPairs) <= pairsOfSlip * m_slips)
        improve(best, slip(spelling));
    improve(best, slippedInitials(spelling));
    improve(best, skippedInitials(spelling));
    return best;
}

// Every syllable of a stretch gives its first letters, at least one: all of them in full pinyin, one in initials.
std::optional<LetterMatch> TypedLetters::fragments(const QByteArray &typed, const QByteArray &letters,
                                                   const std::vector<quint8> &starts) const
{
    const size_t syllables = starts.size() - 1;
    const auto size = static_cast<unsigned>(typed.size());
    std::optional<LetterMatch> best;
    for (size_t from = 0; from < syllables; ++from) {
        quint64 reached = 1; // bit n: n letters are accounted for
        for (size_t s = from; s < syllables && reached != 0; ++s) {
            quint64 next = 0;
            quint64 going = reached;
            for (int at = starts[s]; at < starts[s + 1] && going != 0; ++at) {
                quint64 fits = 0;
                for (quint64 rest = going; rest != 0; rest &= rest - 1) {
                    const auto n = static_cast<unsigned>(std::countr_zero(rest));
                    if (n < size && typed[n] == letters[at])
                        fits |= quint64{1} << (n + 1);
                }
                next |= fits;
                going = fits;
            }
            reached = next;
            if ((reached >> size) & 1) {
                const int whole = starts[s + 1] - starts[from];
                const double fullness = static_cast<double>(size) / std::max(whole, 1);
                improve(best, LetterMatch{0.9 + 0.1 * std::min(fullness, 1.0),
                                          static_cast<double>(s + 1 - from) / static_cast<double>(syllables)});
                break;
            }
        }
    }
    return best;
}

// Full pinyin with a slip or two, from the start of any syllable to the end of any.
std::optional<LetterMatch> TypedLetters::slip(const Spelling &spelling) const
{
    std::optional<LetterMatch> best;
    if (m_slips == 0 || !isNear(spelling.heard))
        return best;
    const std::vector<quint8> &starts = spelling.heardStarts;
    for (size_t from = 0; from + 1 < starts.size(); ++from) {
        for (size_t to = from + 1; to < starts.size(); ++to) {
            const int size = starts[to] - starts[from];
            if (size > m_heard.size() + m_slips)
                break;
            const int slips = distance(m_heard.constData(), static_cast<int>(m_heard.size()),
                                       spelling.heard.constData() + starts[from], size, m_slips);
            if (slips > m_slips)
                continue;
            const double coverage = static_cast<double>(to - from) / static_cast<double>(starts.size() - 1);
            improve(best, LetterMatch{slips == 0 ? likeSpoken : slips == 1 ? withSlip : withTwoSlips, coverage});
        }
    }
    return best;
}

// Whether some stretch of the text is within the slips, all stretches at once: a column of the table of distances a
// letter, kept as differences in the bits of words (Myers 1999; swapped letters after Hyyrö 2003).
bool TypedLetters::isNear(const QByteArray &heard) const
{
    const quint64 last = quint64{1} << (m_heard.size() - 1);
    quint64 up = ~quint64{0}; // cells one above their upper neighbour
    quint64 down = 0;         // cells one below it
    quint64 same = 0;         // cells equal to their diagonal neighbour
    quint64 placesBefore = 0;
    auto slips = static_cast<int>(m_heard.size());
    for (const char letter : heard) {
        const quint64 places = m_places[static_cast<size_t>(letter) % m_places.size()];
        const quint64 swapped = ((~same & places) << 1) & placesBefore;
        same = (((places & up) + up) ^ up) | places | down | swapped;
        const quint64 more = down | ~(same | up);
        const quint64 less = same & up;
        slips += (more & last) != 0 ? 1 : (less & last) != 0 ? -1 : 0;
        if (slips <= m_slips)
            return true;
        up = (less << 1) | ~(same | (more << 1));
        down = (more << 1) & same;
        placesBefore = places;
    }
    return false;
}

// Initials with one missing, one too many, one wrong or two swapped.
std::optional<LetterMatch> TypedLetters::slippedInitials(const Spelling &spelling) const
{
    std::optional<LetterMatch> best;
    const auto size = static_cast<int>(m_letters.size());
    const auto whole = static_cast<int>(spelling.initials.size());
    if (size + 1 < shortestInitials || size > whole + 1 || std::popcount(m_letterSet & ~spelling.initialSet) > 1)
        return best;
    const bool onlySwapped = size < shortestInitials;
    for (int from = 0; from < whole; ++from) {
        for (int length = std::max(size - 1, 2); length <= std::min(size + 1, whole - from); ++length) {
            if (onlySwapped && length != size)
                continue;
            const char *stretch = spelling.initials.constData() + from;
            if (distance(m_letters.constData(), size, stretch, length, 1) > 1)
                continue;
            if (onlySwapped && !std::is_permutation(stretch, stretch + length, m_letters.constData()))
                continue;
            improve(best, LetterMatch{initialsWithSlip, static_cast<double>(length) / whole});
        }
    }
    return best;
}

// Initials of some of the syllables, in their order and from the first on: ylxxbg for 养老保险信息变更.
std::optional<LetterMatch> TypedLetters::skippedInitials(const Spelling &spelling) const
{
    const QByteArray &initials = spelling.initials;
    if (m_letters.size() < shortestInitials || 2 * m_letters.size() < initials.size() ||
        (m_letterSet & ~spelling.initialSet) != 0 || m_letters.front() != initials.front())
        return std::nullopt;
    qsizetype taken = 0;
    for (const char initial : initials) {
        if (taken < m_letters.size() && m_letters[taken] == initial)
            ++taken;
    }
    if (taken < m_letters.size())
        return std::nullopt;
    return LetterMatch{initialsWithSlip, static_cast<double>(taken) / static_cast<double>(initials.size())};
}

} // namespace tongban::finding
