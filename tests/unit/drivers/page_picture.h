// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as a scanner would see them, drawn in the test: A4 at 200 dpi is 1654 × 2339 pixels.
#pragma once

#include "drivers/imaging/raster.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace tongban::tests {

// A form's worth of body text (12 pt = 33 pixels at 200 dpi) with `lines` lines and, if asked, a red seal over it.
inline QImage textPage(int lines, QColor ink = Qt::black, QColor paper = QColor(246, 245, 240), bool seal = false)
{
    QImage page(1654, 2339, QImage::Format_RGB888);
    page.fill(paper);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ink);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(33);
    painter.setFont(font);
    const auto text = QStringLiteral(
        "户口簿 常住人口登记卡 姓名 王桂兰 与户主关系 户主 本市其他住址 青山镇青山村三组 18 号 出生日期 一九四九年");
    for (int i = 0; i < lines; ++i)
        painter.drawText(120, 160 + i * 50, QString::number(i + 1) + QStringLiteral(" ") + text.mid(0, 42));
    if (seal) {
        painter.setPen(QPen(QColor(205, 30, 40), 9));
        painter.drawEllipse(QPoint(1200, 1900), 200, 200);
    }
    return page;
}

// The noise of a cheap sensor, the same in every run.
inline QImage noisy(QImage page, int amplitude)
{
    std::uint32_t state = 7;
    const auto next = [&] { // Numerical Recipes' generator: quick, and good enough for grain
        state = state * 1664525u + 1013904223u;
        return static_cast<int>((state >> 16) % static_cast<std::uint32_t>(2 * amplitude + 1)) - amplitude;
    };
    for (int y = 0; y < page.height(); ++y) {
        uchar *row = page.scanLine(y);
        for (int x = 0; x < page.width() * 3; ++x)
            row[x] = static_cast<uchar>(std::clamp(row[x] + next(), 0, 255));
    }
    return page;
}

inline drivers::imaging::Raster rasterOf(const QImage &image)
{
    const bool gray = image.format() == QImage::Format_Grayscale8;
    auto raster = drivers::imaging::Raster::blank(image.width(), image.height(), gray ? 1 : 3);
    const QImage source = image.convertToFormat(gray ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int y = 0; y < source.height(); ++y)
        std::memcpy(raster.row(y), source.constScanLine(y), raster.stride());
    return raster;
}

} // namespace tongban::tests
