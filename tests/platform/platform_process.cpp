// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/platform_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <sys/prctl.h>

#include <csignal>

namespace tongban::tests::platform {

namespace {

constexpr int readyMs = 20'000; // generous: a loaded machine with sanitizers
constexpr int endMs = 10'000;
const QString where = QStringLiteral("platform-process");

// The program ends with the test that started it, also when that crashes.
void endWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

PlatformProcess::PlatformProcess(PlatformOptions options)
    : m_options(std::move(options)), m_directory(std::make_shared<QTemporaryDir>())
{
    if (m_options.catalogueDirectory.isEmpty())
        m_options.catalogueDirectory =
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items:" TONGBAN_SOURCE_DIR "/resources/themes");
}

PlatformProcess::PlatformProcess(const PlatformProcess &first, const QString &address)
    : m_options(first.m_options), m_directory(first.m_directory)
{
    m_options.address = address;
}

PlatformProcess::~PlatformProcess()
{
    stop();
}

Result<void> PlatformProcess::makeKeys(const QString &deviceId, const QString &siteCode)
{
    QProcess script;
    script.start(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/platform/make_pki"),
                 {m_directory->filePath(QStringLiteral("pki")), deviceId, siteCode});
    if (!script.waitForFinished(readyMs) || script.exitStatus() != QProcess::NormalExit || script.exitCode() != 0)
        return fail(ErrorKind::Misconfigured, where, QString::fromUtf8(script.readAllStandardError()));
    return {};
}

QStringList PlatformProcess::arguments() const
{
    const auto pki = [this](const char *name) {
        return m_directory->filePath(QStringLiteral("pki/") + QLatin1String(name));
    };
    return {QStringLiteral("--dir"),
            directory(),
            QStringLiteral("--port"),
            QString::number(m_port),
            QStringLiteral("--control-port"),
            QString::number(m_controlPort),
            QStringLiteral("--cert"),
            pki("server.pem"),
            QStringLiteral("--key"),
            pki("server.key"),
            QStringLiteral("--client-ca"),
            pki("ca.pem"),
            QStringLiteral("--catalogue"),
            m_options.catalogueDirectory,
            QStringLiteral("--openapi"),
            QStringLiteral(TONGBAN_SOURCE_DIR "/resources/api/platform.openapi.yaml"),
            QStringLiteral("--accept-after-ms"),
            QString::number(m_options.acceptAfterMs),
            QStringLiteral("--session-seconds"),
            QString::number(m_options.sessionSeconds),
            QStringLiteral("--city-key"),
            pki("city-sm2.key"),
            QStringLiteral("--device-keys"),
            m_directory->filePath(QStringLiteral("pki")),
            QStringLiteral("--ca-key"),
            pki("ca.key"),
            QStringLiteral("--enrol-port"),
            QString::number(m_enrolPort),
            QStringLiteral("--address"),
            m_options.address,
            QStringLiteral("--receive-buffer"),
            QString::number(m_options.receiveBuffer)};
}

Result<void> PlatformProcess::start()
{
    if (auto keys = makeKeys(m_options.deviceId, m_options.siteCode); !keys)
        return keys;
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier(endWithParent);
    m_process->start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-platform"), arguments());
    return awaitReady();
}

Result<void> PlatformProcess::awaitReady()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!m_process->canReadLine() && elapsed.elapsed() < readyMs) {
        if (!m_process->waitForReadyRead(readyMs - static_cast<int>(elapsed.elapsed())))
            break;
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process->readLine()).object();
    if (!ready.value(QLatin1String("ready")).toBool()) {
        stop();
        return fail(ErrorKind::DeviceFault, where, QStringLiteral("not ready: ") + QString::fromUtf8(m_log));
    }
    m_port = static_cast<quint16>(ready.value(QLatin1String("port")).toInt());
    m_controlPort = static_cast<quint16>(ready.value(QLatin1String("controlPort")).toInt());
    m_enrolPort = static_cast<quint16>(ready.value(QLatin1String("enrolPort")).toInt());
    return {};
}

void PlatformProcess::stop()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(endMs)) {
        m_process->kill();
        m_process->waitForFinished(endMs);
    }
    m_log += m_process->readAllStandardError();
    m_process.reset();
}

void PlatformProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(endMs);
    m_log += m_process->readAllStandardError();
    m_process.reset();
}

QByteArray PlatformProcess::log()
{
    if (m_process) {
        m_process->waitForReadyRead(0); // takes in what the pipe holds, without an event loop
        m_log += m_process->readAllStandardError();
    }
    return m_log;
}

QUrl PlatformProcess::baseUrl() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(m_port));
}

QString PlatformProcess::directory() const
{
    return m_directory->filePath(QStringLiteral("platform"));
}

QString PlatformProcess::caFile() const
{
    return m_directory->filePath(QStringLiteral("pki/ca.pem"));
}

QString PlatformProcess::certificateFile() const
{
    return m_directory->filePath(QStringLiteral("pki/device-%1.pem").arg(m_options.deviceId));
}

QString PlatformProcess::keyFile() const
{
    return m_directory->filePath(QStringLiteral("pki/device-%1.key").arg(m_options.deviceId));
}

QString PlatformProcess::signKeyFile() const
{
    return m_directory->filePath(QStringLiteral("pki/device-%1-sm2.key").arg(m_options.deviceId));
}

QString PlatformProcess::cityKeyFile() const
{
    return m_directory->filePath(QStringLiteral("pki/city-sm2.pub"));
}

Result<QString> PlatformProcess::addDevice(const QString &deviceId, const QString &siteCode)
{
    if (auto keys = makeKeys(deviceId, siteCode); !keys)
        return fail(keys.error());
    return m_directory->filePath(QStringLiteral("pki/device-%1.pem").arg(deviceId));
}

} // namespace tongban::tests::platform
