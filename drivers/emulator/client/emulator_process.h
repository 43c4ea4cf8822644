// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: a tongban-emulate of one's own, in a temporary directory, ended with its owner whatever happens.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/client/emulator_client.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace tongban::drivers::emulator {

class EmulatorProcess
{
public:
    EmulatorProcess() = default;
    ~EmulatorProcess();
    EmulatorProcess(const EmulatorProcess &) = delete;
    EmulatorProcess &operator=(const EmulatorProcess &) = delete;

    // program: path of tongban-emulate; more: e.g. {"--line", "0:127.0.0.1:8443"}. Returns when it is ready and the
    // client is connected. Errors: DeviceAbsent with what it said. Whether it needs the preload of umockdev it knows
    // itself; a test that runs under it starts an emulator of its own tree all the same.
    Result<void> start(const QString &program, const QStringList &more = {});

    // Of the ready line. testbed: to be set as UMOCKDEV_DIR; empty without --usb or a usb device. The emulator must
    // outlive every device that the test opened there: the preload ends a process whose device was lost.
    [[nodiscard]] QString testbed() const { return m_ready.value(QStringLiteral("testbed")).toString(); }
    // 0 without --printer tcp.
    [[nodiscard]] quint16 printerPort() const
    {
        return static_cast<quint16>(m_ready.value(QStringLiteral("printerPort")).toInt());
    }

    // SIGTERM; true when it went with exit code 0 within 5 s. Killed otherwise.
    bool stop();

    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); } // e.g. "reader.tty"
    [[nodiscard]] EmulatorClient &client() { return m_client; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QTemporaryDir m_directory;
    QProcess m_process;
    QJsonObject m_ready;
    EmulatorClient m_client;
};

} // namespace tongban::drivers::emulator
