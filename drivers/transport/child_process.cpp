// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/transport/child_process.h"

#include "drivers/transport/wait_for.h"

#include <QFile>

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

extern char **environ;

namespace tongban::drivers::transport {

using namespace std::chrono_literals;

namespace {

constexpr auto where = "child-process";

struct Pipe
{
    FileDescriptor readEnd;
    FileDescriptor writeEnd;
};

// Close-on-exec: a pipe that another child inherits never ends, and its end is how a cancel is told. Sockets, because
// writing to a pipe whose reader died would end the kiosk by SIGPIPE.
std::optional<Pipe> makePipe()
{
    std::array<int, 2> fds{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()) != 0)
        return std::nullopt;
    return Pipe{FileDescriptor(fds[0]), FileDescriptor(fds[1])};
}

QString describe(int status)
{
    return WIFSIGNALED(status) ? QStringLiteral("signal %1").arg(WTERMSIG(status))
                               : QStringLiteral("exit code %1").arg(WEXITSTATUS(status));
}

// posix_spawn's two bundles of settings, with their ends.
class SpawnPlan
{
public:
    SpawnPlan(int input, int output)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, input, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        ::sigemptyset(&none);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnPlan()
    {
        ::posix_spawnattr_destroy(&m_attributes);
        ::posix_spawn_file_actions_destroy(&m_actions);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;

    [[nodiscard]] int run(pid_t *pid, const QByteArray &program) const
    {
        QByteArray name = program;
        std::array<char *, 2> arguments{name.data(), nullptr};
        return ::posix_spawn(pid, program.constData(), &m_actions, &m_attributes, arguments.data(), environ);
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

ChildProcess::ChildProcess(pid_t pid, FileDescriptor input, FileDescriptor output)
    : m_pid(pid), m_input(std::move(input)), m_output(std::move(output))
{}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString &program, const QByteArray &request)
{
    const auto refused = [&](int error) {
        return fail(ErrorKind::DeviceFault, QLatin1String(where),
                    program + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error)));
    };
    auto toChild = makePipe();
    auto fromChild = makePipe();
    if (!toChild || !fromChild)
        return refused(errno);
    pid_t pid = 0;
    const SpawnPlan plan(toChild->readEnd.get(), fromChild->writeEnd.get());
    if (const int error = plan.run(&pid, QFile::encodeName(program)); error != 0)
        return refused(error);
    std::unique_ptr<ChildProcess> process(
        new ChildProcess(pid, std::move(toChild->writeEnd), std::move(fromChild->readEnd)));
    // A request is far smaller than a socket's buffer, so this does not block.
    const auto sent = ::send(process->m_input.get(), request.constData(), static_cast<size_t>(request.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent != request.size() && errno != EPIPE) // a child that has died already is told by read()
        return refused(errno);
    return process;
}

ChildProcess::~ChildProcess()
{
    if (m_pid == 0)
        return;
    kill();
    static_cast<void>(waitForEnd(Deadline::in(500ms)));
}

Result<QByteArray> ChildProcess::read(Deadline deadline, const std::stop_token &stop)
{
    const auto ready = waitFor(m_output.get(), POLLIN, deadline, stop, QLatin1String(where));
    if (!ready)
        return fail(ready.error());
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    const auto n = ::read(m_output.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.truncate(std::max<qsizetype>(n, 0));
    return bytes;
}

Result<void> ChildProcess::write(const QByteArray &bytes, Deadline deadline, const std::stop_token &stop)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto ready = waitFor(m_input.get(), POLLOUT, deadline, stop, QLatin1String(where));
        if (!ready)
            return fail(ready.error());
        const auto n = ::send(m_input.get(), bytes.constData() + sent, static_cast<size_t>(bytes.size() - sent),
                              MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            return fail(ErrorKind::DeviceFault, QLatin1String(where), QString::fromLocal8Bit(std::strerror(errno)));
        sent += std::max<qsizetype>(n, 0);
    }
    return {};
}

std::optional<QString> ChildProcess::waitForEnd(Deadline deadline, const std::stop_token &stop)
{
    while (m_pid != 0) {
        int status = 0;
        const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
        if (ended != 0) {
            m_pid = 0;
            m_ending = ended > 0 ? describe(status) : QStringLiteral("waited for elsewhere");
            break;
        }
        if (deadline.expired() || stop.stop_requested())
            return std::nullopt;
        // A child's end cannot be polled portably; it is near whenever this is called.
        static_cast<void>(pause(5ms, deadline, stop, QLatin1String(where)));
    }
    return m_ending;
}

void ChildProcess::kill()
{
    if (m_pid != 0)
        ::kill(-m_pid, SIGKILL);
}

} // namespace tongban::drivers::transport
