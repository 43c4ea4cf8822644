// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/crash/stages.h"

#include <chrono>
#include <csignal>
#include <ctime>
#include <mutex>
#include <unistd.h>

namespace tongban::testing {

namespace {

const auto processBegan = std::chrono::steady_clock::now();
Death planned;
std::mutex mutex;
int seen = 0; // beginnings of the planned stage so far

void armTimer(int microseconds)
{
    sigevent event{};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    timer_t timer{};
    if (::timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
        qFatal("no timer");
    constexpr int perSecond = 1'000'000;
    itimerspec when{};
    when.it_value.tv_sec = microseconds / perSecond;
    when.it_value.tv_nsec = (microseconds % perSecond) * 1000L + 1; // 0 would disarm
    ::timer_settime(timer, 0, &when, nullptr);
}

void mark(const char *what, const char *stage)
{
    const auto now =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - processBegan);
    tell(QByteArray::number(static_cast<qint64>(now.count())) + ' ' + what + ' ' + stage);
}

} // namespace

void planDeath(const Death &death)
{
    planned = death;
}

void beginStage(const char *stage)
{
    mark("begin", stage);
    const std::lock_guard lock(mutex);
    if (planned.stage == stage && ++seen == planned.occurrence)
        armTimer(planned.microseconds);
}

void endStage(const char *stage)
{
    mark("end", stage);
}

void tell(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), static_cast<std::size_t>(whole.size())) != whole.size())
        ::_exit(1); // nobody listens any more
}

} // namespace tongban::testing
