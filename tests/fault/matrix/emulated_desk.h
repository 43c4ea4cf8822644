// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated desk of a rig, whatever wire its devices are on.
#pragma once

#include "drivers/emulator/client/emulator_process.h"

#include <QJsonObject>

#include <memory>

namespace tongban::tests {

class EmulatedDesk // on one thread
{
public:
    // arguments: {"--reader", "usb:pair"}. With devices in a test bed, the process sees them from here on; it must run
    // under umockdev's preload. Here and below: why not; empty when it was done.
    [[nodiscard]] QString startDesk(const QStringList &arguments)
    {
        m_desk = std::make_unique<drivers::emulator::EmulatorProcess>();
        const auto started = m_desk->start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), arguments);
        if (!started)
            return started.error().detail;
        if (!m_desk->testbed().isEmpty())
            qputenv("UMOCKDEV_DIR", m_desk->testbed().toLocal8Bit());
        return {};
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
    [[nodiscard]] const drivers::emulator::EmulatorProcess &process() const { return *m_desk; }

private:
    std::unique_ptr<drivers::emulator::EmulatorProcess> m_desk;
};

} // namespace tongban::tests
