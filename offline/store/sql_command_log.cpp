// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_command_log.h"

#include "offline/store/text.h"

#include <array>
#include <utility>

namespace tongban::offline::store {

using ports::CityCommand;
using ports::CommandKind;
using ports::CommandOutcome;
using ports::OpenCommand;

namespace {

constexpr std::array kinds{std::pair{CommandKind::Reload, "reload"}, std::pair{CommandKind::Diagnose, "diagnose"},
                           std::pair{CommandKind::Message, "message"}, std::pair{CommandKind::Close, "close"}};
constexpr std::array outcomes{std::pair{CommandOutcome::Kind::Done, "done"},
                              std::pair{CommandOutcome::Kind::Refused, "refused"},
                              std::pair{CommandOutcome::Kind::Failed, "failed"}};

template <class Names, class Kind> QString nameIn(const Names &names, Kind kind)
{
    for (const auto &[value, name] : names) {
        if (value == kind)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

// The tables take no other names. A refused command's kind is not kept: null.
template <class Names> auto valueIn(const Names &names, const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return names.front().first;
}

} // namespace

Result<void> SqlCommandLog::take(const ports::PulledCommands &pulled)
{
    return m_database.transact(QStringLiteral("commands.take"), [&]() -> Result<void> {
        for (const CityCommand &command : pulled.commands) {
            if (const auto taken = takeOne(command); !taken)
                return taken;
        }
        for (const ports::RefusedCommand &refused : pulled.refused) {
            if (const auto noted = refuse(refused); !noted)
                return noted;
        }
        return {};
    });
}

Result<void> SqlCommandLog::takeOne(const CityCommand &command)
{
    const auto taken = m_database.run(QStringLiteral("commands.take"),
                                      QStringLiteral("INSERT INTO commands (id, kind, text, expires_at, taken_at)"
                                                     " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
                                      {textOf(command.id), nameIn(kinds, command.kind), notNull(command.text),
                                       command.expiresAt.toMSecsSinceEpoch(), m_clock.nowUtc().toMSecsSinceEpoch()});
    return taken ? Result<void>() : fail(taken.error());
}

Result<void> SqlCommandLog::refuse(const ports::RefusedCommand &refused)
{
    if (refused.id.isNull())
        return {}; // nobody can be told of it
    const QString id = textOf(refused.id);
    const auto noted = m_database.run(QStringLiteral("commands.refuse"),
                                      QStringLiteral("INSERT INTO commands (id, taken_at, outcome, detail)"
                                                     " VALUES (?, ?, 'refused', ?) ON CONFLICT (id) DO NOTHING"),
                                      {id, m_clock.nowUtc().toMSecsSinceEpoch(), notNull(refused.reason)});
    if (!noted)
        return fail(noted.error());
    return *noted == 1 ? record(id, {.kind = CommandOutcome::Kind::Refused, .detail = refused.reason}) : Result<void>();
}

Result<void> SqlCommandLog::record(const QString &id, const CommandOutcome &outcome)
{
    return m_audit.append({.actor = ports::AuditActor::City,
                           .action = QStringLiteral("command.") + nameIn(outcomes, outcome.kind),
                           .subject = id,
                           .detail = outcome.detail});
}

Result<std::optional<OpenCommand>> SqlCommandLog::next()
{
    const auto rows = m_database.query(QStringLiteral("commands.next"),
                                       QStringLiteral("SELECT id, kind, text, expires_at, outcome, detail FROM commands"
                                                      " WHERE reported = 0 ORDER BY seq LIMIT 1"));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return std::optional<OpenCommand>();
    const Row &row = rows->front();
    OpenCommand open{.command = {.id = QUuid::fromString(row.at(0).toString()),
                                 .kind = valueIn(kinds, row.at(1).toString()),
                                 .text = row.at(2).toString(),
                                 .expiresAt = utcFromMs(row.at(3).toLongLong())},
                     .outcome = {}};
    if (!row.at(4).isNull())
        open.outcome = CommandOutcome{.kind = valueIn(outcomes, row.at(4).toString()), .detail = row.at(5).toString()};
    return std::optional(open);
}

Result<void> SqlCommandLog::settle(const QUuid &id, const CommandOutcome &outcome)
{
    const auto where = QStringLiteral("commands.settle");
    return m_database.transact(where, [&]() -> Result<void> {
        const auto settled = m_database.run(
            where, QStringLiteral("UPDATE commands SET outcome = ?, detail = ? WHERE id = ? AND outcome IS NULL"),
            {nameIn(outcomes, outcome.kind), notNull(outcome.detail), textOf(id)});
        if (!settled)
            return fail(settled.error());
        return *settled == 1 ? record(textOf(id), outcome) : fail(ErrorKind::NotFound, where);
    });
}

Result<void> SqlCommandLog::reported(const QUuid &id)
{
    const auto told = m_database.run(QStringLiteral("commands.reported"),
                                     QStringLiteral("UPDATE commands SET reported = 1 WHERE id = ?"), {textOf(id)});
    return told ? Result<void>() : fail(told.error());
}

Result<ports::StandingOrders> SqlCommandLog::standing(const QDateTime &nowUtc)
{
    const auto where = QStringLiteral("commands.standing");
    const auto closed =
        m_database.query(where, QStringLiteral("SELECT kind, text FROM commands WHERE outcome = 'done'"
                                               " AND kind IN ('close', 'reload') ORDER BY seq DESC LIMIT 1"));
    const auto message =
        m_database.query(where, QStringLiteral("SELECT text, expires_at FROM commands WHERE outcome = 'done'"
                                               " AND kind = 'message' ORDER BY seq DESC LIMIT 1"));
    if (!closed || !message)
        return fail(closed ? message.error() : closed.error());
    ports::StandingOrders orders;
    if (!closed->empty() && closed->front().at(0).toString() == nameIn(kinds, CommandKind::Close))
        orders.closedText = closed->front().at(1).toString();
    if (!message->empty() && utcFromMs(message->front().at(1).toLongLong()) > nowUtc) {
        orders.message = message->front().at(0).toString();
        orders.messageUntil = utcFromMs(message->front().at(1).toLongLong());
    }
    return orders;
}

} // namespace tongban::offline::store
