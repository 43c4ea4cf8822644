// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/printer_parser.h"

#include <QStringDecoder>

#include <algorithm>
#include <map>

namespace tongban::drivers::emulator {
namespace {

using Kind = PrinterCommand::Kind;

constexpr int DLE = 0x10;
constexpr int ESC = 0x1B;
constexpr int FS = 0x1C;
constexpr int GS = 0x1D;

// Parameter bytes of the fixed-length commands, by prefix and second byte.
const std::map<std::pair<int, int>, int> parameterCount{
    {{ESC, '@'}, 0}, {{ESC, '!'}, 1},  {{ESC, 'E'}, 1},  {{ESC, 'G'}, 1},  {{ESC, '-'}, 1}, {{ESC, 'a'}, 1},
    {{ESC, '2'}, 0}, {{ESC, '3'}, 1},  {{ESC, 'd'}, 1},  {{ESC, 'J'}, 1},  {{ESC, 't'}, 1}, {{ESC, 'R'}, 1},
    {{ESC, 'M'}, 1}, {{ESC, ' '}, 1},  {{ESC, '$'}, 2},  {{ESC, '\\'}, 2}, {{ESC, '{'}, 1}, {{ESC, 'p'}, 3},
    {{ESC, 'i'}, 0}, {{ESC, 'm'}, 0},  {{FS, '&'}, 0},   {{FS, '.'}, 0},   {{FS, '!'}, 1},  {{FS, '-'}, 1},
    {{FS, 'S'}, 2},  {{GS, '!'}, 1},   {{GS, 'B'}, 1},   {{GS, 'b'}, 1},   {{GS, 'a'}, 1},  {{GS, 'r'}, 1},
    {{GS, 'L'}, 2},  {{GS, 'W'}, 2},   {{GS, 'h'}, 1},   {{GS, 'w'}, 1},   {{GS, 'f'}, 1},  {{GS, 'H'}, 1},
    {{GS, 'I'}, 1},  {{DLE, 0x04}, 1}, {{DLE, 0x05}, 1}, {{DLE, 0x14}, 8},
};

PrinterCommand meaningOf(int prefix, int code, int n)
{
    switch (prefix << 8 | code) {
    case ESC << 8 | '@':
        return {.kind = Kind::Initialise};
    case ESC << 8 | 'E':
    case ESC << 8 | 'G':
        return {.kind = Kind::Bold, .a = n & 1};
    case ESC << 8 | 'a':
        return {.kind = Kind::Align, .a = n % 48 % 3}; // 0 1 2 or '0' '1' '2'
    case ESC << 8 | '2':
        return {.kind = Kind::LinePitch, .a = -1};
    case ESC << 8 | '3':
        return {.kind = Kind::LinePitch, .a = n};
    case ESC << 8 | 'd':
        return {.kind = Kind::FeedLines, .a = n};
    case ESC << 8 | 'J':
        return {.kind = Kind::FeedDots, .a = n};
    case ESC << 8 | 'i':
    case ESC << 8 | 'm':
        return {.kind = Kind::Cut, .a = -1};
    case FS << 8 | '&':
        return {.kind = Kind::ChineseMode, .a = 1};
    case FS << 8 | '.':
        return {.kind = Kind::ChineseMode, .a = 0};
    case GS << 8 | '!':
        return {.kind = Kind::Size, .a = (n >> 4 & 7) + 1, .b = (n & 7) + 1};
    case GS << 8 | 'b':
        return {.kind = Kind::Smoothing, .a = n & 1};
    case GS << 8 | 'a':
        return {.kind = Kind::AutomaticStatus, .a = n};
    case GS << 8 | 'r':
        return {.kind = Kind::AskInOrder, .a = n};
    }
    return {.kind = Kind::Ignored};
}

} // namespace

PrinterCommand PrinterParser::take(qsizetype count, PrinterCommand command)
{
    if (command.kind == Kind::Unknown)
        command.data = m_input.left(count);
    m_input.remove(0, count);
    return command;
}

std::optional<PrinterCommand> PrinterParser::next()
{
    if (m_input.isEmpty())
        return std::nullopt;
    const int first = at(0);
    if (first == '\n')
        return take(1, {.kind = Kind::LineFeed});
    if (first == DLE || first == ESC || first == FS || first == GS)
        return nextEscape();
    if (first < 0x20 || first == 0x7F)
        return take(1, {.kind = Kind::Ignored}); // CR, HT and their like
    return nextText();
}

std::optional<PrinterCommand> PrinterParser::nextText()
{
    if (at(0) < 0x80)
        return take(1, {.kind = Kind::Character, .point = static_cast<char32_t>(at(0))});
    if (!m_isChinese)
        return take(1, {.kind = Kind::Unknown}); // a code page that nobody chose
    return nextIdeograph();
}

std::optional<PrinterCommand> PrinterParser::nextIdeograph()
{
    if (m_input.size() < 2)
        return std::nullopt;
    const bool isFourBytes = at(1) >= 0x30 && at(1) <= 0x39;
    const qsizetype length = isFourBytes ? 4 : 2;
    if (m_input.size() < length)
        return std::nullopt;
    // GB 2312-80: cells 01-94 of rows 01-09 and 16-87, each plus A0.
    const int row = at(0) - 0xA0;
    const bool isGb2312 = at(1) >= 0xA1 && ((row >= 1 && row <= 9) || (row >= 16 && row <= 87));
    if ((isFourBytes && m_rom != PrinterRom::Gb18030) || (!isGb2312 && m_rom == PrinterRom::Gb2312))
        return take(length, {.kind = Kind::Unknown});
    thread_local QStringDecoder decoder("GB18030", QStringConverter::Flag::Stateless);
    decoder.resetState(); // an error would stick
    const QString text = decoder.decode(m_input.left(length));
    if (decoder.hasError() || text.size() != 1 || text.at(0) == QChar::ReplacementCharacter)
        return take(length, {.kind = Kind::Unknown}); // beyond the basic plane too
    return take(length, {.kind = Kind::Character, .point = text.at(0).unicode()});
}

std::optional<PrinterCommand> PrinterParser::nextEscape()
{
    if (m_input.size() < 2)
        return std::nullopt;
    if (at(0) == GS && at(1) == '(')
        return nextGroup();
    if (at(0) == GS && at(1) == 'v')
        return nextRaster();
    if (at(0) == GS && at(1) == 'V')
        return nextCut();
    const auto count = parameterCount.find({at(0), at(1)});
    if (count == parameterCount.end())
        return take(2, {.kind = Kind::Unknown});
    if (m_input.size() < 2 + count->second)
        return std::nullopt;
    return take(2 + count->second, meaningOf(at(0), at(1), count->second > 0 ? at(2) : 0));
}

std::optional<PrinterCommand> PrinterParser::nextGroup()
{
    if (m_input.size() < 5)
        return std::nullopt;
    const int length = at(3) | at(4) << 8;
    if (m_input.size() < 5 + length)
        return std::nullopt;
    if (at(2) == 'H' && length == 6 && at(5) == 0x30 && at(6) == 0x30)
        return take(5 + length, {.kind = Kind::AskProcessId, .data = m_input.mid(7, 4)});
    const bool isQr = at(2) == 'k' && length >= 3 && at(5) == 0x31;
    if (!isQr)
        return take(5 + length, {.kind = Kind::Ignored});
    switch (at(6)) {
    case 0x43:
        return take(5 + length, {.kind = Kind::QrModule, .a = at(7)});
    case 0x45:
        return take(5 + length, {.kind = Kind::QrLevel, .a = at(7) - 0x30});
    case 0x50:
        return take(5 + length, {.kind = Kind::QrStore, .data = m_input.mid(8, length - 3)});
    case 0x51:
        return take(5 + length, {.kind = Kind::QrPrint});
    }
    return take(5 + length, {.kind = Kind::Ignored}); // 41: the model, of which we know one
}

std::optional<PrinterCommand> PrinterParser::nextRaster()
{
    if (m_input.size() < 8)
        return std::nullopt;
    const int rowBytes = at(4) | at(5) << 8;
    const int rows = at(6) | at(7) << 8;
    const qsizetype size = static_cast<qsizetype>(rowBytes) * rows;
    if (m_input.size() < 8 + size)
        return std::nullopt;
    return take(8 + size, {.kind = Kind::Raster, .a = rowBytes, .b = rows, .data = m_input.mid(8, size)});
}

std::optional<PrinterCommand> PrinterParser::nextCut()
{
    if (m_input.size() < 3)
        return std::nullopt;
    const int mode = at(2);
    const bool feeds = mode == 65 || mode == 66;
    if (feeds && m_input.size() < 4)
        return std::nullopt;
    if (feeds)
        return take(4, {.kind = Kind::Cut, .a = at(3)});
    return take(3, {.kind = Kind::Cut, .a = -1});
}

std::optional<RealTimeScanner::Request> RealTimeScanner::feed(quint8 byte)
{
    static constexpr std::array<quint8, 10> clear{DLE, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};
    std::copy(m_tail.begin() + 1, m_tail.end(), m_tail.begin());
    m_tail.back() = byte;
    if (m_tail == clear)
        return Request{.kind = Request::Kind::Clear, .n = 0};
    if (m_tail[7] != DLE)
        return std::nullopt;
    if (m_tail[8] == 0x04)
        return Request{.kind = Request::Kind::Status, .n = byte};
    if (m_tail[8] == 0x05)
        return Request{.kind = Request::Kind::Recovery, .n = byte};
    return std::nullopt;
}

} // namespace tongban::drivers::emulator
