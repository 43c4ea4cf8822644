// SPDX-License-Identifier: GPL-3.0-or-later
// One byte stream over two pairs of pipes: some devices want and give the header of each message on one pair and the
// rest on another (SAM readers over USB, DEVICES 1). Pure.
//
// Inwards both pipes are listened to at once, and neither the bus nor the system promises an order between them. So the
// length in the header decides: what comes on the body pipe is passed on only when a whole header came before it, and at
// most as much as that header announces. What comes on the header pipe is passed on as it comes: a reader that answers
// with everything on its first pipe is understood as well.
#pragma once

#include <QByteArray>

namespace tongban::drivers::transport {

struct SplitRule
{
    qsizetype headerBytes; // on the first pipe
    qsizetype lengthAt;    // in the header: two bytes, big-endian, how many bytes follow the header
};

class SplitPipes
{
public:
    explicit SplitPipes(SplitRule rule) : m_rule(rule) {}

    void feedHeaderPipe(const QByteArray &bytes);
    void feedBodyPipe(const QByteArray &bytes);

    [[nodiscard]] bool isEmpty() const { return m_ready.isEmpty(); }
    [[nodiscard]] QByteArray take(qsizetype maxBytes);

    // The header that held bytes wait for never came: they are passed on, so that the one who knows the protocol sees
    // that something speaks, and what.
    void releaseHeld();
    void clear();

private:
    void passBody();
    void account(const QByteArray &headerPipe);

    SplitRule m_rule;
    QByteArray m_header;       // of the message under way, as much as has come
    qsizetype m_bodyLeft = 0;  // of it
    QByteArray m_held;         // came before its header
    QByteArray m_ready;
};

} // namespace tongban::drivers::transport
