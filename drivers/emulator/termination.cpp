// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/termination.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace tongban::drivers::emulator {

Termination::Termination()
{
    sigset_t ends;
    ::sigemptyset(&ends);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaddset(&ends, signal);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    m_fd = ::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

Termination::~Termination()
{
    m_notifier.reset();
    if (m_fd >= 0)
        ::close(m_fd);
}

void Termination::onRequest(std::function<void()> handler)
{
    m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this, handler = std::move(handler)] {
                         m_notifier->setEnabled(false);
                         handler();
                     });
}

} // namespace tongban::drivers::emulator
