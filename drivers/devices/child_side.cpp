// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/child_side.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

namespace tongban::drivers::devices {

ChildSpeech::ChildSpeech() : m_fd(::dup(STDOUT_FILENO))
{
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    ::prctl(PR_SET_DUMPABLE, 0);
    std::signal(SIGPIPE, SIG_IGN); // write() says it
}

void ChildSpeech::say(char type, const QByteArray &payload) const
{
    const QByteArray message = codec::encodeChildMessage(type, payload);
    qsizetype sent = 0;
    while (sent < message.size()) {
        const auto n = ::write(m_fd, message.constData() + sent, static_cast<size_t>(message.size() - sent));
        if (n <= 0 && errno != EINTR)
            ::_exit(EXIT_FAILURE);
        sent += n > 0 ? n : 0;
    }
}

Result<codec::ChildMessage> readChildRequest()
{
    codec::ChildMessageDecoder decoder;
    while (true) {
        if (auto message = decoder.next())
            return std::move(*message);
        char bytes[4096];
        const auto n = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (n <= 0)
            return fail(ErrorKind::Cancelled, QStringLiteral("child.request"));
        decoder.feed(QByteArray(bytes, n));
    }
}

} // namespace tongban::drivers::devices
