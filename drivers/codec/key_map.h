// SPDX-License-Identifier: GPL-3.0-or-later
// What a keyboard wedge types: key codes of Linux (linux/input-event-codes.h) to characters of the US layout, which is
// what such scanners are set to when they leave the factory.
//
// A keyboard types ASCII only. Chinese text does not come through: what scanners do about it (Alt with digits of the
// keypad, in the code page of a Windows machine) is not supported and makes the code unreadable rather than wrong. Ctrl
// with a letter or one of [ \ ] ^ _ is a control character, so GS (Ctrl ]) comes through.
#pragma once

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

struct KeyEvent // struct input_event without its time
{
    quint16 type = 0;
    quint16 code = 0;
    qint32 value = 0;
};

constexpr qsizetype keyEventLength = 24; // struct input_event of a 64-bit kernel

// The event at `index` (a multiple of keyEventLength) of what an event node gave.
[[nodiscard]] KeyEvent keyEventAt(const QByteArray &events, qsizetype index);

class KeyMap
{
public:
    void feed(const KeyEvent &event);

    // Enter was pressed: the characters before it.
    [[nodiscard]] std::optional<QByteArray> take();
    // No key came for a while: the characters so far.
    [[nodiscard]] std::optional<QByteArray> endBySilence();

    [[nodiscard]] bool hasPending() const { return !m_typed.isEmpty() || m_isUnreadable; }
    // Keys that stand for no character of the map were typed (Alt with digits), or the kernel lost some.
    [[nodiscard]] bool isUnreadable() const { return m_isUnreadable; }
    [[nodiscard]] bool isTooLong() const;

    // Forgets characters and what was held: what belonged to an earlier code.
    void clear();

private:
    void press(quint16 key);
    [[nodiscard]] std::optional<char> characterOf(quint16 key) const;

    QByteArray m_typed;
    bool m_hasEnded = false;
    bool m_isUnreadable = false;
    bool m_leftShift = false;
    bool m_rightShift = false;
    bool m_ctrl = false;
    bool m_alt = false;
    bool m_capsLock = false;
};

} // namespace tongban::drivers::codec
