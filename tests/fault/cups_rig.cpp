// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/cups_rig.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <QTest>

#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tongban::tests {
namespace {

constexpr int startsWithin = 20'000; // ms; a busy machine
const QString queue = QStringLiteral("KioskA4");

int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    const bool bound = ::bind(fd, reinterpret_cast<sockaddr *>(&address), length) == 0 &&
                       ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) == 0;
    ::close(fd);
    return bound ? ntohs(address.sin_port) : 0;
}

QByteArray cupsdConf(const QString &socket)
{
    return "Listen " + socket.toUtf8() +
           "\nBrowsing No\nDirtyCleanInterval 0\nWebInterface No\nDefaultAuthType None\nPreserveJobFiles Yes\nLogLevel "
           "debug\n"
           "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
           "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
           "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n";
}

bool isListening(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

// Root starts filters and back ends as another user; anybody else's cupsd keeps its own.
QByteArray cupsFilesConf(const QByteArray &directory)
{
    const passwd *self = ::getpwuid(::getuid());
    const QByteArray user = ::getuid() == 0 || !self ? QByteArray("lp") : QByteArray(self->pw_name);
    return "User " + user + (::getuid() == 0 ? "\nGroup lp" : "") + "\nSystemGroup root\nServerRoot " + directory +
           "/root\nRequestRoot " + directory + "/root/spool\nTempDir " + directory + "/root/tmp\nCacheDir " +
           directory + "/root/cache\nStateDir " + directory + "/root/run\nServerKeychain " + directory +
           "/root/ssl\nAccessLog " + directory + "/root/log/access\nErrorLog " + directory +
           "/root/log/error\nPageLog " + directory + "/root/log/page\nSandboxing relaxed\n";
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
    process.terminate();
    if (process.waitForFinished(5'000))
        return;
    process.kill();
    process.waitForFinished(5'000);
}

} // namespace

CupsRig::~CupsRig()
{
    setStop({}); // a script that stands still ends
    end(m_cupsd);
    end(m_printer);
    end(m_bus);
}

QString CupsRig::start()
{
    if (!m_directory.isValid() || !writeFiles())
        return QStringLiteral("no directory");
    m_printerPort = freePort();
    write(QStringLiteral("port"), QByteArray::number(m_printerPort));
    QString why = startOne(m_bus, QStringLiteral("dbus-daemon"),
                           {QStringLiteral("--session"), QStringLiteral("--nofork"),
                            QStringLiteral("--address=unix:path=") + path(QStringLiteral("bus"))});
    if (why.isEmpty() && !QTest::qWaitFor([this] { return QFile::exists(path(QStringLiteral("bus"))); }, startsWithin))
        why = QStringLiteral("no bus");
    if (why.isEmpty())
        why = startPrinter();
    if (why.isEmpty())
        why = startCupsd();
    if (why.isEmpty())
        why = setDevicePort(m_printerPort);
    // cupsd asks the printer what it can in a thread of its own.
    const QString driver = path(QStringLiteral("root/ppd/KioskA4.ppd"));
    if (why.isEmpty() && !QTest::qWaitFor([&] { return QFile::exists(driver); }, startsWithin))
        why = QStringLiteral("cupsd did not find out what the printer can");
    return why;
}

QString CupsRig::setDevicePort(int port)
{
    // "everywhere" asks the printer; one that stands already is only pointed elsewhere.
    QStringList arguments{QStringLiteral("-p"), queue, QStringLiteral("-v"),
                          QStringLiteral("ipp://localhost:%1/ipp/print").arg(port)};
    if (port == m_printerPort)
        arguments += {QStringLiteral("-E"), QStringLiteral("-m"), QStringLiteral("everywhere"), QStringLiteral("-o"),
                      QStringLiteral("printer-error-policy=retry-current-job")};
    QString why;
    QDeadlineTimer patience(startsWithin);
    do
        why = run(QStringLiteral("lpadmin"), arguments);
    while (!why.isEmpty() && !patience.hasExpired());
    return why;
}

QString CupsRig::startPrinter()
{
    QString why = startOne(m_printer, QStringLiteral("ippeveprinter"),
                           {QStringLiteral("-p"), QString::number(m_printerPort), QStringLiteral("-n"),
                            QStringLiteral("localhost"), QStringLiteral("-r"), QStringLiteral("off"),
                            QStringLiteral("-d"), path(QStringLiteral("spool")), QStringLiteral("-f"),
                            QStringLiteral("application/pdf,image/pwg-raster,image/urf"), QStringLiteral("-c"),
                            path(QStringLiteral("mechanism.sh")), queue});
    if (why.isEmpty() && !QTest::qWaitFor([this] { return isListening(m_printerPort); }, startsWithin))
        why = QStringLiteral("the printer does not listen");
    return why;
}

QString CupsRig::startCupsd()
{
    return startOne(m_cupsd, QStringLiteral("cupsd"),
                    {QStringLiteral("-f"), QStringLiteral("-c"), path(QStringLiteral("root/cupsd.conf")),
                     QStringLiteral("-s"), path(QStringLiteral("root/cups-files.conf"))});
}

void CupsRig::killPrinter()
{
    m_printer.kill();
    m_printer.waitForFinished();
}

void CupsRig::killCupsd()
{
    m_cupsd.kill();
    m_cupsd.waitForFinished();
}

void CupsRig::freezeCupsd()
{
    ::kill(static_cast<pid_t>(m_cupsd.processId()), SIGSTOP);
}

void CupsRig::thawCupsd()
{
    ::kill(static_cast<pid_t>(m_cupsd.processId()), SIGCONT);
}

void CupsRig::setStop(const QByteArray &reasons)
{
    write(QStringLiteral("stop.new"), reasons); // the script sees the old one or the new one, never half of it
    QFile::remove(path(QStringLiteral("stop")));
    QFile::rename(path(QStringLiteral("stop.new")), path(QStringLiteral("stop")));
}

void CupsRig::setAborts(bool aborts)
{
    if (aborts)
        write(QStringLiteral("aborts"), "1");
    else
        QFile::remove(path(QStringLiteral("aborts")));
}

void CupsRig::setCounts(bool counts)
{
    if (counts)
        QFile::remove(path(QStringLiteral("uncounted")));
    else
        write(QStringLiteral("uncounted"), "1");
}

drivers::devices::CupsOptions CupsRig::options() const
{
    drivers::devices::CupsOptions options;
    options.queue = queue.toUtf8();
    options.host = path(QStringLiteral("cups.sock")).toUtf8();
    options.pollInterval = std::chrono::milliseconds(50);
    return options;
}

QList<QByteArray> CupsRig::printed() const
{
    QList<QByteArray> documents;
    const QDir paper(path(QStringLiteral("printed")));
    for (const QString &name : paper.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name)) {
        QFile file(paper.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            documents.append(file.readAll());
    }
    return documents;
}

QStringList CupsRig::spooledDocuments() const
{
    return QDir(path(QStringLiteral("root/spool"))).entryList({QStringLiteral("d*")}, QDir::Files);
}

bool CupsRig::isMechanismAtWork() const
{
    return QFile::exists(path(QStringLiteral("working")));
}

bool CupsRig::writeFiles()
{
    const QDir here(m_directory.path());
    for (const char *name :
         {"printed", "spool", "root/spool", "root/tmp", "root/log", "root/cache", "root/run", "root/ssl", "root/ppd"}) {
        if (!here.mkpath(QLatin1String(name)))
            return false;
    }
    constexpr auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                         QFile::ReadOther | QFile::ExeOther;
    for (const char *name : {"mechanism.sh", "withdrawn.test"}) {
        const QString ours = QStringLiteral(TONGBAN_SOURCE_DIR "/tests/fault/cups_rig_files/") + QLatin1String(name);
        if (!QFile::copy(ours, path(QLatin1String(name))))
            return false;
    }
    write(QStringLiteral("root/cupsd.conf"), cupsdConf(path(QStringLiteral("cups.sock"))));
    write(QStringLiteral("root/cups-files.conf"), cupsFilesConf(m_directory.path().toUtf8()));
    // The user of the filters has to come through.
    return QFile::setPermissions(m_directory.path(), all) &&
           QFile::setPermissions(path(QStringLiteral("mechanism.sh")), all);
}

void CupsRig::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(content);
}

QString CupsRig::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QString why = startOne(process, program, arguments);
    if (!why.isEmpty())
        return why;
    if (!process.waitForFinished(startsWithin))
        return program + QStringLiteral(" does not end");
    return process.exitCode() == 0 ? QString() : program + QStringLiteral(" failed");
}

QString CupsRig::startOne(QProcess &process, const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/sbin:/usr/bin:/sbin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("HOME"), m_directory.path());
    environment.insert(QStringLiteral("CUPS_SERVER"), path(QStringLiteral("cups.sock")));
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"),
                       QStringLiteral("unix:path=") + path(QStringLiteral("bus")));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (process.program().isEmpty()) // kept for somebody who looks into the directory
        process.setStandardOutputFile(path(QFileInfo(program).fileName() + QStringLiteral(".out")));
    process.start(program, arguments);
    return process.waitForStarted() ? QString() : program + QStringLiteral(": ") + process.errorString();
}

} // namespace tongban::tests
