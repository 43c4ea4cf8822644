// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/command_line.h"

#include <QStringList>

#include <cstdio>

namespace tongban::app {

namespace {

constexpr auto usage = "usage: tongban-kiosk --config FILE [--items DIR]\n"
                       "       tongban-kiosk --preview FILE\n"
                       "  --config FILE  configuration of this terminal (JSON)\n"
                       "  --items DIR    author mode: the items of this folder; nothing that is done counts\n"
                       "  --preview FILE this one item in a window, with a sample person; nothing is kept\n"
                       "  --version      print the version\n"
                       "  --help         print this\n";

int say(FILE *where, const QString &text, int code)
{
    std::fputs(qUtf8Printable(text), where);
    return code;
}

} // namespace

CommandLine readCommandLine(int argc, char *argv[])
{
    CommandLine line;
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        if (word == QLatin1String("--help"))
            line.exitCode = say(stdout, QString::fromUtf8(usage), 0);
        else if (word == QLatin1String("--version"))
            line.exitCode = say(stdout, QStringLiteral("tongban-kiosk " TONGBAN_VERSION "\n"), 0);
        else if (word == QLatin1String("--config") && i + 1 < argc)
            line.configFile = QString::fromLocal8Bit(argv[++i]);
        else if (word == QLatin1String("--items") && i + 1 < argc)
            line.itemsDirectory = QString::fromLocal8Bit(argv[++i]);
        else if (word == QLatin1String("--preview") && i + 1 < argc)
            line.previewFile = QString::fromLocal8Bit(argv[++i]);
        else
            line.exitCode =
                say(stderr, QStringLiteral("tongban-kiosk: what is \"%1\"?\n").arg(word) + QString::fromUtf8(usage),
                    exitMisconfigured);
        if (line.exitCode)
            return line;
    }
    const bool isPreview = !line.previewFile.isEmpty();
    if (isPreview != line.configFile.isEmpty() || (isPreview && !line.itemsDirectory.isEmpty()))
        line.exitCode = say(stderr, QString::fromUtf8(usage), exitMisconfigured);
    return line;
}

} // namespace tongban::app
