// SPDX-License-Identifier: GPL-3.0-or-later
// The city's commands: each carried out once, and the city told until it knows.
#include "tests/unit/offline/sync_rig.h"

using namespace tongban;
using namespace tongban::tests;
using namespace std::chrono_literals;
using ports::CityCommand;
using ports::CommandKind;
using ports::CommandOutcome;
using Kind = ports::CommandOutcome::Kind;

namespace {

template <class T> QFuture<Result<T>> ready(Result<T> value)
{
    return QtFuture::makeReadyFuture(std::move(value));
}

} // namespace

class SyncCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setLogSink([](const QByteArray &) {});
        m_rig = std::make_unique<SyncRig>();
        m_done.clear();
        m_result = QStringLiteral("well");
        m_rig->options.carryOut = [this](const CityCommand &command) {
            m_done.append(command.id);
            return ready<QString>(m_result);
        };
        m_rig->makeWorker();
    }
    void cleanup() { m_rig.reset(); }
    void carriedOutOnceAndTold();
    void aLostAnswerIsNoSecondDeed();
    void aPowerCutBeforeTheCityKnowsIsNoSecondDeed();
    void whatIsRefusedIsToldAndNeverDone();
    void whatLayHereTooLongIsRefused();
    void aDeedThatFailsIsSaidSo();
    void whoHasNoHandsRefuses();
    void whatTheCityKnowsIsNotToldForEver();
    void anUnknownCursorBeginsAnewWithoutASecondDeed();
    void aReloadAsksForTheCatalogue();
    void anOutcomeThatCouldNotBeWrittenIsNotTold();

private:
    [[nodiscard]] CityCommand command(CommandKind kind = CommandKind::Message) const
    {
        return {.id = QUuid::createUuid(),
                .kind = kind,
                .text = kind == CommandKind::Message ? QStringLiteral("停电") : QString(),
                .expiresAt = m_rig->clock.nowUtc().addSecs(3600)};
    }
    void comes(const char *cursor, const std::vector<CityCommand> &commands,
               const std::vector<ports::RefusedCommand> &refused = {})
    {
        m_rig->city.commands.push_back(
            ports::PulledCommands{.cursor = QLatin1String(cursor), .commands = commands, .refused = refused});
    }
    [[nodiscard]] QString told() const // "done well, refused expired"
    {
        static const QStringList words{QStringLiteral("done"), QStringLiteral("refused"), QStringLiteral("failed")};
        QStringList all;
        for (const auto &[id, outcome] : m_rig->city.outcomes)
            all << words.at(static_cast<int>(outcome.kind)) + QLatin1Char(' ') + outcome.detail;
        return all.join(QStringLiteral(", "));
    }
    std::unique_ptr<SyncRig> m_rig;
    QList<QUuid> m_done;
    Result<QString> m_result;
};

void SyncCommandsTest::carriedOutOnceAndTold()
{
    const CityCommand a = command(), b = command(CommandKind::Diagnose);
    comes("4", {a, b});
    QVERIFY(m_rig->runDue());
    QCOMPARE(m_done, (QList<QUuid>{a.id, b.id}));
    QCOMPARE(told(), QStringLiteral("done well, done well"));
    QCOMPARE(m_rig->city.outcomes.first().first, a.id);
    QCOMPARE(m_rig->memory.value(QLatin1String(offline::sync::commandCursorKey)), QStringLiteral("4"));
    QCOMPARE(m_rig->city.count(QStringLiteral("commands 4")), 1);
    QVERIFY(m_rig->runFor(m_rig->options.commandsEvery * 3));
    QCOMPARE(m_done.size(), 2);
    QCOMPARE(m_rig->city.outcomes.size(), 2);
}

void SyncCommandsTest::aLostAnswerIsNoSecondDeed()
{
    comes("4", {command()});
    m_rig->city.outcomeAnswers.push_back(fail(ErrorKind::PlatformUnreachable, QStringLiteral("script")));
    QVERIFY(m_rig->runFor(5min));
    QCOMPARE(m_done.size(), 1);
    QCOMPARE(told(), QStringLiteral("done well, done well")); // the same word again
}

