// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/panel/sample_page.h"

#include <QPainter>
#include <QStringList>

namespace tongban::drivers::emulator {

QImage samplePage(const QString &name)
{
    QImage page(1240, 1754, QImage::Format_Grayscale8);
    page.fill(252);
    QPainter painter(&page);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(64);
    painter.setFont(font);
    painter.drawText(QRect(0, 150, page.width(), 100), Qt::AlignCenter, QStringLiteral("活期储蓄存折（复印件）"));
    font.setPixelSize(40);
    painter.setFont(font);
    const QStringList rows{QStringLiteral("户　名：") + name, QStringLiteral("账　号：6217 0000 1234 5678 901"),
                           QStringLiteral("开户行：青山农村商业银行青山支行"), QStringLiteral("仅供办理高龄津贴使用")};
    int y = 420;
    for (const QString &row : rows) {
        painter.drawText(160, y, row);
        painter.drawLine(160, y + 24, page.width() - 160, y + 24);
        y += 130;
    }
    painter.setPen(QPen(Qt::black, 4));
    painter.drawRect(90, 90, page.width() - 180, y - 60);
    return page;
}

} // namespace tongban::drivers::emulator
