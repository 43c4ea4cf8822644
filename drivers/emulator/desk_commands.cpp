// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/desk_commands.h"

#include <QMap>
#include <QSet>

namespace tongban::drivers::emulator {
namespace {

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorKind::InputInvalid, QStringLiteral("command"), why);
}

// The keys each command may have beside "do".
const QMap<QString, QSet<QString>> &knownCommands()
{
    static const QMap<QString, QSet<QString>> commands{
        {QStringLiteral("card.place"), {QStringLiteral("card")}},
        {QStringLiteral("card.lift"), {}},
        {QStringLiteral("card.fault"), {QStringLiteral("kind")}},
        {QStringLiteral("card.set"), {QStringLiteral("findsReadCard")}},
        {QStringLiteral("scanner.place"), {QStringLiteral("file")}},
        {QStringLiteral("scanner.remove"), {}},
        {QStringLiteral("printer.set"),
         {QStringLiteral("paper"), QStringLiteral("paperLeftMm"), QStringLiteral("cover"), QStringLiteral("offline"),
          QStringLiteral("cutter"), QStringLiteral("dotsPerSecond")}},
        {QStringLiteral("printer.model"), {QStringLiteral("rom"), QStringLiteral("clears")}},
        {QStringLiteral("printer.fault"), {QStringLiteral("kind")}},
        {QStringLiteral("board.set"), {QStringLiteral("door"), QStringLiteral("person")}},
        {QStringLiteral("board.fault"), {QStringLiteral("kind")}},
        {QStringLiteral("camera.show"), {QStringLiteral("file")}},
        {QStringLiteral("camera.fault"), {QStringLiteral("kind")}},
        {QStringLiteral("code.show"),
         {QStringLiteral("device"), QStringLiteral("aim"), QStringLiteral("data"), QStringLiteral("encoding"),
          QStringLiteral("holdMs")}},
        {QStringLiteral("code.fault"), {QStringLiteral("device"), QStringLiteral("kind")}},
        {QStringLiteral("line.cut"), {}},
        {QStringLiteral("line.restore"), {}},
        {QStringLiteral("line.latency"), {QStringLiteral("ms")}},
        {QStringLiteral("status"), {}},
    };
    return commands;
}

} // namespace

Result<void> checkCommand(const QString &what, const QJsonObject &arguments)
{
    const auto known = knownCommands().constFind(what);
    if (known == knownCommands().constEnd())
        return refused(QStringLiteral("unknown command ") + what);
    for (const QString &key : arguments.keys()) {
        if (!known->contains(key))
            return refused(what + QStringLiteral(": unknown key ") + key);
    }
    return {};
}

} // namespace tongban::drivers::emulator
