// SPDX-License-Identifier: GPL-3.0-or-later
// Every device × every misfortune: the right health, a human sentence, a screen that goes on, and back within 2 s.
#include "app/core/base/lane.h"
#include "app/core/base/log.h"
#include "app/view/device_words.h"
#include "tests/fault/heartbeat.h"
#include "tests/fault/matrix/device_rig.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tongban::tests {

using namespace std::chrono_literals;
using domain::DeviceHealth;
using domain::DeviceState;
using drivers::registry::DeviceManager;
using drivers::registry::ManagerTimes;

const char *nameOf(Misfortune misfortune)
{
    switch (misfortune) {
    case Misfortune::AbsentAtStart:
        return "absent at start";
    case Misfortune::Unplugged:
        return "unplugged";
    case Misfortune::Hangs:
        return "hangs";
    case Misfortune::Garbage:
        return "garbage";
    case Misfortune::OneByte:
        return "one byte at a time";
    case Misfortune::WrongDevice:
        return "wrong device";
    case Misfortune::ChildKilled:
        return "child killed";
    }
    Q_UNREACHABLE();
}

namespace {

constexpr double longestSilenceMs = 50; // of the screen's thread
constexpr qint64 backWithinMs = 2000;

bool isInMidOperation(Misfortune misfortune)
{
    return misfortune == Misfortune::Unplugged || misfortune == Misfortune::Hangs ||
           misfortune == Misfortune::ChildKilled;
}

// The product's spans but for the two that are long because nobody waits for them.
ManagerTimes times()
{
    ManagerTimes times;
    times.probeReady = 1s;
    times.probeFaultedMost = 1s;
    return times;
}

QString describe(const DeviceHealth &health)
{
    return QStringLiteral("%1 (%2) %3")
        .arg(QLatin1String(nameOf(health.state)),
             health.reason ? QLatin1String(nameOf(*health.reason)) : QLatin1String("-"), health.detail);
}

} // namespace

class DeviceMatrix : public QObject
{
    Q_OBJECT
public:
    explicit DeviceMatrix(std::vector<NamedRig> rigs) : m_rigs(std::move(rigs)) {}

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
    }

    void misfortunes_data()
    {
        QTest::addColumn<int>("rig");
        QTest::addColumn<Misfortune>("misfortune");
        for (std::size_t rig = 0; rig < m_rigs.size(); ++rig) {
            const auto example = m_rigs[rig].make();
            for (const Misfortune misfortune : allMisfortunes) {
                if (example->expected(misfortune))
                    QTest::addRow("%s: %s", m_rigs[rig].name, nameOf(misfortune)) << int(rig) << misfortune;
            }
        }
    }
    void misfortunes()
    {
        QFETCH(int, rig);
        QFETCH(Misfortune, misfortune);
        m_history.clear();
        m_farEnd = std::make_unique<Lane>(QStringLiteral("far-end"));
        m_rig = m_rigs[std::size_t(rig)].make();
        live(misfortune);
        m_manager.reset(); // the devices go first
        QCOMPARE(far([this] {
                     m_rig.reset();
                     return QString();
                 }),
                 QString());
        m_farEnd.reset();
    }

