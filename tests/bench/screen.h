// SPDX-License-Identifier: GPL-3.0-or-later
// A screen of the bench's own: an X server, its frame buffer in memory, and a finger (XTest).
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QProcess>
#include <QSize>
#include <QTemporaryDir>

#include <memory>

struct _XDisplay;

namespace tongban::bench {

class Screen
{
public:
    static Result<std::unique_ptr<Screen>> open(QSize size);
    ~Screen();

    [[nodiscard]] QString display() const { return m_display; }
    void touch(int x, int y);

    // A coarse picture: every 40th pixel in both directions. Cheap enough to be taken each millisecond.
    [[nodiscard]] QByteArray glance() const;

private:
    explicit Screen(QSize size) : m_size(size) {}
    Result<void> start();

    QSize m_size;
    QTemporaryDir m_dir;
    QProcess m_server;
    QString m_display;
    _XDisplay *m_x = nullptr;
    const uchar *m_frame = nullptr; // X Window Dump, mapped
    qsizetype m_pixels = 0;         // offset of the first pixel
    qsizetype m_stride = 0;
    std::unique_ptr<QFile> m_file;
};

} // namespace tongban::bench