void SyncCommandsTest::aPowerCutBeforeTheCityKnowsIsNoSecondDeed()
{
    comes("4", {command()});
    m_rig->city.outcomeAnswers.push_back(fail(ErrorKind::PlatformBusy, QStringLiteral("script")));
    QVERIFY(m_rig->runDue());
    m_rig->makeWorker(); // as after a restart
    QVERIFY(m_rig->runFor(5min));
    QCOMPARE(m_done.size(), 1);
    QCOMPARE(told(), QStringLiteral("done well, done well"));
}

void SyncCommandsTest::whatIsRefusedIsToldAndNeverDone()
{
    comes("4", {}, {{.id = QUuid::createUuid(), .reason = QStringLiteral("not on the list")}});
    QVERIFY(m_rig->runDue());
    QVERIFY(m_done.isEmpty());
    QCOMPARE(told(), QStringLiteral("refused not on the list"));
}

void SyncCommandsTest::whatLayHereTooLongIsRefused()
{
    const CityCommand late = command();
    QVERIFY(m_rig->commands.take({.cursor = QStringLiteral("1"), .commands = {late}, .refused = {}}));
    m_rig->clock.advance(1h);
    QVERIFY(m_rig->runDue());
    QVERIFY(m_done.isEmpty());
    QCOMPARE(told(), QStringLiteral("refused expired"));
}

void SyncCommandsTest::aDeedThatFailsIsSaidSo()
{
    m_result = fail(ErrorKind::DeviceFault, QStringLiteral("script"), QStringLiteral("no lamp"));
    comes("4", {command(CommandKind::Diagnose)});
    QVERIFY(m_rig->runDue());
    QCOMPARE(told(), QStringLiteral("failed no lamp"));
}

void SyncCommandsTest::whoHasNoHandsRefuses()
{
    m_rig->options.carryOut = {};
    m_rig->makeWorker();
    comes("4", {command()});
    QVERIFY(m_rig->runDue());
    QCOMPARE(told(), QStringLiteral("refused this terminal carries out no commands"));
}

void SyncCommandsTest::whatTheCityKnowsIsNotToldForEver()
{
    comes("4", {command(), command()});
    m_rig->city.outcomeAnswers.push_back(fail(ErrorKind::PlatformConflict, QStringLiteral("script")));
    m_rig->city.outcomeAnswers.push_back(fail(ErrorKind::PlatformRefused, QStringLiteral("script")));
    QVERIFY(m_rig->runFor(10min));
    QCOMPARE(m_rig->city.outcomes.size(), 2);
    QCOMPARE(m_done.size(), 2);
}

void SyncCommandsTest::anUnknownCursorBeginsAnewWithoutASecondDeed()
{
    const CityCommand a = command();
    comes("4", {a});
    QVERIFY(m_rig->runDue());
    m_rig->city.commands.push_back(fail(ErrorKind::PlatformRefused, QStringLiteral("script")));
    comes("1", {a});
    QVERIFY(m_rig->runFor(m_rig->options.commandsEvery + 1min));
    QCOMPARE(m_rig->city.count(QStringLiteral("commands ")), 2);
    QCOMPARE(m_done, QList<QUuid>{a.id});
    QCOMPARE(m_rig->city.outcomes.size(), 1);
}

void SyncCommandsTest::aReloadAsksForTheCatalogue()
{
    m_rig->catalogue.version = m_rig->catalogue.cursor = QStringLiteral("c1");
    QVERIFY(m_rig->runDue());
    QCOMPARE(m_rig->city.count(QStringLiteral("catalogue changes c1")), 1);
    comes("4", {command(CommandKind::Reload)});
    QVERIFY(m_rig->runFor(m_rig->options.commandsEvery + 1s)); // long before the hour
    QCOMPARE(m_rig->city.count(QStringLiteral("catalogue changes c1")), 2);
    QCOMPARE(m_done.size(), 1);
}

void SyncCommandsTest::anOutcomeThatCouldNotBeWrittenIsNotTold()
{
    m_rig->commands.failWrites = 1;
    comes("4", {command()});
    QVERIFY(m_rig->runDue());
    QVERIFY(m_rig->city.outcomes.isEmpty());
    QVERIFY(m_rig->runFor(5min)); // done again, for nobody knows that it was: all of them may be
    QCOMPARE(m_done.size(), 2);
    QCOMPARE(told(), QStringLiteral("done well"));
}

QTEST_GUILESS_MAIN(SyncCommandsTest)
#include "sync_commands_test.moc"
