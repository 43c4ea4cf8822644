// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/escpos_receipt.h"

#include "drivers/codec/escpos_text.h"

#include <algorithm>
#include <initializer_list>

namespace tongban::drivers::codec {
namespace {

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray out;
    for (const int value : values)
        out += static_cast<char>(value);
    return out;
}

QByteArray setAlign(domain::ReceiptText::Align align)
{
    return bytes({0x1B, 0x61, align == domain::ReceiptText::Align::Centre ? 1 : 0}); // ESC a
}

QByteArray setLinePitch(int dots)
{
    return bytes({0x1B, 0x33, std::clamp(dots, 0, 255)}); // ESC 3
}

// A third of the glyph between lines: the tall body would run together at the printer's default of 30 dots.
int pitchFor(int glyphHeight)
{
    return glyphHeight + glyphHeight / 6 + 4;
}

bool isRealTimeCommand(char before, char byte) // DLE EOT, DLE ENQ, DLE DC4
{
    return before == 0x10 && (byte == 0x04 || byte == 0x05 || byte == 0x14);
}

QByteArray harmless(QByteArray bits)
{
    for (qsizetype i = 1; i < bits.size(); ++i) {
        if (isRealTimeCommand(bits.at(i - 1), bits.at(i)))
            bits[i] = static_cast<char>(bits.at(i) | 0x08); // one dot more
    }
    return bits;
}

bool isPrintable(const EscposRaster &raster, int widthDots)
{
    return raster.rowBytes > 0 && raster.rowBytes * 8 <= widthDots + 7 && raster.rows > 0 && raster.rows <= 255 &&
           raster.bits.size() == static_cast<qsizetype>(raster.rowBytes) * raster.rows;
}

bool fitsAQrCode(const QByteArray &data)
{
    constexpr qsizetype most = 2331;
    const bool commands = std::any_of(data.begin(), data.end(), [](char byte) { return byte >= 0 && byte < 0x20; });
    return !data.isEmpty() && data.size() <= most && !commands;
}

struct BlockEncoder
{
    const EscposPaper &paper;
    QByteArray &out;

    void operator()(const domain::ReceiptText &text) const
    {
        const int width = std::clamp(text.scale, 1, 4);
        const int height = text.tall ? width * 2 : width;
        const EscposLineStyle style{.widthScale = width, .heightScale = std::min(height, 8), .bold = text.bold};
        out += setAlign(text.align);
        out += setLinePitch(pitchFor(height * escposGlyphHeightDots));
        out += bytes({0x1D, 0x21, (width - 1) << 4 | (height - 1)}); // GS !: bits 4-6 width, 0-2 height
        out += bytes({0x1B, 0x45, text.bold ? 1 : 0});               // ESC E
        for (const QString &line : escposWrap(text.text, paper.widthDots, width))
            setLine(line, style);
    }

    void setLine(const QString &line, const EscposLineStyle &style) const
    {
        if (paper.draw && escposLacksGlyphs(line, paper.rom)) {
            const EscposRaster raster = paper.draw(line, style);
            if (isPrintable(raster, paper.widthDots))
                return setRaster(raster, style);
        }
        out += escposEncodeText(line, paper.rom);
        out += '\n';
    }

    // The whole line is drawn: an image begins at the line's beginning, glyphs and dots do not mix.
    void setRaster(const EscposRaster &raster, const EscposLineStyle &style) const
    {
        const int leading = pitchFor(style.heightScale * escposGlyphHeightDots) - raster.rows;
        out += bytes({0x1D, 0x76, 0x30, 0x00, raster.rowBytes & 0xFF, raster.rowBytes >> 8, raster.rows, 0}); // GS v 0
        out += harmless(raster.bits);
        out += bytes({0x1B, 0x4A, std::clamp(leading, 0, 255)}); // ESC J
    }

    void operator()(const domain::ReceiptRule &) const
    {
        out += setAlign(domain::ReceiptText::Align::Left);
        out += setLinePitch(escposGlyphHeightDots);
        out += bytes({0x1D, 0x21, 0x00, 0x1B, 0x45, 0x00});
        out += escposEncodeText(QString(paper.widthDots / escposFullWidthDots, u'─'), paper.rom);
        out += '\n';
    }

    void operator()(const domain::ReceiptQr &qr) const
    {
        if (!fitsAQrCode(qr.data))
            return;
        const auto length = qr.data.size() + 3;
        const int module = std::clamp(qr.moduleDots, 1, 16);
        const QByteArray quietZone =
            bytes({0x1B, 0x4A, 4 * module}); // ESC J; ISO/IEC 18004 wants four modules of white
        out += setAlign(domain::ReceiptText::Align::Centre);
        out += quietZone;
        out += bytes({0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0}); // model 2
        out += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43, module});  // module size
        out += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31});    // correction level M
        out += bytes({0x1D, 0x28, 0x6B, static_cast<int>(length & 0xFF), static_cast<int>(length >> 8 & 0xFF), 0x31,
                      0x50, 0x30});
        out += qr.data;
        out += bytes({0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30}); // print
        out += quietZone;
    }

    void operator()(const domain::ReceiptFeed &feed) const
    {
        out += setLinePitch(pitchFor(escposGlyphHeightDots));
        out += bytes({0x1B, 0x64, std::clamp(feed.lines, 0, 255)}); // ESC d
    }
};

} // namespace

QByteArray escposReceipt(const domain::ReceiptDocument &document, const EscposPaper &paper)
{
    // Initialise; Chinese mode; automatic status off, so that the only unasked-for bytes are none, or on for on line,
    // errors and paper (not the drawer); smooth large type.
    QByteArray out = bytes({0x1B, 0x40, 0x1C, 0x26, 0x1D, 0x61, paper.reportsChanges ? 0x0E : 0x00, 0x1D, 0x62, 0x01});
    for (const domain::ReceiptBlock &block : document.blocks)
        std::visit(BlockEncoder{paper, out}, block);
    out += bytes({0x1D, 0x56, 0x42, 0x10}); // GS V: feed past the cutter and 2 mm more, partial cut
    return out;
}

} // namespace tongban::drivers::codec
