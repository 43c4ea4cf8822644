// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/stop_signal.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tongban::app {

namespace {

volatile std::sig_atomic_t writeEnd = -1;

void handle(int)
{
    const char byte = 1;
    // Only async-signal-safe calls here; a full pipe means that a stop is already under way.
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
}

void setHandler(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

} // namespace

StopSignal::StopSignal(QObject *parent) : QObject(parent)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // no descriptors left: the default action ends the process, and the store survives that too
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
    });
    setHandler(SIGTERM, handle);
    setHandler(SIGINT, handle);
}

StopSignal::~StopSignal()
{
    if (m_readEnd < 0)
        return;
    setHandler(SIGTERM, SIG_DFL);
    setHandler(SIGINT, SIG_DFL);
    m_notifier.reset();
    ::close(writeEnd);
    ::close(m_readEnd);
    writeEnd = -1;
}

} // namespace tongban::app
