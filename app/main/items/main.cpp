// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-items: service items judged as their authors want it (items_command.cpp has the help).
#include "app/main/items/icon_names.h"
#include "app/main/items/items_work.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tongban::app;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const ItemsCommand command = readItemsCommand(QCoreApplication::arguments().mid(1));
    if (command.wantsHelp) {
        std::fputs(qUtf8Printable(itemsHelp()), stdout);
        return itemsGood;
    }
    if (!command.complaint.isEmpty()) {
        std::fputs(qUtf8Printable(command.complaint + QStringLiteral("\n\n") + itemsHelp()), stderr);
        return itemsMisused;
    }
    const ItemsAnswer answer = performItems(command, iconNames());
    std::fputs(qUtf8Printable(answer.output), stdout);
    std::fputs(qUtf8Printable(answer.errors), stderr);
    return answer.exit;
}
