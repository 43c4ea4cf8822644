// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/crash/life.h"

#include <QProcess>
#include <QTest>

namespace tongban::testing {

Life lifeFrom(const QByteArray &lines)
{
    Life life;
    QMap<QByteArray, QList<qint64>> open; // when each running stage began
    for (const QByteArray &line : lines.split('\n')) {
        const auto words = line.split(' ');
        if (words.value(1) == "begin") {
            open[words.value(2)].append(words.value(0).toLongLong());
        } else if (words.value(1) == "end") {
            auto &begun = open[words.value(2)];
            if (!begun.isEmpty())
                life.lengths[words.value(2)].append(words.value(0).toLongLong() - begun.takeFirst());
        } else if (words.value(0) == "promised") {
            life.promises.append({.caseId = words.value(1), .number = words.value(2)});
        } else if (words.value(0) == "trouble") {
            life.troubles.append(line);
        } else if (words.value(0) == "left") {
            life.left = words.value(1).toInt();
            life.leftWords = line;
        } else if (line == "drained") {
            life.isDrained = true;
        }
    }
    for (auto stage = open.cbegin(); stage != open.cend(); ++stage) {
        if (!stage->isEmpty())
            life.inside.insert(stage.key());
    }
    return life;
}

Life live(const QStringList &arguments)
{
    QProcess terminal;
    terminal.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    terminal.start(QStringLiteral(TONGBAN_BIN_DIR "/crash_terminal"), arguments);
    // A busy disk makes a life long. By the event loop: the city's own log is read meanwhile, or it would stop at a full
    // pipe.
    const bool ended = QTest::qWaitFor([&] { return terminal.state() == QProcess::NotRunning; }, 120'000);
    if (!ended) {
        terminal.kill();
        terminal.waitForFinished();
    }
    Life life = lifeFrom(terminal.readAllStandardOutput());
    life.wasKilled = terminal.exitStatus() == QProcess::CrashExit;
    life.exitCode = terminal.exitCode();
    if (!ended)
        life.troubles.append("trouble endless: did not end by itself");
    return life;
}

} // namespace tongban::testing
