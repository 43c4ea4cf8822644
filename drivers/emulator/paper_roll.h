// SPDX-License-Identifier: GPL-3.0-or-later
// The roll behind the print head: dots become black on white, lines become readable text, a cut gives a receipt.
//
// The cutter sits above the head. Paper between the two belongs to the next receipt, so a job that cuts without feeding
// leaves its last lines behind, as on the real machine.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

namespace tongban::drivers::emulator {

struct Glyph
{
    char32_t point = 0;
    int widthScale = 1; // 1…8, of 24 dots (12 for ASCII)
    int heightScale = 1;
    bool bold = false;
    bool smooth = false; // outlines scaled, else dots repeated

    [[nodiscard]] int width() const { return (point < 0x80 ? 12 : 24) * widthScale; }
    [[nodiscard]] int height() const { return 24 * heightScale; }
};

enum class PaperAlign { Left, Centre, Right };

struct PaperReceipt
{
    QImage image;      // grey, as wide as the roll, with its two cut edges
    QStringList lines; // what stands on it, top to bottom; "[QR] …" for a code, "[图]" for a raster image
};

class PaperRoll
{
public:
    explicit PaperRoll(int widthDots = 576, int headToCutterDots = 96);

    // Each prints at the head and advances; heights in dots.
    void printLine(const std::vector<Glyph> &glyphs, PaperAlign align, int advance);
    void printImage(const QImage &dots, PaperAlign align, const QString &text); // black on white
    void feed(int dots);

    [[nodiscard]] PaperReceipt cut();
    [[nodiscard]] int widthDots() const { return m_strip.width(); }
    [[nodiscard]] int headToCutterDots() const { return m_headToCutter; }

private:
    struct Line
    {
        int bottom; // dots from the strip's top
        QString text;
    };

    void reserve(int height);
    [[nodiscard]] int leftOf(int width, PaperAlign align) const;

    QImage m_strip; // Grayscale8, what has passed the head since the last cut; taller than used
    int m_used = 0; // dots
    int m_headToCutter;
    std::vector<Line> m_lines;
};

// A QR code as the printer's firmware draws it; null when the data does not fit. level: 0 L … 3 H.
[[nodiscard]] QImage drawQr(const QByteArray &data, int moduleDots, int level);

} // namespace tongban::drivers::emulator
