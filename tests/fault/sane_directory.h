// SPDX-License-Identifier: GPL-3.0-or-later
// A SANE configuration of the test's own: the backends `test` (frames and faults on demand) and `pnm` (pages from a
// file).
#pragma once

#include "drivers/devices/document_scanner/sane_scanner.h"

#include <QFile>
#include <QImage>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tongban::tests {

using Pages = Result<std::vector<ports::ScannedPage>>;

inline QByteArray describe(const Pages &pages)
{
    if (pages)
        return QByteArray::number(static_cast<qsizetype>(pages->size())) + " pages";
    return QByteArray(nameOf(pages.error().kind)) + " " + pages.error().where.toUtf8() + " " +
           pages.error().detail.toUtf8();
}

// A grid of 200 × 200 mm at 150 dpi: 1181 × 1181 pixels.
inline QJsonObject grid()
{
    return {{QStringLiteral("mode"), QStringLiteral("Gray")},
            {QStringLiteral("resolution"), 150},
            {QStringLiteral("test-picture"), QStringLiteral("Grid")},
            {QStringLiteral("br-x"), 200},
            {QStringLiteral("br-y"), 200}};
}

inline QJsonObject with(QJsonObject settings, std::initializer_list<std::pair<QString, QJsonValue>> more)
{
    for (const auto &[name, value] : more)
        settings.insert(name, value);
    return settings;
}

class SaneDirectory
{
public:
    SaneDirectory()
    {
        QFile list(m_dir.filePath(QStringLiteral("dll.conf")));
        if (!list.open(QIODevice::WriteOnly) || list.write("test\npnm\nstack\n") < 0)
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

    [[nodiscard]] drivers::devices::SaneScanner scanner(const QString &device, const QJsonObject &settings,
                                                        bool feeder = false) const
    {
        return scanner({.device = device, .settings = settings, .feeder = feeder});
    }
    [[nodiscard]] drivers::devices::SaneScanner scanner(drivers::devices::SaneScannerOptions options) const
    {
        options.configDirectory = path();
        return {std::move(options), QStringLiteral(TONGBAN_BIN_DIR "/tongban-scan")};
    }
    [[nodiscard]] drivers::devices::SaneScanner testScanner(const QJsonObject &settings, bool feeder = false) const
    {
        return scanner(QStringLiteral("test:0"), settings, feeder);
    }
    [[nodiscard]] drivers::devices::SaneScanner glassScanner() const
    {
        return scanner(QStringLiteral("pnm:0"), {{QStringLiteral("filename"), glass()}});
    }

private:
    QTemporaryDir m_dir;
};

} // namespace tongban::tests
