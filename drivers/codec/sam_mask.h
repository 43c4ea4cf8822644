// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the person out of a card reader's stream (transport/recording_mask.h says what a mask is). Requests, framing,
// status bytes and lengths stay; what a card says becomes a specimen of the same length, the checksum fits again (or is
// as wrong as it was). Bytes that belong to no frame become 00: half a frame is half a person.
#pragma once

#include <QByteArray>

namespace tongban::drivers::codec {

class SamMask
{
public:
    [[nodiscard]] QByteArray toDevice(const QByteArray &bytes);
    [[nodiscard]] QByteArray fromDevice(const QByteArray &bytes);

private:
    [[nodiscard]] char outside(char byte);
    [[nodiscard]] char inside(char byte);
    [[nodiscard]] char specimen(qsizetype index, char byte) const; // index within the data behind SW3

    QByteArray m_request; // the end of what was asked
    quint16 m_command = 0;
    qsizetype m_at = 0;     // bytes of the answer's frame that have come; preamble included
    qsizetype m_length = 0; // Len
    char m_difference = 0;  // XOR of everything that was changed in this frame
};

// The text block of a citizen's card that the mask puts in place of every other: 256 bytes, an invented person whose
// name says specimen (样本).
[[nodiscard]] QByteArray specimenCardText();

} // namespace tongban::drivers::codec
