// SPDX-License-Identifier: GPL-3.0-or-later
// Letters held against the spelling of a term: pinyin, half-typed pinyin, initials, both mixed, and one slip. Private
// to the search; pure.
#pragma once

#include "app/core/finding/search_index.h"

#include <array>
#include <optional>

namespace tongban::finding {

struct LetterMatch
{
    double quality = 0;  // 1: typed as it is spelled
    double coverage = 0; // share of the term's syllables, 0–1
};

// What is typed, made ready once for all terms.
class TypedLetters
{
public:
    explicit TypedLetters(const QByteArray &letters); // a–z and 0–9, at most 63

    [[nodiscard]] std::optional<LetterMatch> match(const Spelling &spelling) const;

private:
    [[nodiscard]] std::optional<LetterMatch> fragments(const QByteArray &typed, const QByteArray &letters,
                                                       const std::vector<quint8> &starts) const;
    [[nodiscard]] std::optional<LetterMatch> slip(const Spelling &spelling) const;
    [[nodiscard]] bool isNear(const QByteArray &heard) const;
    [[nodiscard]] std::optional<LetterMatch> slippedInitials(const Spelling &spelling) const;
    [[nodiscard]] std::optional<LetterMatch> skippedInitials(const Spelling &spelling) const;

    QByteArray m_letters;
    QByteArray m_heard;
    quint32 m_letterSet = 0;
    quint32 m_heardSet = 0;
    quint64 m_heardPairs = 0;
    std::array<quint64, 128> m_places{}; // of a letter in m_heard, a bit each
    int m_slips = 0;                     // that are forgiven in a spelling
};

} // namespace tongban::finding
