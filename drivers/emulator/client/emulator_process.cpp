// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/client/emulator_process.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <sys/prctl.h>

#include <algorithm>
#include <csignal>

namespace tongban::drivers::emulator {

namespace {

// Nothing of this process's own tree; its preload only where the emulator enters one itself, because a sanitizer's
// library must stand before it there.
QProcessEnvironment environmentFor(const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("UMOCKDEV_DIR"));
    const bool hasTestbed = std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument == QStringLiteral("--usb") || argument == QStringLiteral("--camera") ||
                argument.startsWith(QStringLiteral("usb"));
    });
    if (!hasTestbed)
        environment.remove(QStringLiteral("LD_PRELOAD"));
    return environment;
}

} // namespace

EmulatorProcess::~EmulatorProcess()
{
    stop();
}

Result<void> EmulatorProcess::start(const QString &program, const QStringList &more)
{
    // A test that crashes leaves nobody behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.setProcessEnvironment(environmentFor(more));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, QStringList{QStringLiteral("--dir"), m_directory.path()} + more);
    const QDeadlineTimer deadline(10'000);
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    const QByteArray said = m_process.readLine();
    m_ready = QJsonDocument::fromJson(said).object();
    if (!m_ready.value(QStringLiteral("ready")).toBool())
        return fail(ErrorKind::DeviceAbsent, QStringLiteral("emulator.start"), QString::fromUtf8(said));
    return m_client.connectTo(m_directory.path());
}

bool EmulatorProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return false;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
        return false;
    }
    return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

} // namespace tongban::drivers::emulator
