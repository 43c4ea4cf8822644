// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/pcsc_world.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QTcpSocket>
#include <QtEndian>

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace tongban::tests {

namespace {

constexpr auto marker = "TONGBAN_PCSC_WORLD";
constexpr quint16 vpcdPort = 35963; // of vpcd's first slot
const auto socketPath = QStringLiteral("/run/pcscd/pcscd.comm");

[[noreturn]] void giveUp(const char *what)
{
    std::perror(what);
    std::exit(EXIT_FAILURE);
}

void raiseLoopback()
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP;
    if (fd < 0 || ::ioctl(fd, SIOCSIFFLAGS, &request) != 0)
        giveUp("lo");
    ::close(fd);
}

} // namespace

void enterPcscWorld(char *argv[])
{
    if (!std::getenv(marker)) {
        ::setenv(marker, "1", 1);
        std::vector<char *> arguments{const_cast<char *>("unshare"), const_cast<char *>("--mount"),
                                      const_cast<char *>("--net")};
        if (::geteuid() != 0) // root needs no user namespace, and a chroot has none to give
            arguments.push_back(const_cast<char *>("--map-root-user"));
        char self[] = "/proc/self/exe";
        char path[4096] = {};
        if (::readlink(self, path, sizeof path - 1) < 0)
            giveUp(self);
        arguments.push_back(path);
        for (char **argument = argv + 1; *argument; ++argument)
            arguments.push_back(*argument);
        arguments.push_back(nullptr);
        ::execvp("unshare", arguments.data());
        giveUp("unshare");
    }
    if (::mount("tmpfs", "/run", "tmpfs", 0, nullptr) != 0 || ::mkdir("/run/pcscd", 0755) != 0)
        giveUp("/run");
    raiseLoopback();
}

bool Pcscd::start(bool withReader, const char *readerName)
{
    QFile file(m_configuration.filePath(QStringLiteral("vpcd")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (withReader)
        file.write(QByteArray("FRIENDLYNAME \"") + readerName +
                   "\"\nDEVICENAME /dev/null:0x8C7B\n"
                   "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID 0x8C7B\n");
    file.close();
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral("/usr/sbin/pcscd"), {QStringLiteral("--foreground"), QStringLiteral("--critical"),
                                                        QStringLiteral("--config"), m_configuration.path()});
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QLocalSocket socket;
        socket.connectToServer(socketPath);
        if (socket.waitForConnected(100))
            return true;
        m_process.waitForFinished(20);
    }
    return false;
}

void Pcscd::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill(); // a frozen one, too
    m_process.waitForFinished();
    QFile::remove(socketPath);
    QFile::remove(QStringLiteral("/run/pcscd/pcscd.pid"));
}

void Pcscd::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void Pcscd::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

VirtualCard::VirtualCard(Answer answer)
    : m_answer(std::move(answer)), m_thread([this](const std::stop_token &stop) { serve(stop); })
{}

VirtualCard::Answer VirtualCard::withId(const QByteArray &id)
{
    return [id](const QByteArray &apdu) {
        return apdu == QByteArray::fromHex("FFCA000000") ? id + QByteArray::fromHex("9000")
                                                         : QByteArray::fromHex("6D00");
    };
}

void VirtualCard::lift()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
}

// vpcd's protocol (virtualsmartcard, "vpcd"): u16 length, then one control byte (0 off, 1 on, 2 reset, 4 ATR) or an
// APDU.
void VirtualCard::serve(const std::stop_token &stop)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), vpcdPort);
    if (!socket.waitForConnected(5000))
        return;
    const auto send = [&socket](const QByteArray &bytes) {
        QByteArray length(2, Qt::Uninitialized);
        qToBigEndian(static_cast<quint16>(bytes.size()), length.data());
        socket.write(length + bytes);
        socket.flush();
    };
    while (!stop.stop_requested() && socket.state() == QTcpSocket::ConnectedState) {
        const QByteArray header = socket.peek(2);
        const auto length = header.size() < 2 ? 0 : qFromBigEndian<quint16>(header.constData());
        if (length == 0 || socket.bytesAvailable() < 2 + length) { // length and message come one after the other
            socket.waitForReadyRead(20);
            continue;
        }
        const QByteArray message = socket.read(2 + length).mid(2);
        if (message == QByteArray(1, '\4')) {
            send(atr());
        } else if (length > 1) {
            const QByteArray answer = m_answer(message);
            if (answer.isEmpty())
                return socket.abort();
            send(answer);
        }
    }
}

} // namespace tongban::tests
