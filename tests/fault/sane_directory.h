// SPDX-License-Identifier: GPL-3.0-or-later
// A SANE configuration of the test's own: the backends `test` (frames and faults on demand) and `pnm` (pages from a file).
#pragma once

#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace tongban::tests {

class SaneDirectory
{
public:
    SaneDirectory()
    {
        QFile list(m_dir.filePath(QStringLiteral("dll.conf")));
        if (!list.open(QIODevice::WriteOnly) || list.write("test\npnm\n") < 0)
            qFatal("no SANE configuration");
    }

    [[nodiscard]] QString path() const { return m_dir.path(); }
    [[nodiscard]] QString glass() const { return m_dir.filePath(QStringLiteral("page.pnm")); }

    // Lays a page on the glass of pnm:0.
    void lay(const QImage &page) const
    {
        if (!page.save(glass(), "PPM"))
            qFatal("no page on the glass");
    }
    void clear() const { QFile::remove(glass()); }

private:
    QTemporaryDir m_dir;
};

} // namespace tongban::tests
