// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/screen.h"

#include <QFile>
#include <QtEndian>

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <unistd.h>

namespace tongban::bench {

Result<std::unique_ptr<Screen>> Screen::open(QSize size)
{
    std::unique_ptr<Screen> screen(new Screen(size));
    if (auto started = screen->start(); !started)
        return fail(started.error());
    return screen;
}

Result<void> Screen::start()
{
    const auto failed = [](const QString &why) { return fail(ErrorKind::DeviceAbsent, QStringLiteral("bench.screen"), why); };
    // Xvfb writes the display number that it chose to its standard output (descriptor 1).
    m_server.start(QStringLiteral("Xvfb"),
                   {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                    QStringLiteral("%1x%2x24").arg(m_size.width()).arg(m_size.height()), QStringLiteral("-nolisten"),
                    QStringLiteral("tcp"), QStringLiteral("-fbdir"), m_dir.path()});
    if (!m_server.waitForReadyRead(10'000))
        return failed(QStringLiteral("Xvfb does not start: ") + m_server.errorString());
    m_display = QLatin1Char(':') + QString::fromLatin1(m_server.readAllStandardOutput()).trimmed();
    m_x = XOpenDisplay(m_display.toLatin1().constData());
    if (!m_x)
        return failed(QStringLiteral("no connection to ") + m_display);
    m_file = std::make_unique<QFile>(m_dir.filePath(QStringLiteral("Xvfb_screen0")));
    if (!m_file->open(QIODevice::ReadOnly))
        return failed(m_file->errorString());
    m_frame = m_file->map(0, m_file->size());
    if (!m_frame)
        return failed(m_file->errorString());
    const auto word = [this](int i) { return qsizetype(qFromBigEndian<quint32>(m_frame + 4 * i)); };
    m_pixels = word(0) + word(19) * 12; // header size + colour map entries (XWDFile.h)
    m_stride = word(12);
    return {};
}

Screen::~Screen()
{
    if (m_x)
        XCloseDisplay(m_x);
    m_server.terminate();
    if (!m_server.waitForFinished(5'000))
        m_server.kill();
}

void Screen::touch(int x, int y)
{
    XTestFakeMotionEvent(m_x, -1, x, y, CurrentTime);
    XTestFakeButtonEvent(m_x, 1, True, CurrentTime);
    XTestFakeButtonEvent(m_x, 1, False, CurrentTime);
    XFlush(m_x);
}

QByteArray Screen::glance() const
{
    QByteArray picture;
    picture.reserve((m_size.width() / 40 + 1) * (m_size.height() / 40 + 1) * 3);
    for (int y = 20; y < m_size.height(); y += 40) {
        for (int x = 20; x < m_size.width(); x += 40)
            picture.append(reinterpret_cast<const char *>(m_frame + m_pixels + y * m_stride + x * 4), 3);
    }
    return picture;
}

} // namespace tongban::bench
