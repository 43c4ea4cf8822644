// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/receipt_printer/line_drawer.h"

#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

namespace tongban::drivers::devices {
namespace {

constexpr int threshold = 150; // a head's dot is there or not

// The head burns what is dark; bits to the left first.
QByteArray bitsOf(const QImage &grey, int rowBytes)
{
    QByteArray bits(static_cast<qsizetype>(rowBytes) * grey.height(), '\0');
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            char &byte = bits[static_cast<qsizetype>(y) * rowBytes + x / 8];
            if (row[x] < threshold)
                byte = static_cast<char>(byte | (0x80 >> x % 8));
        }
    }
    return bits;
}

void drawGlyphs(QPainter &painter, const QString &line, bool bold)
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setHintingPreference(QFont::PreferFullHinting);
    int x = 0;
    for (const char32_t point : line.toStdU32String()) {
        const QString glyph = QString::fromUcs4(&point, 1);
        const int width = codec::escposTextWidth(glyph);
        const bool isHalf = width == codec::escposHalfWidthDots;
        // Latin is set two dots smaller, so that g and y keep their tails inside the cell.
        font.setPixelSize(isHalf ? codec::escposGlyphHeightDots - 2 : codec::escposGlyphHeightDots);
        painter.setFont(font);
        for (int strike = 0; strike <= (bold ? 1 : 0); ++strike) // a head strikes bold type twice, one dot apart
            painter.drawText(QPointF(x + strike, isHalf ? 19 : 21), glyph);
        x += width;
    }
}

} // namespace

codec::EscposRaster drawReceiptLine(const QString &line, const codec::EscposLineStyle &style)
{
    const int width = codec::escposTextWidth(line) * style.widthScale;
    if (width == 0 || !qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return {};
    QImage dots(width, codec::escposGlyphHeightDots * style.heightScale, QImage::Format_Grayscale8);
    dots.fill(Qt::white);
    QPainter painter(&dots);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(style.widthScale, style.heightScale);
    drawGlyphs(painter, line, style.bold);
    painter.end();
    const int rowBytes = (width + 7) / 8;
    return {.rowBytes = rowBytes, .rows = dots.height(), .bits = bitsOf(dots, rowBytes)};
}

} // namespace tongban::drivers::devices
