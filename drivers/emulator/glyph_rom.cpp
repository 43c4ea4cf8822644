// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/glyph_rom.h"

#include <QFont>
#include <QPainter>

#include <map>
#include <tuple>

namespace tongban::drivers::emulator {
namespace {

struct Face
{
    QFont font;
    QPointF baseline; // in the unscaled cell
};

// Ideographs fill the 24-dot body; Latin is set two dots smaller, so that g and y keep their tails inside the cell.
Face faceFor(char32_t point)
{
    const bool isHalf = point < 0x80;
    QFont font(isHalf ? QStringLiteral("Noto Sans Mono CJK SC") : QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(isHalf ? 22 : 24);
    font.setHintingPreference(QFont::PreferFullHinting);
    return {font, isHalf ? QPointF(0.5, 19) : QPointF(0, 21)};
}

void burn(QImage &cell)
{
    constexpr uchar threshold = 150; // a head's dot is there or not
    for (int y = 0; y < cell.height(); ++y) {
        uchar *row = cell.scanLine(y);
        for (int x = 0; x < cell.width(); ++x)
            row[x] = row[x] < threshold ? 0 : 255;
    }
}

QImage drawCell(const Glyph &glyph, int widthScale, int heightScale)
{
    Glyph scaled = glyph;
    scaled.widthScale = widthScale;
    scaled.heightScale = heightScale;
    QImage cell(scaled.width(), scaled.height(), QImage::Format_Grayscale8);
    cell.fill(255);
    QPainter painter(&cell);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(widthScale, heightScale);
    const Face face = faceFor(glyph.point);
    painter.setFont(face.font);
    const QString text = QString::fromUcs4(&glyph.point, 1);
    painter.drawText(face.baseline, text);
    if (glyph.bold) // the head strikes twice, one dot apart
        painter.drawText(face.baseline + QPointF(1, 0), text);
    painter.end();
    burn(cell);
    return cell;
}

} // namespace

QImage glyphDots(const Glyph &glyph)
{
    static std::map<std::tuple<char32_t, int, int, bool, bool>, QImage> drawn; // one thread: the emulator's
    QImage &cell = drawn[{glyph.point, glyph.widthScale, glyph.heightScale, glyph.bold, glyph.smooth}];
    if (cell.isNull() && glyph.smooth)
        cell = drawCell(glyph, glyph.widthScale, glyph.heightScale);
    else if (cell.isNull())
        cell = drawCell(glyph, 1, 1).scaled(glyph.width(), glyph.height()); // every dot repeated
    return cell;
}

} // namespace tongban::drivers::emulator
