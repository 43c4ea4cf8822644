// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/paper_roll.h"

#include "drivers/emulator/glyph_rom.h"

#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace tongban::drivers::emulator {
namespace {

constexpr int toothDots = 8; // of the cut edge

// White teeth on grey: where the blade went through.
void drawEdge(QPainter &painter, int width, int base, int tip)
{
    QPolygon teeth;
    teeth << QPoint(0, base);
    for (int x = 0; x < width; x += 2 * toothDots)
        teeth << QPoint(x, base) << QPoint(x + toothDots, tip);
    teeth << QPoint(width, base);
    painter.drawPolygon(teeth);
}

QImage withCutEdges(const QImage &paper)
{
    QImage image(paper.width(), paper.height() + 2 * toothDots, QImage::Format_Grayscale8);
    image.fill(200);
    QPainter painter(&image);
    painter.drawImage(0, toothDots, paper);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    drawEdge(painter, image.width(), toothDots, 0);
    drawEdge(painter, image.width(), toothDots + paper.height(), image.height());
    return image;
}

} // namespace

PaperRoll::PaperRoll(int widthDots, int headToCutterDots)
    : m_strip(widthDots, 512, QImage::Format_Grayscale8), m_headToCutter(headToCutterDots)
{
    m_strip.fill(255);
    feed(m_headToCutter); // loading a roll leaves white paper between head and cutter
}

void PaperRoll::reserve(int height)
{
    if (height <= m_strip.height())
        return;
    QImage longer(m_strip.width(), std::max(height, 2 * m_strip.height()), QImage::Format_Grayscale8);
    longer.fill(255);
    QPainter(&longer).drawImage(0, 0, m_strip);
    m_strip = longer;
}

int PaperRoll::leftOf(int width, PaperAlign align) const
{
    switch (align) {
    case PaperAlign::Left:
        return 0;
    case PaperAlign::Centre:
        return std::max(0, (m_strip.width() - width) / 2);
    case PaperAlign::Right:
        return std::max(0, m_strip.width() - width);
    }
    Q_UNREACHABLE();
}

void PaperRoll::feed(int dots)
{
    m_used += dots;
    reserve(m_used);
}

void PaperRoll::printLine(const std::vector<Glyph> &glyphs, PaperAlign align, int advance)
{
    int width = 0;
    int height = 0;
    QString text;
    for (const Glyph &glyph : glyphs) {
        width += glyph.width();
        height = std::max(height, glyph.height());
        text += QString::fromUcs4(&glyph.point, 1);
    }
    reserve(m_used + std::max(height, advance));
    QPainter painter(&m_strip);
    int x = leftOf(width, align);
    for (const Glyph &glyph : glyphs) { // on a common foot, as the manual draws mixed sizes
        painter.drawImage(x, m_used + height - glyph.height(), glyphDots(glyph));
        x += glyph.width();
    }
    painter.end();
    m_lines.push_back({m_used + height, text});
    feed(std::max(height, advance));
}

void PaperRoll::printImage(const QImage &dots, PaperAlign align, const QString &text)
{
    reserve(m_used + dots.height());
    QPainter(&m_strip).drawImage(leftOf(dots.width(), align), m_used, dots);
    m_lines.push_back({m_used + dots.height(), text});
    feed(dots.height());
}

PaperReceipt PaperRoll::cut()
{
    const int at = std::max(0, m_used - m_headToCutter);
    PaperReceipt receipt{.image = withCutEdges(m_strip.copy(0, 0, m_strip.width(), at)), .lines = {}};
    const auto rest = std::find_if(m_lines.begin(), m_lines.end(), [at](const Line &line) { return line.bottom > at; });
    std::for_each(m_lines.begin(), rest, [&](const Line &line) { receipt.lines.append(line.text); });
    m_lines.erase(m_lines.begin(), rest);
    for (Line &line : m_lines)
        line.bottom -= at;

    const QImage left = m_strip.copy(0, at, m_strip.width(), m_used - at);
    m_strip.fill(255);
    QPainter(&m_strip).drawImage(0, 0, left);
    m_used -= at;
    return receipt;
}

QImage drawQr(const QByteArray &data, int moduleDots, int level)
{
    const auto correction = static_cast<QRecLevel>(std::clamp(level, 0, 3));
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(data.size()), reinterpret_cast<const unsigned char *>(data.constData()), 0,
                          correction),
        &QRcode_free);
    if (!code)
        return {};
    const int side = code->width * moduleDots; // the quiet zone is the host's business
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(255);
    for (int i = 0; i < code->width * code->width; ++i) {
        const int x = i % code->width * moduleDots;
        const int y = i / code->width * moduleDots;
        for (int row = 0; row < ((code->data[i] & 1) ? moduleDots : 0); ++row)
            std::fill_n(image.scanLine(y + row) + x, moduleDots, uchar{0});
    }
    return image;
}

} // namespace tongban::drivers::emulator
