// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-items: service items judged as their authors want it (items_command.cpp has the help).
#include "app/main/items/icon_names.h"
#include "app/main/items/items_work.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

using namespace tongban::app;

namespace {

// The kiosk that was built and installed with this program takes its place.
int showPreview(const QString &file)
{
    const QByteArray kiosk =
        QFile::encodeName(QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-kiosk"));
    const QByteArray item = QFile::encodeName(file);
    std::fflush(nullptr);
    ::execl(kiosk.constData(), kiosk.constData(), "--preview", item.constData(), nullptr);
    std::fprintf(stderr, "打不开预览窗口：%s：%s\n", kiosk.constData(), std::strerror(errno));
    return itemsMisused;
}

} // namespace

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
    return answer.isShown ? showPreview(command.files.first()) : answer.exit;
}
