// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the person out of a receipt printer's stream (transport/recording_mask.h says what a mask is). Commands and line
// feeds stay, so that a recording shows what the printer was asked to do; every character becomes x, byte for byte,
// pictures become white and codes are emptied. What the printer says is not personal.
#pragma once

#include <QByteArray>

namespace tongban::drivers::codec {

class EscposMask
{
public:
    // What has begun and not ended (a command cut in two) comes out with the piece that ends it.
    [[nodiscard]] QByteArray toDevice(const QByteArray &bytes);
    [[nodiscard]] QByteArray fromDevice(const QByteArray &bytes) const { return bytes; }

private:
    // Masks what begins m_pending and returns how many bytes of it are through; 0: more must come.
    [[nodiscard]] qsizetype step(QByteArray &masked);
    [[nodiscard]] qsizetype command(QByteArray &masked);
    [[nodiscard]] qsizetype keep(QByteArray &masked, qsizetype bytes) const;
    [[nodiscard]] int at(qsizetype index) const { return static_cast<quint8>(m_pending.at(index)); }

    QByteArray m_pending;
    qsizetype m_payload = 0; // bytes still to come that are content
    char m_filler = 0;       // for them
};

} // namespace tongban::drivers::codec
