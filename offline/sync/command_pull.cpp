// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/command_pull.h"

#include "app/core/base/when_finished.h"

namespace tongban::offline::sync {

using ports::CityCommand;
using ports::CommandKind;
using ports::CommandOutcome;
using ports::OpenCommand;
using ports::PulledCommands;

namespace {

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

const char *nameOf(CommandKind kind)
{
    switch (kind) {
    case CommandKind::Reload:
        return "reload";
    case CommandKind::Diagnose:
        return "diagnose";
    case CommandKind::Message:
        return "message";
    case CommandKind::Close:
        return "close";
    }
    Q_UNREACHABLE();
}

void note(const CityCommand &command, const CommandOutcome &outcome)
{
    if (outcome.kind == CommandOutcome::Kind::Refused)
        return log(LogEvent::CommandRefused, {{"command", textOf(command.id)}, {"detail", outcome.detail}});
    log(LogEvent::CommandCarriedOut,
        {{"command", textOf(command.id)},
         {"kind", QLatin1String(nameOf(command.kind))},
         {"outcome", outcome.kind == CommandOutcome::Kind::Done ? QStringLiteral("done") : QStringLiteral("failed")}});
}

} // namespace

void CommandPull::run()
{
    const auto work =
        m_host.store.lane->run([commands = m_host.store.commands](std::stop_token) { return commands->next(); });
    whenFinished(work, this, [this](const Next &next) {
        if (!next)
            return restAfter(next.error());
        if (!*next)
            return ask();
        if ((*next)->outcome)
            return report(**next);
        carryOut((*next)->command);
    });
}

void CommandPull::carryOut(const CityCommand &command)
{
    const auto finish = [this, command](CommandOutcome::Kind kind, const QString &detail) {
        settle(command, {.kind = kind, .detail = detail});
    };
    if (command.expiresAt <= m_host.clock.nowUtc()) // it lay here while the power was off
        return finish(CommandOutcome::Kind::Refused, QStringLiteral("expired"));
    if (!m_host.options.carryOut)
        return finish(CommandOutcome::Kind::Refused, QStringLiteral("this terminal carries out no commands"));
    if (command.kind == CommandKind::Reload)
        m_reload();
    whenFinished(m_host.options.carryOut(command), this, [finish](const Result<QString> &done) {
        finish(done ? CommandOutcome::Kind::Done : CommandOutcome::Kind::Failed, done ? *done : done.error().detail);
    });
}

void CommandPull::settle(const CityCommand &command, const CommandOutcome &outcome)
{
    note(command, outcome);
    write([id = command.id, outcome](const SyncStore &store) { return store.commands->settle(id, outcome); });
}

void CommandPull::report(const OpenCommand &command)
{
    whenFinished(m_host.platform.reportOutcome(command.command.id, *command.outcome), this,
                 [this, id = command.command.id](const Result<QJsonObject> &answer) { reportHeard(id, answer); });
}

void CommandPull::reportHeard(const QUuid &id, const Result<QJsonObject> &answer)
{
    tell(answer);
    // What the city does not want to hear (it knows already, or knows no such command) is not told for ever.
    const bool isSettled = answer || remedyFor(answer.error().kind) == Remedy::Refused;
    if (!isSettled)
        return rest(m_host.options.commandsEvery);
    write([id](const SyncStore &store) { return store.commands->reported(id); });
}

void CommandPull::ask()
{
    const auto work = m_host.store.lane->run(
        [memory = m_host.store.memory](std::stop_token) { return memory.value(QLatin1String(commandCursorKey)); });
    whenFinished(work, this, [this](const Result<QString> &cursor) {
        if (!cursor)
            return restAfter(cursor.error());
        askFrom(*cursor);
    });
}

void CommandPull::askFrom(const QString &cursor)
{
    whenFinished(m_host.platform.pullCommands(cursor), this,
                 [this, cursor](const Result<PulledCommands> &pulled) { came(cursor, pulled); });
}

void CommandPull::came(const QString &cursor, const Result<PulledCommands> &pulled)
{
    tell(pulled);
    if (!pulled && pulled.error().kind == ErrorKind::PlatformRefused && !cursor.isEmpty())
        return askFrom(QString()); // a cursor that is not known there: from the beginning; none is taken twice
    if (!pulled)
        return rest(m_host.options.commandsEvery);
    for (const ports::RefusedCommand &refused : pulled->refused)
        log(LogEvent::CommandRefused, {{"command", textOf(refused.id)}, {"detail", refused.reason}});
    const bool more = !pulled->empty() && pulled->cursor != cursor;
    write(
        [pulled = *pulled](const SyncStore &store) -> Result<void> {
            if (const auto taken = store.commands->take(pulled); !taken)
                return taken;
            return store.memory.setValue(QLatin1String(commandCursorKey), pulled.cursor);
        },
        more ? Ms::zero() : m_host.options.commandsEvery);
}

void CommandPull::write(const std::function<Result<void>(const SyncStore &)> &work, Ms pause)
{
    const auto written = m_host.store.lane->run([store = m_host.store, work](std::stop_token) { return work(store); });
    whenFinished(written, this, [this, pause](const Result<void> &kept) {
        if (!kept)
            return restAfter(kept.error());
        rest(pause);
    });
}

} // namespace tongban::offline::sync
