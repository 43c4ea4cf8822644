// SPDX-License-Identifier: GPL-3.0-or-later
// The measure is measured: it sees a thread that is kept busy, and lets one go that is not.
#include "tests/fault/heartbeat.h"

#include <QTest>

#include <ctime>

using namespace tongban::tests;

namespace {

double processorMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace

class HeartbeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAThreadThatIsKeptBusy()
    {
        Heartbeat heartbeat;
        QTRY_VERIFY(heartbeat.beats() > 5);
        QVERIFY2(heartbeat.longestMs() < 50, qPrintable(QString::number(heartbeat.longestMs())));
        const double end = processorMs() + 80;
        while (processorMs() < end) {
        }
        const int beats = heartbeat.beats();
        QTRY_VERIFY(heartbeat.beats() > beats);
        QVERIFY2(heartbeat.longestMs() > 75, qPrintable(QString::number(heartbeat.longestMs())));
    }
};

QTEST_GUILESS_MAIN(HeartbeatTest)
#include "heartbeat_test.moc"
