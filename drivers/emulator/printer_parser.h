// SPDX-License-Identifier: GPL-3.0-or-later
// The command stream of an ESC/POS printer, taken apart byte by byte as the printer's own firmware does (Epson ESC/POS
// command reference, Chinese models; DEVICES §2). Pure; knows nothing of the kiosk's encoder.
#pragma once

#include <QByteArray>

#include <array>
#include <optional>

namespace tongban::drivers::emulator {

struct PrinterCommand
{
    enum class Kind {
        Character, // point
        LineFeed,
        Initialise,
        ChineseMode, // a: 0, 1
        Align,       // a: 0 left, 1 centre, 2 right
        Size,        // a × b, 1…8
        Bold,        // a: 0, 1
        LinePitch,   // a: dots, −1 the default
        FeedLines,   // a
        FeedDots,    // a
        QrModule,    // a: dots
        QrLevel,     // a: 0 L, 1 M, 2 Q, 3 H
        QrStore,     // data
        QrPrint,
        Raster,          // a: bytes a row, b: rows, data
        Cut,             // a: dots fed past the cutter first, −1 cuts where the paper is
        AskInOrder,      // a: n of GS r
        AskProcessId,    // data: the four characters of GS ( H
        AutomaticStatus, // a: 0 off
        Smoothing,       // a: 0, 1
        Ignored,         // understood, without effect on paper here
        Unknown,         // data: the bytes; a real printer would print them as rubbish
    };
    Kind kind = Kind::Ignored;
    char32_t point = 0;
    int a = 0;
    int b = 0;
    QByteArray data = {};
};

// The font in the ROM: two-byte GBK; GB 2312-80's part of it; or with the four-byte codes of the basic plane.
enum class PrinterRom { Gbk, Gb2312, Gb18030 };

class PrinterParser
{
public:
    void setRom(PrinterRom rom) { m_rom = rom; }
    [[nodiscard]] PrinterRom rom() const { return m_rom; }
    void append(const QByteArray &bytes) { m_input += bytes; }
    // The next whole command; nothing while it is still on its way.
    [[nodiscard]] std::optional<PrinterCommand> next();
    void clear() { m_input.clear(); }
    void setChinese(bool chinese) { m_isChinese = chinese; }

private:
    [[nodiscard]] std::optional<PrinterCommand> nextText();
    [[nodiscard]] std::optional<PrinterCommand> nextEscape();
    [[nodiscard]] std::optional<PrinterCommand> nextIdeograph();
    [[nodiscard]] std::optional<PrinterCommand> nextGroup();  // GS ( …
    [[nodiscard]] std::optional<PrinterCommand> nextRaster(); // GS v 0
    [[nodiscard]] std::optional<PrinterCommand> nextCut();    // GS V
    [[nodiscard]] PrinterCommand take(qsizetype count, PrinterCommand command);
    [[nodiscard]] int at(qsizetype index) const { return static_cast<quint8>(m_input.at(index)); }

    QByteArray m_input;
    PrinterRom m_rom = PrinterRom::Gbk;
    bool m_isChinese = false;
};

// Finds DLE EOT n, DLE ENQ n and the buffer-clearing DLE DC4 8 the moment they arrive, wherever they stand (inside an
// image too: so does the real thing).
class RealTimeScanner
{
public:
    struct Request
    {
        enum class Kind { Status, Recovery, Clear } kind = Kind::Status;
        int n = 0; // of DLE EOT and DLE ENQ
    };
    [[nodiscard]] std::optional<Request> feed(quint8 byte);

private:
    std::array<quint8, 10> m_tail{}; // the last bytes, as many as the longest command has
};

} // namespace tongban::drivers::emulator
