// SPDX-License-Identifier: GPL-3.0-or-later
// Where one code ends and the next begins in the characters of a serial scanner: at the suffix that the scanner is set
// to, or where it falls silent. Empty frames (the LF of CR LF) are none.
#pragma once

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

enum class CodeEnding {
    Line, // CR, LF or CR LF, or silence; a code of several lines comes apart
    Cr,   // CR only, and never silence: LF belongs to the code. So of the next two.
    Lf,
    CrLf,
    Gap, // silence only; CR and LF at the end are taken off, all others belong to the code
};

class CodeFrames
{
public:
    // The longest code there is, a QR code of 7089 digits (ISO/IEC 18004), with identifier, escapes and suffix.
    static constexpr qsizetype maxLength = 8192;

    explicit CodeFrames(CodeEnding ending) : m_ending(ending) {}

    void feed(const QByteArray &bytes) { m_pending += bytes; }
    void clear() { m_pending.clear(); }

    // The next frame that has ended by its suffix.
    [[nodiscard]] std::optional<QByteArray> next();

    // The line fell silent: what came since the last suffix, when silence ends a code. Otherwise nothing, and what came
    // is a code without its end.
    [[nodiscard]] std::optional<QByteArray> endBySilence();

    // Characters of a frame that has not ended.
    [[nodiscard]] bool hasPending() const { return !m_pending.isEmpty(); }
    // More characters than any code has: whatever talks on this line is no scanner.
    [[nodiscard]] bool isTooLong() const { return m_pending.size() > maxLength; }

private:
    [[nodiscard]] qsizetype endOfFrame() const; // −1: not yet
    void skipLineEnds();

    CodeEnding m_ending;
    QByteArray m_pending;
};

} // namespace tongban::drivers::codec
