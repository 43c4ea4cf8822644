// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/arrows.h"

#include <QRegularExpression>

namespace tongban::tests {

namespace {

struct Room
{
    QString prefix;
    QStringList mayKnow; // prefixes
};

// The first prefix that fits is the file's room: the narrower stand before the wider.
const QList<Room> &rooms()
{
    static const auto q = [](const char *s) { return QString::fromLatin1(s); };
    static const QList<Room> all{
        {q("app/core/base/"), {q("app/core/base/")}},
        {q("app/core/domain/"), {q("app/core/base/"), q("app/core/domain/")}},
        {q("app/core/finding/"), {q("app/core/base/"), q("app/core/domain/"), q("app/core/finding/")}},
        {q("app/core/catalogue/"), {q("app/core/base/"), q("app/core/domain/"), q("app/core/catalogue/")}},
        {q("app/core/ports/"), {q("app/core/")}},
        {q("app/flow/"), {q("app/core/"), q("app/flow/")}},
        {q("app/view/"), {q("app/core/"), q("app/flow/"), q("app/view/")}},
        {q("app/main/"), {q("app/"), q("drivers/"), q("offline/")}},
        {q("drivers/emulator/"), {q("app/core/"), q("drivers/emulator/")}},
        {q("drivers/codec/"), {q("app/core/base/"), q("app/core/domain/"), q("app/core/ports/"), q("drivers/codec/")}},
        {q("drivers/transport/"), {q("app/core/"), q("drivers/transport/")}},
        {q("drivers/imaging/"), {q("app/core/"), q("drivers/imaging/")}},
        {q("drivers/devices/"),
         {q("app/core/"), q("drivers/devices/"), q("drivers/codec/"), q("drivers/transport/"), q("drivers/imaging/")}},
        // codec: what is personal in a recording is the protocol's knowledge, the recorder is a transport, and those
        // two must not meet; the registry brings them together (recording_masks.cpp).
        {q("drivers/registry/"),
         {q("app/core/"), q("drivers/devices/"), q("drivers/codec/"), q("drivers/transport/"), q("drivers/registry/")}},
        {q("offline/"), {q("app/core/"), q("offline/")}},
        // Tests may look at any room, also at the programs' own parts (the configuration).
        {q("tests/"),
         {q("app/core/"), q("app/flow/"), q("app/view/"), q("drivers/"), q("offline/"), q("tests/"), q("app/main/")}},
    };
    return all;
}

struct QmlModule
{
    QString prefix;
    QStringList mayImport;
};

const QList<QmlModule> &qmlModules()
{
    static const auto q = [](const char *s) { return QString::fromLatin1(s); };
    static const QList<QmlModule> all{
        {q("qml/controls/"), {q("Tongban.Controls")}},
        {q("qml/forms/"), {q("Tongban.Controls"), q("Tongban.Forms"), q("Tongban.Keyboard")}},
        {q("qml/pages/"), {q("Tongban.Controls"), q("Tongban.Forms"), q("Tongban.View"), q("Tongban.Pages")}},
        {q("qml/shell/"), {q("Tongban.Controls"), q("Tongban.Pages"), q("Tongban.View"), q("Tongban.Shell")}},
    };
    return all;
}

} // namespace

QStringList wrongArrows(const SourceFile &file)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    static const QRegularExpression import(QStringLiteral("^\\s*import\\s+(Tongban\\.\\w+)"));
    QStringList wrong;
    const auto check = [&](const QString &target, int line, const QStringList &allowed, bool exact) {
        for (const QString &prefix : allowed) {
            if (exact ? target == prefix : target.startsWith(prefix))
                return;
        }
        wrong << QStringLiteral("%1:%2 knows %3").arg(file.path).arg(line + 1).arg(target);
    };
    for (int i = 0; i < file.lines.size(); ++i) {
        const auto cpp = include.match(file.lines[i]);
        // An include without a folder is generated (moc) or of the same folder by accident: only the former is fine.
        if (cpp.hasMatch() && cpp.captured(1).contains(QLatin1Char('/'))) {
            for (const Room &room : rooms()) {
                if (file.path.startsWith(room.prefix)) {
                    check(cpp.captured(1), i, room.mayKnow, false);
                    break;
                }
            }
        }
        const auto qml = import.match(file.lines[i]);
        if (qml.hasMatch()) {
            for (const QmlModule &module : qmlModules()) {
                if (file.path.startsWith(module.prefix))
                    check(qml.captured(1), i, module.mayImport, true);
            }
        }
    }
    return wrong;
}

} // namespace tongban::tests
