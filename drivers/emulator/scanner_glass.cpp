// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/scanner_glass.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QSaveFile>

namespace tongban::drivers::emulator {

Result<void> ScannerGlass::place(const QString &file)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::InputInvalid, QStringLiteral("scanner.place"), reader.errorString());
    const bool isGrey = image.isGrayscale();
    const QImage page = image.convertToFormat(isGrey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    QSaveFile glass(m_path); // renamed into place: the scanner never sees half a page
    if (!glass.open(QIODevice::WriteOnly) || !page.save(&glass, isGrey ? "pgm" : "ppm") || !glass.commit())
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("scanner.place"), m_path);
    return {};
}

void ScannerGlass::remove()
{
    QFile::remove(m_path);
}

bool ScannerGlass::hasPage() const
{
    return QFile::exists(m_path);
}

} // namespace tongban::drivers::emulator
