// SPDX-License-Identifier: GPL-3.0-or-later
// One terminal, many people, no restart: the real pages over the real store, each person another one; some finish, some
// walk away, some start over. What the process holds afterwards is what it held when it had warmed up.
// TONGBAN_SESSIONS (default 40): how many people.
#include "app/core/base/log.h"
#include "tests/unit/offline/store_world.h"
#include "tests/unit/view/kiosk_rig.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTest>

#include <malloc.h>
#include <unistd.h>

#include <cstdio>

using namespace tongban;
using namespace tongban::test;
using namespace tongban::testing;
using namespace std::chrono_literals;

namespace {

constexpr double mostGrowth = 0.05;

int sessionsWanted()
{
    return qEnvironmentVariableIsSet("TONGBAN_SESSIONS") ? qEnvironmentVariableIntValue("TONGBAN_SESSIONS") : 40;
}

// Of this process, in KiB, freed memory given back.
qint64 resident()
{
    ::malloc_trim(0);
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return -1;
    return statm.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) / 1024;
}

// Another one for each of some thousand people: 17 digits and the check digit (GB 11643).
QString idNumberOf(int person)
{
    const QString district = QStringLiteral("1101%1").arg(person / 1000 + 5, 2, 10, QLatin1Char('0'));
    const QString digits = district + QStringLiteral("19301231%1").arg(person % 1000, 3, 10, QLatin1Char('0'));
    constexpr int weights[]{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += weights[i] * digits.at(i).digitValue();
    return digits + QStringLiteral("10X98765432").at(sum % 11);
}

} // namespace

class SessionsTest : public QObject
{
    Q_OBJECT

    StoreWorld m_world;
    StorePointer m_store; // touched on the rig's store lane
    std::unique_ptr<KioskRig> m_rig;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;

    [[nodiscard]] view::KioskController &kiosk() { return m_rig->kiosk(); }

    void paint()
    {
        bool painted = false;
        const auto connection =
            QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [&] { painted = true; });
        m_window->update();
        (void)QTest::qWaitFor([&] { return painted; });
        QObject::disconnect(connection);
    }

    [[nodiscard]] bool isOver() // back at the page that everybody meets
    {
        m_rig->clock.advance(10s);
        m_rig->speaker.said.clear(); // what is measured is the terminal, not what its fakes were told
        m_rig->printer.forget();
        m_rig->store.forget();
        return QTest::qWaitFor([this] { return kiosk().step() == QLatin1String("Attract"); }, 20'000);
    }
    [[nodiscard]] bool walkAway()
    {
        m_rig->clock.advance(10min);
        kiosk().idle().check();
        m_rig->clock.advance(10min);
        kiosk().idle().check();
        return isOver();
    }
    [[nodiscard]] bool startOver()
    {
        kiosk().startOver();
        return isOver();
    }
    [[nodiscard]] bool finish()
    {
        for (const auto step : {&KioskRig::toMaterials, &KioskRig::toPageReview, &KioskRig::toSignature,
                                &KioskRig::toReview, &KioskRig::toReceipt}) {
            if (!(m_rig.get()->*step)())
                return false;
            paint();
        }
        kiosk().forward();
        if (!m_rig->reach(QStringLiteral("Rating")))
            return false;
        paint();
        kiosk().rate(5);
        return isOver();
    }

    [[nodiscard]] bool serve(int person)
    {
        m_rig->reader.script.usually(cardOf(QStringLiteral("欧阳秀兰"), idNumberOf(person), 1930));
        kiosk().setElder(person % 2 == 1);
        paint();
        for (const auto step : {&KioskRig::toHome, &KioskRig::toGuide, &KioskRig::toForm}) {
            if (!(m_rig.get()->*step)())
                return false;
            paint();
        }
        switch (person % 4) {
        case 1:
            return walkAway();
        case 3:
            return startOver();
        default:
            return finish();
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        setLogSink([](const QByteArray &) {});
        m_rig = std::make_unique<KioskRig>(view::KioskTimes{.farewell = 10ms});
        m_rig->storeDoor = [this]() -> Result<view::StorePorts> {
            if (!m_store) {
                auto opened = m_world.open();
                if (!opened)
                    return fail(opened.error());
                m_store = std::move(*opened);
            }
            return view::StorePorts{&m_store->cases(), &m_store->vault(), &m_store->printJournal(), &m_rig->store};
        };
        m_engine = std::make_unique<QQmlApplicationEngine>();
        m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_engine->addImageProvider(QStringLiteral("pages"), kiosk().makeImageProvider());
        m_engine->setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk())},
                                        {QStringLiteral("width"), 540},
                                        {QStringLiteral("height"), 960},
                                        {QStringLiteral("visible"), true}});
        m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Shell/Main.qml")));
        QVERIFY(!m_engine->rootObjects().isEmpty());
        m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().first());
        QVERIFY(m_window && QTest::qWaitForWindowExposed(m_window));
    }
    void cleanupTestCase()
    {
        m_engine.reset();
        m_rig->end();
        m_rig->onStoreLane([this] { m_store.reset(); });
    }

    void nothingIsKeptOfThoseWhoLeft()
    {
        const int sessions = sessionsWanted();
        const int warm = std::max(12, sessions / 10); // every way to leave, in both modes, several times
        qint64 before = 0;
        for (int person = 0; person < sessions; ++person) {
            QVERIFY2(serve(person), qPrintable(QStringLiteral("person %1, at %2").arg(person).arg(kiosk().step())));
            if (person == warm)
                before = resident();
        }
        const qint64 after = resident();
        const double growth = static_cast<double>(after - before) / static_cast<double>(before);
        std::printf("sessions: %d people, resident %lld KiB after %d, %lld KiB at the end (%+.1f %%)\n", sessions,
                    static_cast<long long>(before), warm + 1, static_cast<long long>(after), 100 * growth);
        QVERIFY(before > 0);
        QVERIFY(growth < mostGrowth);
    }
};

QTEST_MAIN(SessionsTest)
#include "sessions_test.moc"
