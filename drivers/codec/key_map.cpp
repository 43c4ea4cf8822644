// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/key_map.h"

#include "drivers/codec/code_frames.h"

#include <linux/input.h>

#include <cstring>

namespace tongban::drivers::codec {

namespace {

static_assert(sizeof(input_event) == keyEventLength);

struct Key
{
    quint16 code;
    char plain;
    char shifted;
};

constexpr Key keys[] = {
    {KEY_1, '1', '!'},
    {KEY_2, '2', '@'},
    {KEY_3, '3', '#'},
    {KEY_4, '4', '$'},
    {KEY_5, '5', '%'},
    {KEY_6, '6', '^'},
    {KEY_7, '7', '&'},
    {KEY_8, '8', '*'},
    {KEY_9, '9', '('},
    {KEY_0, '0', ')'},
    {KEY_MINUS, '-', '_'},
    {KEY_EQUAL, '=', '+'},
    {KEY_Q, 'q', 'Q'},
    {KEY_W, 'w', 'W'},
    {KEY_E, 'e', 'E'},
    {KEY_R, 'r', 'R'},
    {KEY_T, 't', 'T'},
    {KEY_Y, 'y', 'Y'},
    {KEY_U, 'u', 'U'},
    {KEY_I, 'i', 'I'},
    {KEY_O, 'o', 'O'},
    {KEY_P, 'p', 'P'},
    {KEY_LEFTBRACE, '[', '{'},
    {KEY_RIGHTBRACE, ']', '}'},
    {KEY_A, 'a', 'A'},
    {KEY_S, 's', 'S'},
    {KEY_D, 'd', 'D'},
    {KEY_F, 'f', 'F'},
    {KEY_G, 'g', 'G'},
    {KEY_H, 'h', 'H'},
    {KEY_J, 'j', 'J'},
    {KEY_K, 'k', 'K'},
    {KEY_L, 'l', 'L'},
    {KEY_SEMICOLON, ';', ':'},
    {KEY_APOSTROPHE, '\'', '"'},
    {KEY_GRAVE, '`', '~'},
    {KEY_BACKSLASH, '\\', '|'},
    {KEY_Z, 'z', 'Z'},
    {KEY_X, 'x', 'X'},
    {KEY_C, 'c', 'C'},
    {KEY_V, 'v', 'V'},
    {KEY_B, 'b', 'B'},
    {KEY_N, 'n', 'N'},
    {KEY_M, 'm', 'M'},
    {KEY_COMMA, ',', '<'},
    {KEY_DOT, '.', '>'},
    {KEY_SLASH, '/', '?'},
    {KEY_SPACE, ' ', ' '},
    {KEY_TAB, '\t', '\t'},
    {KEY_102ND, '\\', '|'},
    // The keypad as with NumLock: a scanner's digits mean digits.
    {KEY_KP0, '0', '0'},
    {KEY_KP1, '1', '1'},
    {KEY_KP2, '2', '2'},
    {KEY_KP3, '3', '3'},
    {KEY_KP4, '4', '4'},
    {KEY_KP5, '5', '5'},
    {KEY_KP6, '6', '6'},
    {KEY_KP7, '7', '7'},
    {KEY_KP8, '8', '8'},
    {KEY_KP9, '9', '9'},
    {KEY_KPDOT, '.', '.'},
    {KEY_KPMINUS, '-', '-'},
    {KEY_KPPLUS, '+', '+'},
    {KEY_KPSLASH, '/', '/'},
    {KEY_KPASTERISK, '*', '*'},
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

KeyEvent keyEventAt(const QByteArray &events, qsizetype index)
{
    input_event event{};
    std::memcpy(&event, events.constData() + index, sizeof event);
    return {event.type, event.code, event.value};
}

void KeyMap::feed(const KeyEvent &event)
{
    if (event.type == EV_SYN && event.code == SYN_DROPPED)
        m_isUnreadable = true; // the kernel's queue overflowed
    if (event.type != EV_KEY)
        return;
    const bool isDown = event.value != 0;
    switch (event.code) {
    case KEY_LEFTSHIFT:
        m_leftShift = isDown;
        return;
    case KEY_RIGHTSHIFT:
        m_rightShift = isDown;
        return;
    case KEY_LEFTCTRL:
    case KEY_RIGHTCTRL:
        m_ctrl = isDown;
        return;
    case KEY_LEFTALT:
    case KEY_RIGHTALT:
        m_alt = isDown;
        return;
    default:
        if (event.value == 1) // 2 is the kernel's own repetition of a key that is held
            press(event.code);
    }
}

void KeyMap::press(quint16 key)
{
    if (key == KEY_ENTER || key == KEY_KPENTER) {
        m_hasEnded = m_hasEnded || hasPending();
        return;
    }
    if (key == KEY_CAPSLOCK) {
        m_capsLock = !m_capsLock;
        return;
    }
    if (m_hasEnded) // the code behind the Enter is another one
        return;
    if (const auto character = characterOf(key))
        m_typed += *character;
    else if (m_alt)
        m_isUnreadable = true;
}

std::optional<char> KeyMap::characterOf(quint16 key) const
{
    if (m_alt)
        return std::nullopt;
    for (const Key &known : keys) {
        if (known.code != key)
            continue;
        const bool shift = m_leftShift || m_rightShift;
        const bool isUpper = isLetter(known.plain) ? shift != m_capsLock : shift;
        if (!m_ctrl)
            return isUpper ? known.shifted : known.plain;
        const char upper = isLetter(known.plain) || shift ? known.shifted : known.plain;
        if (upper >= '@' && upper <= '_') // ASCII: Ctrl takes the upper bits off
            return static_cast<char>(upper & 0x1F);
    }
    return std::nullopt;
}

std::optional<QByteArray> KeyMap::take()
{
    if (!m_hasEnded)
        return std::nullopt;
    return endBySilence();
}

std::optional<QByteArray> KeyMap::endBySilence()
{
    if (!hasPending())
        return std::nullopt;
    m_hasEnded = false;
    return std::exchange(m_typed, {});
}

bool KeyMap::isTooLong() const
{
    return m_typed.size() > CodeFrames::maxLength;
}

void KeyMap::clear()
{
    *this = KeyMap();
}

} // namespace tongban::drivers::codec
