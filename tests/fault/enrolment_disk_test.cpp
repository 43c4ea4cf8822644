// SPDX-License-Identifier: GPL-3.0-or-later
// Misfortune: while a terminal is enrolled its disk fails at the i-th file operation, or its power does, for every i
// there is. The same code, typed again, always ends with keys that the city's door opens to.
#include "app/core/base/log.h"
#include "tests/fault/enrolment_world.h"
#include "tests/fault/power_disk.h"
#include "tests/fault/store_fault_files.h"

#include <QDir>

#include <cstdio>

using namespace tongban;
using namespace tongban::tests;
using namespace tongban::testing;
using namespace tongban::offline::platform;
using tongban::tests::platform::PlatformProcess;

namespace {

constexpr auto asked = "the city may have been asked";

bool isEnrolled(const Result<EnrolmentOutcome> &outcome)
{
    return outcome && std::holds_alternative<Enrolled>(*outcome);
}

} // namespace

class EnrolmentDiskTest : public QObject
{
    Q_OBJECT

    PlatformProcess m_city;
    const SystemClock m_machine;
    TrustedClock m_clock{m_machine, buildDayUtc()};
    offline::vault::PosixFileSystem m_disk;
    int m_codes = 0;

    [[nodiscard]] QString newCode()
    {
        const QString code = QStringLiteral("CODE-%1").arg(++m_codes, 4, 10, QLatin1Char('0'));
        return m_city.permitEnrolment(code, newDevice, newSite) ? code : QString();
    }
    // sent: called when the keys are there and the request is on its way.
    Result<EnrolmentOutcome> enrol(ports::FileSystem &files, const QString &directory, const QString &code,
                                   const std::function<void()> &sent = {})
    {
        const auto enrolment = Enrolment::prepare(enrolmentIn(m_city, directory), files, m_clock);
        if (!enrolment)
            return fail(enrolment.error());
        const auto future = (*enrolment)->enrol(code);
        if (sent && !future.isFinished())
            sent();
        return await(future);
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
        const auto started = m_city.start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }

    void theIthOperationFails_data()
    {
        QTest::addColumn<FaultFiles::Kind>("kind");
        QTest::addColumn<ErrorKind>("error");
        QTest::newRow("full once") << FaultFiles::Kind::Once << ErrorKind::StoreFull;
        QTest::newRow("unwritable from then on") << FaultFiles::Kind::FromThenOn << ErrorKind::StoreUnwritable;
    }
    void theIthOperationFails()
    {
        QFETCH(FaultFiles::Kind, kind);
        QFETCH(ErrorKind, error);
        FaultFiles files;
        int refused = 0;
        bool reached = true;
        for (int nth = 1; reached; ++nth) {
            QTemporaryDir home;
            const QString directory = home.filePath(QStringLiteral("enrolment"));
            const QString code = newCode();
            files.arm(kind, nth, error);
            const auto first = enrol(files, directory, code);
            reached = files.fired();
            files.disarm();
            QVERIFY2(isEnrolled(first) || failedWith(first, error), qPrintable(QString::number(nth)));
            refused += isEnrolled(first) ? 0 : 1;
            if (isEnrolled(first)) { // what is said to be in force is
                const auto access = accessBy(m_city, directory);
                QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
            }
            if (isEnrolled(first) && !QFile::exists(directory + QStringLiteral("/pending.json")))
                continue;
            const auto second = enrol(files, directory, code);
            QVERIFY2(isEnrolled(second), qPrintable(QStringLiteral("operation %1").arg(nth)));
            const auto access = accessBy(m_city, directory);
            QVERIFY2(access, access ? "" : qPrintable(access.error().detail));
            const auto spoken = spokenTo(*access);
            QVERIFY2(spoken, spoken ? "" : qPrintable(spoken.error().detail));
        }
        QVERIFY2(refused >= 20, qPrintable(QString::number(refused)));
    }

    void thePowerFailsBehindTheIthOperation()
    {
        QTemporaryDir home;
        const QString directory = home.filePath(QStringLiteral("enrolment"));
        PowerDisk disk(home.path(), m_disk);
        const QString code = newCode();
        QVERIFY(isEnrolled(enrol(disk.files(), directory, code, [&] { disk.promised(asked); })));
        int images = 0;
        int repeated = 0;
        for (int cut = 1; cut <= disk.operations(); ++cut) {
            for (const auto unsynced : {Unsynced::Lost, Unsynced::Kept, Unsynced::SomeKept, Unsynced::LateKept}) {
                QTemporaryDir image;
                const bool hadAsked = disk.cutBehind(cut, unsynced, 7, image.path()).contains(asked);
                const QString there = image.filePath(QStringLiteral("enrolment"));
                const auto before = accessBy(m_city, there);
                // The city knows this code's keys. Before it was asked, nothing forbids other ones: another code then.
                const bool isOver = before && !QFile::exists(there + QStringLiteral("/pending.json"));
                if (!isOver)
                    QVERIFY2(isEnrolled(enrol(m_disk, there, hadAsked ? code : newCode())),
                             disk.nameOfOperation(cut).constData());
                const auto after = accessBy(m_city, there);
                QVERIFY2(after, after ? "" : qPrintable(after.error().detail));
                QVERIFY(unsynced != Unsynced::Lost || spokenTo(*after)); // the same keys: once is enough
                ++images;
                repeated += hadAsked && !isOver ? 1 : 0;
            }
        }
        std::printf("enrolment: %d operations, %d images, %d of them with the same code again, 0 lost\n",
                    disk.operations(), images, repeated);
        QVERIFY(repeated >= 40);
    }
};

QTEST_GUILESS_MAIN(EnrolmentDiskTest)
#include "enrolment_disk_test.moc"