private:
    void live(Misfortune misfortune)
    {
        const Expected expected = *m_rig->expected(misfortune);
        QCOMPARE(far([this] { return m_rig->start(); }), QString());
        if (misfortune == Misfortune::AbsentAtStart)
            QCOMPARE(far([&] { return m_rig->bring(misfortune); }), QString());
        Heartbeat heartbeat;
        QTemporaryDir descriptors;
        open(descriptors.path());
        if (!m_manager)
            return;
        strike(misfortune, expected);
        if (QTest::currentTestFailed())
            return;
        heal(misfortune);
        if (QTest::currentTestFailed())
            return;
        qInfo("longest silence of the screen's thread %.1f ms (%.1f ms more waiting for a processor), %d beats",
              heartbeat.longestMs(), heartbeat.waitedMs(), heartbeat.beats());
        QVERIFY(heartbeat.beats() > 0);
        QVERIFY2(heartbeat.longestMs() <= longestSilenceMs, qPrintable(QString::number(heartbeat.longestMs())));
    }

    void open(const QString &directory)
    {
        QFile file(directory + QStringLiteral("/device.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(m_rig->descriptor()).toJson()) > 0);
        file.close();
        auto manager = DeviceManager::open({directory}, m_clock, times());
        QVERIFY2(manager, manager ? "" : qPrintable(manager.error().detail));
        m_manager = std::move(*manager);
        connect(m_manager.get(), &DeviceManager::healthChanged, this,
                [this](const QString &, domain::DeviceClass, const DeviceHealth &health) { m_history << health; });
        m_manager->start();
    }

    // Until the manager knows what it must know.
    void strike(Misfortune misfortune, const Expected &expected)
    {
        if (misfortune != Misfortune::AbsentAtStart)
            QVERIFY2(becomesReady(), qPrintable(history()));
        const bool succeeds = expected.state == DeviceState::Ready;
        if (isInMidOperation(misfortune)) {
            QCOMPARE(far([this] { return m_rig->prepareToBreak(); }), QString());
            m_history.clear();
            auto operation = work();
            QVERIFY(QTest::qWaitFor([this] { return wasBusy(); }));
            m_history.clear();
            QCOMPARE(far([&] { return m_rig->bring(misfortune); }), QString());
            QVERIFY2(QTest::qWaitFor([&] { return operation.isFinished(); }, 30'000), qPrintable(history()));
        } else if (misfortune != Misfortune::AbsentAtStart) {
            m_history.clear();
            QCOMPARE(far([&] { return m_rig->bring(misfortune); }), QString());
            QCOMPARE(far([this] { return m_rig->prepareToSucceed(); }), QString());
            const auto done = finished(work());
            QVERIFY2(done.has_value() == succeeds, done ? "" : qPrintable(done.error().detail));
        }
        if (succeeds)
            return;
        QVERIFY2(QTest::qWaitFor([&] { return seen(expected) != nullptr; }, 15'000), qPrintable(history()));
        const DeviceHealth found = *seen(expected);
        QVERIFY(!view::sentenceFor(m_rig->deviceClass(), found).isEmpty());
        QVERIFY(!view::technicianWords(m_rig->deviceClass(), *found.reason).cause.isEmpty());
        QVERIFY(!found.detail.isEmpty());
    }

    void heal(Misfortune misfortune)
    {
        QCOMPARE(far([&] { return m_rig->cure(misfortune); }), QString());
        QElapsedTimer timer;
        timer.start();
        QVERIFY2(becomesReady(), qPrintable(history()));
        const qint64 back = timer.elapsed();
        qInfo("ready again after %lld ms", back);
        QVERIFY2(back <= backWithinMs, qPrintable(history()));
        QCOMPARE(far([this] { return m_rig->prepareToSucceed(); }), QString());
        const auto done = finished(work());
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().where + done.error().detail));
    }

    QFuture<Result<void>> work()
    {
        return m_manager->lane(m_rig->deviceClass()).run([this](std::stop_token stop) {
            return m_rig->work(*m_manager, std::move(stop));
        });
    }
    // Waiting as a screen does: its events go on.
    static Result<void> finished(const QFuture<Result<void>> &operation)
    {
        if (!QTest::qWaitFor([&] { return operation.isFinished(); }, 30'000))
            return fail(ErrorKind::DeviceSilent, QStringLiteral("matrix"), QStringLiteral("does not come back"));
        return operation.result();
    }
    QString far(const std::function<QString()> &act)
    {
        const auto done = m_farEnd->run([act](std::stop_token) { return Result<QString>(act()); });
        return QTest::qWaitFor([&] { return done.isFinished(); }, 30'000) ? *done.result()
                                                                          : QStringLiteral("the far end hangs");
    }

    [[nodiscard]] DeviceHealth health() const { return m_manager->health(m_rig->deviceClass()); }
    bool becomesReady()
    {
        return QTest::qWaitFor([this] { return health().state == DeviceState::Ready; }, 10'000);
    }
    [[nodiscard]] bool wasBusy() const
    {
        return std::any_of(m_history.begin(), m_history.end(),
                           [](const DeviceHealth &health) { return health.state == DeviceState::Busy; });
    }
    [[nodiscard]] const DeviceHealth *seen(const Expected &expected) const
    {
        const auto found = std::find_if(m_history.begin(), m_history.end(), [&](const DeviceHealth &health) {
            return health.state == expected.state && health.reason &&
                   std::find(expected.reasons.begin(), expected.reasons.end(), *health.reason) !=
                       expected.reasons.end();
        });
        return found == m_history.end() ? nullptr : &*found;
    }
    [[nodiscard]] QString history() const
    {
        QStringList lines;
        for (const DeviceHealth &health : m_history)
            lines << describe(health);
        return lines.join(QStringLiteral("; "));
    }

    const std::vector<NamedRig> m_rigs;
    SystemClock m_clock;
    QList<DeviceHealth> m_history;
    std::unique_ptr<Lane> m_farEnd;
    std::unique_ptr<DeviceRig> m_rig;
    std::unique_ptr<DeviceManager> m_manager;
};

int runDeviceMatrix(int argc, char **argv, std::vector<NamedRig> rigs)
{
    QCoreApplication application(argc, argv);
    DeviceMatrix matrix(std::move(rigs));
    return QTest::qExec(&matrix, argc, argv);
}

} // namespace tongban::tests

#include "device_matrix.moc"
