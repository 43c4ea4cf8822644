// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/strangers/strangers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <csignal>

namespace tongban::tests {

namespace {

constexpr int installMs = 300'000; // some hundred packages over a slow line
constexpr int readyMs = 90'000;    // Node reads them all at start
constexpr int endMs = 10'000;
const QString where = QStringLiteral("strangers");
const QString packages = QStringLiteral(TONGBAN_STRANGERS_DIR);
const QString sources = QStringLiteral(TONGBAN_SOURCE_DIR "/tests/strangers/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size();
}

void endWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(endMs)) {
        process.kill();
        process.waitForFinished(endMs);
    }
}

// Free now; stunnel says itself when somebody was faster.
quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

} // namespace

Strangers::~Strangers()
{
    end(m_stunnel);
    end(m_servers);
}

Result<void> Strangers::prepare()
{
    for (const char *program : {"node", "npm", "stunnel"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            return fail(ErrorKind::Misconfigured, where, QLatin1String(program) + QStringLiteral(" is not installed"));
    }
    const QByteArray lock = contentOf(sources + QStringLiteral("package-lock.json"));
    const QByteArray digest = QCryptographicHash::hash(lock, QCryptographicHash::Sha256).toHex();
    const QString marker = packages + QStringLiteral("/installed"); // written last
    QDir().mkpath(packages);
    for (const char *name : {"package.json", "package-lock.json", "servers.mjs"}) {
        if (!writeTo(packages + QLatin1Char('/') + QLatin1String(name), contentOf(sources + QLatin1String(name))))
            return fail(ErrorKind::Misconfigured, where, packages + QStringLiteral(" cannot be written"));
    }
    if (contentOf(marker) == digest)
        return {};
    QProcess npm;
    npm.setWorkingDirectory(packages);
    npm.setProcessChannelMode(QProcess::MergedChannels);
    npm.start(QStringLiteral("npm"), {QStringLiteral("ci"), QStringLiteral("--ignore-scripts"),
                                      QStringLiteral("--no-audit"), QStringLiteral("--no-fund")});
    if (!npm.waitForFinished(installMs) || npm.exitStatus() != QProcess::NormalExit || npm.exitCode() != 0) {
        end(npm);
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("npm ci: ") + QString::fromUtf8(npm.readAll().right(500)));
    }
    if (!writeTo(marker, digest))
        return fail(ErrorKind::Misconfigured, where, marker + QStringLiteral(" cannot be written"));
    return {};
}

Result<void> Strangers::start(const TlsFiles &tls, const QByteArray &contract)
{
    if (!writeTo(contractFile(), contract))
        return fail(ErrorKind::Misconfigured, where, contractFile() + QStringLiteral(" cannot be written"));
    const auto port = startServers();
    if (!port)
        return fail(port.error());
    return startTls(tls, *port);
}

Result<quint16> Strangers::startServers()
{
    QDir().mkpath(uploadsDirectory());
    m_servers.setWorkingDirectory(packages);
    m_servers.setChildProcessModifier(endWithParent);
    m_servers.start(QStringLiteral("node"), {QStringLiteral("servers.mjs"), contractFile(), uploadsDirectory()});
    QElapsedTimer elapsed;
    elapsed.start();
    while (!m_servers.canReadLine() && elapsed.elapsed() < readyMs) {
        if (!m_servers.waitForReadyRead(readyMs - static_cast<int>(elapsed.elapsed())))
            break;
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_servers.readLine()).object();
    if (!ready.value(QLatin1String("ready")).toBool())
        return fail(ErrorKind::DeviceFault, where, QString::fromUtf8(m_servers.readAllStandardError()));
    return static_cast<quint16>(ready.value(QLatin1String("port")).toInt());
}

Result<void> Strangers::startTls(const TlsFiles &tls, quint16 behind)
{
    m_port = freePort();
    const QString file = m_directory.filePath(QStringLiteral("stunnel.conf"));
    const QString settings = QStringLiteral("foreground = yes\npid =\nsyslog = no\n[city]\naccept = 127.0.0.1:%1\n"
                                            "connect = 127.0.0.1:%2\ncert = %3\nkey = %4\nCAfile = %5\n"
                                            "requireCert = yes\nverifyChain = yes\nsslVersionMin = TLSv1.2\n")
                                 .arg(m_port)
                                 .arg(behind)
                                 .arg(tls.certificate, tls.key, tls.clientCa);
    if (m_port == 0 || !writeTo(file, settings.toUtf8()))
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("stunnel's settings cannot be written"));
    m_stunnel.setChildProcessModifier(endWithParent);
    m_stunnel.start(QStringLiteral("stunnel"), {file});
    QElapsedTimer elapsed;
    elapsed.start();
    while (m_stunnel.state() != QProcess::NotRunning && elapsed.elapsed() < readyMs) {
        QTcpSocket knock;
        knock.connectToHost(QHostAddress::LocalHost, m_port);
        if (knock.waitForConnected(endMs))
            return {};
        m_stunnel.waitForReadyRead(100); // until it speaks again
    }
    return fail(ErrorKind::DeviceFault, where, QString::fromUtf8(tlsLog()));
}

QUrl Strangers::baseUrl() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(m_port));
}

QString Strangers::uploadsDirectory() const
{
    return m_directory.filePath(QStringLiteral("uploads"));
}

QString Strangers::contractFile() const
{
    return m_directory.filePath(QStringLiteral("platform.openapi.yaml"));
}

QList<QJsonObject> Strangers::requests()
{
    m_servers.waitForReadyRead(0); // takes in what the pipe holds
    m_log += m_servers.readAllStandardError();
    QList<QJsonObject> all;
    for (const QByteArray &line : m_log.split('\n')) {
        const QJsonObject request = QJsonDocument::fromJson(line).object();
        if (!request.isEmpty())
            all.append(request);
    }
    return all;
}

QByteArray Strangers::tlsLog()
{
    m_stunnel.waitForReadyRead(0);
    return m_tlsLog += m_stunnel.readAllStandardError();
}

} // namespace tongban::tests
