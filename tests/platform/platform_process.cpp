// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/platform_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <httplib.h>
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

PlatformProcess::PlatformProcess(PlatformOptions options) : m_options(std::move(options))
{
    if (m_options.catalogueDirectory.isEmpty())
        m_options.catalogueDirectory = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items");
}

PlatformProcess::~PlatformProcess()
{
    stop();
}

Result<void> PlatformProcess::makeKeys(const QString &deviceId, const QString &siteCode)
{
    QProcess script;
    script.start(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/platform/make_pki"),
                 {m_directory.filePath(QStringLiteral("pki")), deviceId, siteCode});
    if (!script.waitForFinished(readyMs) || script.exitStatus() != QProcess::NormalExit || script.exitCode() != 0)
        return fail(ErrorKind::Misconfigured, where, QString::fromUtf8(script.readAllStandardError()));
    return {};
}

QStringList PlatformProcess::arguments() const
{
    const auto pki = [this](const char *name) { return m_directory.filePath(QStringLiteral("pki/") + QLatin1String(name)); };
    return {QStringLiteral("--dir"),             directory(),
            QStringLiteral("--port"),            QString::number(m_port),
            QStringLiteral("--control-port"),    QString::number(m_controlPort),
            QStringLiteral("--cert"),            pki("server.pem"),
            QStringLiteral("--key"),             pki("server.key"),
            QStringLiteral("--client-ca"),       pki("ca.pem"),
            QStringLiteral("--catalogue"),       m_options.catalogueDirectory,
            QStringLiteral("--openapi"),         QStringLiteral(TONGBAN_SOURCE_DIR "/resources/api/platform.openapi.yaml"),
            QStringLiteral("--accept-after-ms"), QString::number(m_options.acceptAfterMs),
            QStringLiteral("--session-seconds"), QString::number(m_options.sessionSeconds)};
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
    return m_directory.filePath(QStringLiteral("platform"));
}

QString PlatformProcess::caFile() const
{
    return m_directory.filePath(QStringLiteral("pki/ca.pem"));
}

QString PlatformProcess::certificateFile() const
{
    return m_directory.filePath(QStringLiteral("pki/device-%1.pem").arg(m_options.deviceId));
}

QString PlatformProcess::keyFile() const
{
    return m_directory.filePath(QStringLiteral("pki/device-%1.key").arg(m_options.deviceId));
}

Result<QString> PlatformProcess::addDevice(const QString &deviceId, const QString &siteCode)
{
    if (auto keys = makeKeys(deviceId, siteCode); !keys)
        return fail(keys.error());
    return m_directory.filePath(QStringLiteral("pki/device-%1.pem").arg(deviceId));
}

Result<QByteArray> PlatformProcess::control(const char *method, const QString &path, const QByteArray &body)
{
    httplib::Client client("127.0.0.1", m_controlPort);
    client.set_read_timeout(std::chrono::seconds(10));
    httplib::Request request;
    request.method = method;
    request.path = path.toStdString();
    request.body = body.toStdString();
    if (!body.isEmpty())
        request.set_header("Content-Type", "application/json");
    const auto response = client.send(request);
    if (!response)
        return fail(ErrorKind::PlatformUnreachable, where, QString::fromStdString(httplib::to_string(response.error())));
    if (response->status >= 300)
        return fail(ErrorKind::PlatformRefused, where, QString::fromStdString(response->body));
    return QByteArray::fromStdString(response->body);
}

Result<void> PlatformProcess::plan(const QJsonObject &faults)
{
    return control("POST", QStringLiteral("/faults"), QJsonDocument(faults).toJson()).map([](const QByteArray &) {});
}

Result<void> PlatformProcess::planOne(const QString &match, const QString &kind, const QJsonObject &more)
{
    QJsonObject fault = more;
    fault.insert(QStringLiteral("match"), match);
    fault.insert(QStringLiteral("kind"), kind);
    return plan({{QStringLiteral("next"), QJsonArray{fault}}});
}

Result<void> PlatformProcess::clearFaults()
{
    return control("DELETE", QStringLiteral("/faults")).map([](const QByteArray &) {});
}

Result<QJsonArray> PlatformProcess::cases()
{
    return control("GET", QStringLiteral("/cases")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object().value(QLatin1String("cases")).toArray();
    });
}

Result<QJsonObject> PlatformProcess::counters()
{
    return control("GET", QStringLiteral("/counters")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object();
    });
}

Result<void> PlatformProcess::decide(const QString &platformCaseId, const QString &status)
{
    const QJsonObject body{{QStringLiteral("status"), status}};
    return control("POST", QStringLiteral("/cases/%1/status").arg(platformCaseId), QJsonDocument(body).toJson())
        .map([](const QByteArray &) {});
}

Result<void> PlatformProcess::acceptAfter(int ms)
{
    const QJsonObject body{{QStringLiteral("afterMs"), ms}};
    return control("POST", QStringLiteral("/acceptance"), QJsonDocument(body).toJson()).map([](const QByteArray &) {});
}

Result<void> PlatformProcess::expireSessions()
{
    return control("DELETE", QStringLiteral("/sessions")).map([](const QByteArray &) {});
}

} // namespace tongban::tests::platform
