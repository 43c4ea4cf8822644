// SPDX-License-Identifier: GPL-3.0-or-later
// The words of tongban-queue, turned into one request: the same whether the kiosk carries it out or the tool itself.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace tongban::app {

struct QueueCommand
{
    QString configFile = QStringLiteral("/etc/tongban/kiosk.json");
    bool asJson = false;
    bool wantsHelp = false;
    QJsonObject request; // {"do": "list", …}; see queue_work.h
    QString complaint;   // Chinese; empty: the words were understood
};

// words: without the program's name. Paths are made absolute: the kiosk stands in another directory.
[[nodiscard]] QueueCommand readQueueCommand(const QStringList &words);

[[nodiscard]] QString queueHelp(); // Chinese

} // namespace tongban::app
