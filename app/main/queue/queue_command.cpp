// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_command.h"

#include <QFileInfo>

#include <optional>

namespace tongban::app {

namespace {

QString absolute(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

QJsonObject request(const QString &verb, const QJsonObject &more = {})
{
    QJsonObject object = more;
    object.insert(QStringLiteral("do"), verb);
    return object;
}

// "--key FILE [--from DIRECTORY] [--generation NAME]", in any order.
std::optional<QJsonObject> restoreFrom(const QStringList &rest)
{
    QJsonObject more;
    for (qsizetype i = 0; i + 1 < rest.size(); i += 2) {
        const QString value = rest[i + 1];
        if (rest[i] == QLatin1String("--key"))
            more.insert(QStringLiteral("key"), absolute(value));
        else if (rest[i] == QLatin1String("--from"))
            more.insert(QStringLiteral("from"), absolute(value));
        else if (rest[i] == QLatin1String("--generation"))
            more.insert(QStringLiteral("generation"), value);
        else
            return std::nullopt;
    }
    const bool isWhole = rest.size() % 2 == 0 && more.contains(QStringLiteral("key"));
    return isWhole ? std::optional(request(QStringLiteral("restore"), more)) : std::nullopt;
}

// None: the words behind the verb are not what it wants.
std::optional<QJsonObject> requestFrom(const QString &verb, const QStringList &rest)
{
    const auto count = rest.size();
    if (verb == QLatin1String("list") && count == 0)
        return request(verb);
    if (verb == QLatin1String("list") && count == 2 && rest[0] == QLatin1String("--state"))
        return request(verb, {{QStringLiteral("state"), rest[1]}});
    if (verb == QLatin1String("show") && count == 1)
        return request(verb, {{QStringLiteral("case"), rest[0]}});
    if (verb == QLatin1String("retry") && count == 1 && rest[0] == QLatin1String("--all-parked"))
        return request(verb, {{QStringLiteral("all"), true}});
    if (verb == QLatin1String("retry") && count == 1)
        return request(verb, {{QStringLiteral("entry"), rest[0]}});
    if (verb == QLatin1String("park") && count >= 2)
        return request(verb, {{QStringLiteral("entry"), rest[0]}, {QStringLiteral("reason"), rest.mid(1).join(u' ')}});
    if (verb == QLatin1String("export") && count == 1)
        return request(verb, {{QStringLiteral("directory"), absolute(rest[0])}});
    if (verb == QLatin1String("import") && count == 1)
        return request(verb, {{QStringLiteral("file"), absolute(rest[0])}});
    if (verb == QLatin1String("verify") && count == 0)
        return request(verb);
    if (verb == QLatin1String("damage") && count == 0)
        return request(verb);
    if (verb == QLatin1String("damage") && count == 1 && rest[0] == QLatin1String("--seen"))
        return request(verb, {{QStringLiteral("seen"), true}});
    if (verb == QLatin1String("receipt") && count == 1)
        return request(verb, {{QStringLiteral("code"), rest[0]}});
    if (verb == QLatin1String("restore"))
        return restoreFrom(rest);
    return std::nullopt;
}

// Takes "--config FILE", "--json" and "--help" out of the words, wherever they stand.
QStringList withoutOptions(const QStringList &words, QueueCommand &command)
{
    QStringList rest;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--config") && i + 1 < words.size())
            command.configFile = words[++i];
        else if (words[i] == QLatin1String("--json"))
            command.asJson = true;
        else if (words[i] == QLatin1String("--help") || words[i] == QLatin1String("-h"))
            command.wantsHelp = true;
        else
            rest << words[i];
    }
    return rest;
}

} // namespace

QueueCommand readQueueCommand(const QStringList &words)
{
    QueueCommand command;
    const QStringList rest = withoutOptions(words, command);
    if (command.wantsHelp)
        return command;
    if (rest.isEmpty()) {
        command.complaint = QStringLiteral("请写明要做什么。");
        return command;
    }
    const auto understood = requestFrom(rest.first(), rest.mid(1));
    if (understood)
        command.request = *understood;
    else
        command.complaint = QStringLiteral("看不懂：%1").arg(rest.join(u' '));
    return command;
}

QString queueHelp()
{
    return QStringLiteral(
        "用法：tongban-queue [--config 配置文件] [--json] 命令\n"
        "\n"
        "  list [--state 状态]   列出没有办完的发件（状态：pending 等待、inFlight 发送中、parked 搁置、\n"
        "                        conflict 冲突、done 已送达）\n"
        "  show 办件             看一件办件（预受理编号或办件号；姓名证号不全显示）\n"
        "  retry 发件号          问题处理好了，重新发送一条\n"
        "  retry --all-parked    重新发送所有搁置的\n"
        "  park 发件号 原因      先不发送，写明原因（不要写个人信息）\n"
        "  export 目录           把没送达的办件加密写到U盘（显示“可以拔U盘了”才可以拔）\n"
        "  import 文件           导入市里的回执（.ack 文件）\n"
        "  verify                核对：办件、扫描件、发件箱是否一致\n"
        "  damage [--seen]       数据损坏过没有、救回了多少；技术人员处理好了用 --seen 确认\n"
        "  receipt 核验码        不用网络，核对一张回执上的核验码；写 - 就从键盘（扫码枪）读一行\n"
        "  restore --key 私钥 [--from 目录] [--generation 代号]\n"
        "                        终端关着时，用备份和市里的私钥恢复数据；原来的数据整个留在一边\n"
        "\n"
        "自助终端开着时由终端代办，关着时直接打开数据。\n"
        "结束码：0 办好了；1 核对发现问题、有回执没能登记，或回执是假的；2 命令或配置不对；\n"
        "        3 没办成（原因见提示）；4 数据打不开或正被占用。\n");
}

} // namespace tongban::app
