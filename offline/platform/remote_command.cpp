// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/remote_command.h"

#include <QJsonArray>

#include <array>
#include <optional>

namespace tongban::offline::platform {

using ports::CityCommand;
using ports::CommandKind;
using ports::CommandOutcome;

namespace {

constexpr int longestText = 200; // characters
constexpr int longestDetail = 200;

struct Name
{
    CommandKind kind;
    const char *word;
};
constexpr std::array names{Name{CommandKind::Reload, "reload"}, Name{CommandKind::Diagnose, "diagnose"},
                           Name{CommandKind::Message, "message"}, Name{CommandKind::Close, "close"}};

std::optional<CommandKind> kindFrom(const QString &word)
{
    for (const Name &name : names) {
        if (word == QLatin1String(name.word))
            return name.kind;
    }
    return std::nullopt;
}

tl::unexpected<Error> refuse(const char *why)
{
    return fail(ErrorKind::PlatformRefused, QStringLiteral("platform.command"), QString::fromLatin1(why));
}

// QUuid reads what follows behind it as well.
QUuid idIn(const QJsonObject &json)
{
    const QString text = json.value(QStringLiteral("id")).toString();
    return text.size() == 36 ? QUuid::fromString(text) : QUuid();
}

const char *nameOf(CommandOutcome::Kind kind)
{
    switch (kind) {
    case CommandOutcome::Kind::Done:
        return "done";
    case CommandOutcome::Kind::Refused:
        return "refused";
    case CommandOutcome::Kind::Failed:
        return "failed";
    }
    Q_UNREACHABLE();
}

} // namespace

Result<CityCommand> openCommand(const QJsonObject &json, const QString &deviceId, const crypto::Sm2PublicKey &cityKey,
                                const QDateTime &nowUtc)
{
    const auto member = [&](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const QString text = member("text");
    const QByteArrayList lines{"tongban command 1",          deviceId.toUtf8(),
                               member("id").toUtf8(),        member("kind").toUtf8(),
                               member("expiresAt").toUtf8(), text.toUtf8()};
    const auto signature =
        QByteArray::fromBase64Encoding(member("signature").toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!signature || !cityKey.verifies(lines.join('\n'), *signature))
        return refuse("not signed by the city for this terminal");
    const auto kind = kindFrom(member("kind"));
    if (!kind)
        return refuse("not on the list of what may be asked");
    const QDateTime expires = QDateTime::fromString(member("expiresAt"), Qt::ISODateWithMs);
    if (!expires.isValid() || expires.timeSpec() == Qt::LocalTime || expires <= nowUtc)
        return refuse("expired");
    const bool shown = *kind == CommandKind::Message || *kind == CommandKind::Close;
    if (text.size() > longestText || (shown && text.trimmed().isEmpty()) || (!shown && !text.isEmpty()))
        return refuse("a text too long, missing, or where none belongs");
    const QUuid id = idIn(json);
    if (id.isNull())
        return refuse("no id");
    return CityCommand{.id = id, .kind = *kind, .text = text, .expiresAt = expires.toUTC()};
}

Result<ports::PulledCommands> openCommands(const QJsonObject &answer, const QString &deviceId,
                                           const crypto::Sm2PublicKey &cityKey, const QDateTime &nowUtc)
{
    ports::PulledCommands pulled{
        .cursor = answer.value(QStringLiteral("cursor")).toString(), .commands = {}, .refused = {}};
    if (pulled.cursor.isEmpty())
        return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("platform.command"), QStringLiteral("no cursor"));
    for (const auto &value : answer.value(QStringLiteral("commands")).toArray()) {
        const QJsonObject json = value.toObject();
        auto command = openCommand(json, deviceId, cityKey, nowUtc);
        if (command)
            pulled.commands.push_back(std::move(*command));
        else
            pulled.refused.push_back({.id = idIn(json), .reason = command.error().detail});
    }
    return pulled;
}

QJsonObject toJson(const CommandOutcome &outcome)
{
    QJsonObject json{{QStringLiteral("outcome"), QLatin1String(nameOf(outcome.kind))}};
    if (!outcome.detail.isEmpty())
        json.insert(QStringLiteral("detail"), outcome.detail.left(longestDetail));
    return json;
}

} // namespace tongban::offline::platform
