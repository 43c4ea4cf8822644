// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/items/items_command.h"

namespace tongban::app {

ItemsCommand readItemsCommand(const QStringList &words)
{
    ItemsCommand command;
    QStringList rest;
    for (const QString &word : words) {
        if (word == QLatin1String("--help") || word == QLatin1String("-h"))
            command.wantsHelp = true;
        else if (word == QLatin1String("--json"))
            command.asJson = true;
        else if (word.startsWith(QLatin1String("--")))
            command.complaint = QStringLiteral("不认识的选项：%1").arg(word);
        else
            rest << word;
    }
    const QString verb = rest.isEmpty() ? QString() : rest.takeFirst();
    if (verb == QLatin1String("figures"))
        command.verb = ItemsCommand::Verb::Figures;
    else if (verb == QLatin1String("preview"))
        command.verb = ItemsCommand::Verb::Preview;
    else if (verb != QLatin1String("check") && command.complaint.isEmpty())
        command.complaint = verb.isEmpty() ? QStringLiteral("请说要做什么。") : QStringLiteral("不认识：%1").arg(verb);
    command.files = rest;
    if (rest.isEmpty() && command.complaint.isEmpty())
        command.complaint = QStringLiteral("请写上事项文件。");
    if (command.verb == ItemsCommand::Verb::Preview && rest.size() > 1 && command.complaint.isEmpty())
        command.complaint = QStringLiteral("一次只能预览一个文件。");
    return command;
}

QString itemsHelp()
{
    return QStringLiteral(R"(用法：
  tongban-items check [--json] 文件…     检查事项文件：哪一行、哪一列、错在哪里、怎么改
  tongban-items figures [--json] 文件…   比一比：比纸质办理少带多少材料、少写多少字
  tongban-items preview 文件              在窗口里打开，页面和大厅里的一样；刷的是样张，什么都不保存

每一处错误写成“文件:行:列: 说明 (位置)”，下面一行是怎么改。
结果：0 没有错；1 有错；2 命令写错了，或者文件读不了。
)");
}

} // namespace tongban::app
