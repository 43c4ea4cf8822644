// SPDX-License-Identifier: GPL-3.0-or-later
// A serial port of the terminal with a device of the emulated desk plugged into it: a link, as a udev rule makes one.
#pragma once

#include "tests/fault/matrix/emulated_desk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tongban::tests {

class EmulatedLine : public EmulatedDesk // on one thread
{
public:
    // device: "reader.tty". Here and below: why not; empty when it was done.
    [[nodiscard]] QString start(const QString &device)
    {
        const QString started = startDesk({});
        return started.isEmpty() ? plug(device) : started;
    }

    // Another device of the desk on the same port.
    [[nodiscard]] QString plug(const QString &device)
    {
        QFile::remove(port());
        return QFile::link(process().path(device), port()) ? QString() : QStringLiteral("no link");
    }

    [[nodiscard]] QString port() const { return m_dev.filePath(QStringLiteral("port")); }
    [[nodiscard]] QJsonObject transport() const
    {
        return {{QStringLiteral("kind"), QStringLiteral("serial")}, {QStringLiteral("path"), port()}};
    }

private:
    QTemporaryDir m_dev;
};

} // namespace tongban::tests
