// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/camera_scene.h"

#include <QBuffer>
#include <QPainter>

#include <random>

namespace tongban::drivers::emulator {
namespace {

const QColor wall(168, 166, 160);

QImage letterboxed(const QImage &image, QSize size)
{
    QImage view(size, QImage::Format_RGB32);
    view.fill(wall);
    if (image.isNull())
        return view;
    const QImage fitted = image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter(&view).drawImage((size.width() - fitted.width()) / 2, (size.height() - fitted.height()) / 2, fitted);
    return view;
}

QByteArray toJpeg(const QImage &view)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    view.save(&buffer, "jpg", 90);
    return buffer.data();
}

// ITU-R BT.601 with studio levels, as UVC cameras send it; each two pixels share one pair of colour samples.
QByteArray toYuyv(const QImage &view)
{
    QByteArray bytes;
    bytes.reserve(2 * static_cast<qsizetype>(view.width()) * view.height());
    const auto luma = [](QRgb p) { return (66 * qRed(p) + 129 * qGreen(p) + 25 * qBlue(p) + 128) / 256 + 16; };
    for (int y = 0; y < view.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(view.constScanLine(y));
        for (int x = 0; x + 1 < view.width(); x += 2) {
            const QRgb p = line[x];
            const int u = (-38 * qRed(p) - 74 * qGreen(p) + 112 * qBlue(p) + 128) / 256 + 128;
            const int v = (112 * qRed(p) - 94 * qGreen(p) - 18 * qBlue(p) + 128) / 256 + 128;
            for (const int sample : {luma(p), u, luma(line[x + 1]), v})
                bytes += static_cast<char>(sample);
        }
    }
    return bytes;
}

} // namespace

void CameraScene::show(const QImage &image)
{
    const std::lock_guard lock(m_mutex);
    m_image = image;
    m_made.clear();
}

bool CameraScene::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_image.isNull();
}

QByteArray CameraScene::picture(CameraFormat format, QSize size)
{
    const std::lock_guard lock(m_mutex);
    if (m_made.isEmpty() || format != m_format || size != m_size) {
        const QImage view = letterboxed(m_image, size);
        m_made = format == CameraFormat::Mjpeg ? toJpeg(view) : toYuyv(view);
        m_format = format;
        m_size = size;
    }
    return m_made;
}

QByteArray CameraScene::rubbish(qsizetype length)
{
    static std::minstd_rand random(7);
    QByteArray bytes(length, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

} // namespace tongban::drivers::emulator
