// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/shown_code.h"

#include <linux/input.h>

#include <cstring>

namespace tongban::drivers::emulator {
namespace {

constexpr qsizetype reportData = 56;

QByteArray noise(qsizetype size)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i) // bytes that no character begins with, and now and then the end of a line
        bytes += i % 100 == 99 ? '\r' : static_cast<char>(0xFF);
    return bytes;
}

QByteArray report(const QByteArray &aim, const QByteArray &data, bool isContinued)
{
    QByteArray bytes(1, '\x02');
    bytes += static_cast<char>(data.size());
    bytes += aim.leftJustified(3, '\0');
    bytes += data.leftJustified(reportData, '\0');
    bytes += QByteArray(2, '\0');
    return bytes + static_cast<char>(isContinued ? 1 : 0);
}

QByteArray event(quint16 type, quint16 code, qint32 value)
{
    input_event raw{};
    raw.type = type;
    raw.code = code;
    raw.value = value;
    return QByteArray(reinterpret_cast<const char *>(&raw), sizeof raw);
}

QByteArray key(quint16 code, bool isDown)
{
    return event(EV_KEY, code, isDown ? 1 : 0) + event(EV_SYN, SYN_REPORT, 0);
}

QByteArray stroke(quint16 code, quint16 modifier = 0)
{
    const QByteArray tap = key(code, true) + key(code, false);
    return modifier == 0 ? tap : key(modifier, true) + tap + key(modifier, false);
}

// Rows of a US keyboard from the key of the given code on, one character a key.
struct Row
{
    quint16 first;
    const char *plain;
    const char *shifted;
};
constexpr Row rows[] = {{KEY_1, "1234567890-=", "!@#$%^&*()_+"},
                        {KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}"},
                        {KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
                        {KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
                        {KEY_SPACE, " ", ""}};

QByteArray withNumber(quint8 byte)
{
    constexpr quint16 keypad[] = {KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
                                  KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9};
    QByteArray strokes = key(KEY_LEFTALT, true) + stroke(KEY_KP0);
    for (const char digit : QByteArray::number(byte))
        strokes += stroke(keypad[digit - '0']);
    return strokes + key(KEY_LEFTALT, false);
}

QByteArray typed(char character)
{
    for (const Row &row : rows) {
        for (const bool isShifted : {false, true}) {
            const char *keys = isShifted ? row.shifted : row.plain;
            const char *found = character == '\0' ? nullptr : std::strchr(keys, character);
            if (found != nullptr)
                return stroke(static_cast<quint16>(row.first + (found - keys)), isShifted ? KEY_LEFTSHIFT : 0);
        }
    }
    constexpr char groupSeparator = 0x1D;
    return character == groupSeparator ? stroke(KEY_RIGHTBRACE, KEY_LEFTCTRL)
                                       : withNumber(static_cast<quint8>(character));
}

} // namespace

QByteArray lineOf(const ShownCode &code, ScannerFault fault)
{
    switch (fault) {
    case ScannerFault::None:
    case ScannerFault::OneByte:
        return code.aim + code.bytes + '\r';
    case ScannerFault::Silent:
        return {};
    case ScannerFault::Garbage:
        return noise(4000);
    }
    Q_UNREACHABLE();
}

QByteArray hidPosDescriptor()
{
    return QByteArray::fromHex(
        "05 8C 09 02 A1 01"                               // bar code scanner
        "09 12 A1 02 85 02"                               // scanned data report, number 2
        "15 00 26 FF 00 75 08"                            // bytes
        "95 01 05 01 09 3B 81 02"                         // byte count
        "05 8C 95 01 09 FB 81 02 09 FC 81 02 09 FD 81 02" // symbology identifiers 1, 2, 3
        "95 38 09 FE 82 02 01"                            // decoded data
        "95 02 81 03"                                     // two that mean nothing here
        "25 01 75 01 95 01 09 FF 81 02 95 07 81 03"       // decode data continued, seven bits to the byte
        "C0 C0");
}

QByteArrayList hidPosReports(const ShownCode &code, ScannerFault fault)
{
    if (fault == ScannerFault::Silent)
        return {};
    if (fault == ScannerFault::Garbage)
        return {report(code.aim, code.bytes.left(1), false).replace(1, 1, "\xFF")};
    const qsizetype piece = fault == ScannerFault::OneByte ? 1 : reportData;
    QByteArrayList reports;
    for (qsizetype at = 0; at < code.bytes.size(); at += piece)
        reports << report(code.aim, code.bytes.mid(at, piece), at + piece < code.bytes.size());
    return reports;
}

QByteArrayList keystrokesOf(const ShownCode &code, ScannerFault fault)
{
    if (fault == ScannerFault::Silent)
        return {};
    if (fault == ScannerFault::Garbage)
        return {withNumber(200), withNumber(233), stroke(KEY_ENTER)};
    QByteArrayList strokes;
    for (const char character : code.aim + code.bytes)
        strokes << typed(character);
    strokes << stroke(KEY_ENTER);
    if (fault != ScannerFault::OneByte)
        return strokes;
    QByteArrayList bytes;
    for (const char byte : strokes.join())
        bytes << QByteArray(1, byte);
    return bytes;
}

} // namespace tongban::drivers::emulator
