// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/trusted_clock.h"

#include "app/core/base/log.h"

#include <QMutexLocker>

#include <algorithm>

namespace tongban::offline::platform {

QDateTime buildDayUtc()
{
    return QDateTime(QDate::fromString(QStringLiteral(TONGBAN_BUILD_DAY), Qt::ISODate), QTime(0, 0), Qt::UTC);
}

TrustedClock::TrustedClock(const Clock &machine, const QDateTime &floorUtc)
    : m_machine(machine), m_floor{floorUtc.toUTC(), machine.monotonic()}
{}

QDateTime TrustedClock::carriedOn(const Anchor &anchor) const
{
    return anchor.utc.addMSecs((m_machine.monotonic() - anchor.at).count());
}

QDateTime TrustedClock::nowUtc() const
{
    const QMutexLocker locker(&m_mutex);
    return m_signed ? carriedOn(*m_signed) : std::max(m_machine.nowUtc(), carriedOn(m_floor));
}

bool TrustedClock::isCalibrated() const
{
    const QMutexLocker locker(&m_mutex);
    return m_signed.has_value();
}

void TrustedClock::raiseFloor(const QDateTime &floorUtc)
{
    const QMutexLocker locker(&m_mutex);
    if (floorUtc.isValid() && floorUtc > m_floor.utc)
        m_floor = {floorUtc.toUTC(), m_machine.monotonic()};
}

Result<void> TrustedClock::calibrate(const QDateTime &signedUtc, std::chrono::milliseconds sent,
                                     std::chrono::milliseconds received)
{
    const QDateTime before = nowUtc();
    const QDateTime floor = signedUtc.toUTC().addMSecs(-std::chrono::milliseconds(tolerance).count());
    {
        const QMutexLocker locker(&m_mutex);
        if (!signedUtc.isValid() || signedUtc < m_floor.utc)
            return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("platform.time"),
                        QStringLiteral("a signed time below the floor"));
        m_signed = Anchor{signedUtc.toUTC(), sent + (received - sent) / 2};
        if (floor > m_floor.utc)
            m_floor = {floor, received};
    }
    log(LogEvent::ClockCalibrated, {{"movedMs", QString::number(before.msecsTo(nowUtc()))}});
    if (m_keep)
        m_keep(floor);
    return {};
}

} // namespace tongban::offline::platform
