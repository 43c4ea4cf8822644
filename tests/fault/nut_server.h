// SPDX-License-Identifier: GPL-3.0-or-later
// A real upsd with NUT's own dummy-ups behind it, in a directory and on a loopback port of the test's own; ended with
// it.
#pragma once

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace tongban::tests {

class NutServer
{
public:
    static constexpr auto upsName = "kiosk";

    NutServer()
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = free.serverPort();
        write("ups.conf", "[kiosk]\n driver = dummy-ups\n port = " + path("state.dev").toLocal8Bit() + "\n");
        write("upsd.conf", "LISTEN 127.0.0.1 " + QByteArray::number(m_port) + "\nMAXAGE 3\n");
        write("upsd.users", {});
        setStatus("OL");
    }
    ~NutServer()
    {
        stopDriver();
        freezeServer(false);
        end(m_server);
    }
    NutServer(const NutServer &) = delete;
    NutServer &operator=(const NutServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

    void start()
    {
        startDriver();
        run(m_server, "/lib/nut/upsd", {QStringLiteral("-F")});
    }
    void startDriver()
    {
        run(m_driver, "/lib/nut/dummy-ups", {QStringLiteral("-a"), QLatin1String(upsName), QStringLiteral("-F")});
    }
    void stopDriver()
    {
        freeze(false);
        end(m_driver);
    }
    void freeze(bool isFrozen) { freeze(m_driver, isFrozen); }
    void freezeServer(bool isFrozen) { freeze(m_server, isFrozen); } // it takes connections and says nothing
    // The driver looks again every two seconds.
    void setStatus(const QByteArray &status)
    {
        write("state.dev", "ups.status: " + status + "\nbattery.charge: 90\nbattery.runtime: 600\n");
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("no NUT configuration");
    }
    // As whoever runs the test: NUT gives up root for the user "nut" unless it is told a name, and minds none
    // otherwise.
    void run(QProcess &process, const char *program, QStringList arguments) const
    {
        arguments << QStringLiteral("-u") << QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"NUT_CONFPATH", "NUT_STATEPATH", "NUT_ALTPIDPATH", "NUT_PIDPATH"})
            environment.insert(QLatin1String(variable), m_dir.path());
        process.setProcessEnvironment(environment);
        process.start(QLatin1String(program), arguments);
        if (!process.waitForStarted())
            qFatal("%s does not start", program);
    }
    static void freeze(const QProcess &process, bool isFrozen)
    {
        if (process.processId() > 0)
            ::kill(static_cast<pid_t>(process.processId()), isFrozen ? SIGSTOP : SIGCONT);
    }
    static void end(QProcess &process)
    {
        process.terminate();
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(3000)) {
            process.kill();
            process.waitForFinished(3000);
        }
    }

    QTemporaryDir m_dir;
    QProcess m_driver;
    QProcess m_server;
    quint16 m_port = 0;
};

} // namespace tongban::tests
