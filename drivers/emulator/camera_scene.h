// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before the emulated camera, as the bytes that the sensor sends. Any thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <mutex>

namespace tongban::drivers::emulator {

enum class CameraFormat { Mjpeg, Yuyv };

class CameraScene
{
public:
    void show(const QImage &image); // letterboxed; null: an empty wall
    [[nodiscard]] bool isEmpty() const;
    // One picture; made once for each scene, format and size.
    [[nodiscard]] QByteArray picture(CameraFormat format, QSize size);
    // Of the length of a picture, and none.
    [[nodiscard]] static QByteArray rubbish(qsizetype length);

private:
    mutable std::mutex m_mutex;
    QImage m_image;
    QByteArray m_made;
    CameraFormat m_format = CameraFormat::Mjpeg;
    QSize m_size;
};

} // namespace tongban::drivers::emulator
