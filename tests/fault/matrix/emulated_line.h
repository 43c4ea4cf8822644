// SPDX-License-Identifier: GPL-3.0-or-later
// A serial port of the terminal with a device of the emulated desk plugged into it: a link, as a udev rule makes one.
#pragma once

#include "drivers/emulator/client/emulator_process.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tongban::tests {

class EmulatedLine // on one thread
{
public:
    // device: "reader.tty". Here and below: why not; empty when it was done.
    [[nodiscard]] QString start(const QString &device)
    {
        m_desk = std::make_unique<drivers::emulator::EmulatorProcess>();
        const auto started = m_desk->start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"));
        return started ? plug(device) : started.error().detail;
    }

    // Another device of the desk on the same port.
    [[nodiscard]] QString plug(const QString &device)
    {
        QFile::remove(port());
        return QFile::link(m_desk->path(device), port()) ? QString() : QStringLiteral("no link");
    }

    [[nodiscard]] QString call(const QString &command, const QJsonObject &arguments)
    {
        const auto done = m_desk->client().call(command, arguments);
        return done ? QString() : done.error().detail;
    }
    [[nodiscard]] QString fault(const QString &command, const char *kind)
    {
        return call(command, {{QStringLiteral("kind"), QLatin1String(kind)}});
    }

    [[nodiscard]] drivers::emulator::EmulatorClient &desk() { return m_desk->client(); }
    [[nodiscard]] QString port() const { return m_dev.filePath(QStringLiteral("port")); }
    [[nodiscard]] QJsonObject transport() const
    {
        return {{QStringLiteral("kind"), QStringLiteral("serial")}, {QStringLiteral("path"), port()}};
    }

private:
    QTemporaryDir m_dev;
    std::unique_ptr<drivers::emulator::EmulatorProcess> m_desk;
};

} // namespace tongban::tests
