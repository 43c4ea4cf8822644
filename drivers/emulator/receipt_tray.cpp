// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/receipt_tray.h"

#include <QDir>
#include <QImageWriter>
#include <QSaveFile>

#include <algorithm>

namespace tongban::drivers::emulator {

ReceiptTray::ReceiptTray(QString directory) : m_directory(std::move(directory))
{
    QDir().mkpath(m_directory);
    for (const QString &name : QDir(m_directory).entryList({QStringLiteral("*.png")}, QDir::Files))
        m_number = std::max(m_number, name.chopped(4).toInt());
}

Result<void> ReceiptTray::drop(const PaperReceipt &receipt)
{
    const QString path = QStringLiteral("%1/%2").arg(m_directory).arg(++m_number, 3, 10, QLatin1Char('0'));
    QSaveFile picture(path + QStringLiteral(".png"));
    QImageWriter writer(&picture, "png");
    writer.setCompression(20); // fast: the printer's answers wait behind it
    const bool isDrawn = picture.open(QIODevice::WriteOnly) && writer.write(receipt.image) && picture.commit();
    QSaveFile text(path + QStringLiteral(".txt"));
    const QByteArray words = receipt.lines.join(u'\n').toUtf8() + '\n';
    if (!isDrawn || !text.open(QIODevice::WriteOnly) || text.write(words) != words.size() || !text.commit())
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("receipt.drop"), path);
    m_newest = path + QStringLiteral(".png");
    return {};
}

} // namespace tongban::drivers::emulator
