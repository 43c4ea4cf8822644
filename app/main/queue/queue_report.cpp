// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_report.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>

namespace tongban::app {

namespace {

QString wordFor(const QString &name)
{
    static const QHash<QString, QString> words{{QStringLiteral("pending"), QStringLiteral("等待")},
                                               {QStringLiteral("inFlight"), QStringLiteral("发送中")},
                                               {QStringLiteral("parked"), QStringLiteral("搁置")},
                                               {QStringLiteral("conflict"), QStringLiteral("冲突")},
                                               {QStringLiteral("done"), QStringLiteral("已送达")},
                                               {QStringLiteral("createCase"), QStringLiteral("申请表")},
                                               {QStringLiteral("uploadPage"), QStringLiteral("扫描件")},
                                               {QStringLiteral("uploadThumbnail"), QStringLiteral("缩略图")},
                                               {QStringLiteral("submitCase"), QStringLiteral("提交")},
                                               {QStringLiteral("sendEvaluation"), QStringLiteral("评价")},
                                               {QStringLiteral("uploadSupplement"), QStringLiteral("补正扫描件")},
                                               {QStringLiteral("sendSupplement"), QStringLiteral("补正")}};
    return words.value(name, name);
}

QString localTime(const QString &utc)
{
    return QDateTime::fromString(utc, Qt::ISODate).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString lineFor(const QJsonObject &entry)
{
    const auto text = [&](const char *key) { return entry.value(QLatin1String(key)).toString(); };
    QString line = QStringLiteral("%1  %2  %3  %4  试过%5次  %6\n")
                       .arg(text("entry"), text("localNumber"), wordFor(text("kind")), wordFor(text("state")))
                       .arg(entry.value(QStringLiteral("attempts")).toInt())
                       .arg(localTime(text("enqueuedAt")));
    if (!text("reason").isEmpty())
        line += QStringLiteral("    %1\n").arg(text("reason"));
    if (!text("detail").isEmpty())
        line += QStringLiteral("    （%1）\n").arg(text("detail"));
    return line;
}

QString linesFor(const QJsonObject &answer)
{
    const QJsonArray entries = answer.value(QStringLiteral("entries")).toArray();
    QString lines;
    for (const QJsonValue &entry : entries)
        lines += lineFor(entry.toObject());
    return lines + QStringLiteral("共%1条。\n").arg(entries.size());
}

QString caseFor(const QJsonObject &found)
{
    const auto text = [&](const char *key) { return found.value(QLatin1String(key)).toString(); };
    return QStringLiteral("预受理编号：%1\n办件号：%2\n事项：%3\n申请人：%4 %5\n提交：%6\n状态：%7\n受理编号：%8\n"
                          "扫描件和签名：%9张\n\n")
        .arg(text("localNumber"), text("id"), text("item"), text("name"), text("idNumber"),
             localTime(text("submittedAt")), text("status"),
             text("projectNumber").isEmpty() ? QStringLiteral("还没有") : text("projectNumber"))
        .arg(found.value(QStringLiteral("pages")).toInt());
}

QString verdictFor(const QJsonObject &answer)
{
    const QJsonArray findings = answer.value(QStringLiteral("findings")).toArray();
    QString lines = QStringLiteral("核对了%1件办件、%2张扫描件、%3条发件。\n")
                        .arg(answer.value(QStringLiteral("cases")).toInt())
                        .arg(answer.value(QStringLiteral("pages")).toInt())
                        .arg(answer.value(QStringLiteral("entries")).toInt());
    for (const QJsonValue &finding : findings)
        lines += QStringLiteral("  ! %1\n").arg(finding.toString());
    return lines + (findings.isEmpty() ? QStringLiteral("全部一致。\n")
                                       : QStringLiteral("发现%1处不一致，请联系技术人员。\n").arg(findings.size()));
}

QString restoredFor(const QJsonObject &answer)
{
    const QString aside = answer.value(QStringLiteral("setAside")).toString();
    return QStringLiteral("已恢复到%1的数据：%2件办件、%3个文件。这之后的办件请按纸质回执核对。\n")
               .arg(localTime(answer.value(QStringLiteral("at")).toString()))
               .arg(answer.value(QStringLiteral("cases")).toInt())
               .arg(answer.value(QStringLiteral("files")).toInt()) +
           (aside.isEmpty() ? QString() : QStringLiteral("原来的数据留在：%1\n").arg(aside));
}

QString damageFor(const QJsonObject &answer)
{
    if (!answer.contains(QStringLiteral("damaged")))
        return QStringLiteral("已确认，下次启动后照常清理没有主的文件。\n");
    if (!answer.value(QStringLiteral("damaged")).toBool())
        return QStringLiteral("这次启动没有发现数据损坏。\n");
    QString lines = QStringLiteral("数据在%1发现损坏，已经抢救，现有%2件办件。\n")
                        .arg(localTime(answer.value(QStringLiteral("at")).toString()))
                        .arg(answer.value(QStringLiteral("cases")).toInt());
    const QJsonArray tables = answer.value(QStringLiteral("tables")).toArray();
    for (const QJsonValue &table : tables)
        lines += QStringLiteral("  %1：读出%2行，从备份补回%3行，最多丢失%4行\n")
                     .arg(table[QStringLiteral("table")].toString())
                     .arg(table[QStringLiteral("saved")].toInteger())
                     .arg(table[QStringLiteral("fromBackup")].toInteger())
                     .arg(table[QStringLiteral("lost")].toInteger());
    return lines + QStringLiteral("损坏的原文件留在：%1\n请按纸质回执核对办件，处理好后用 damage --seen 确认。\n")
                       .arg(answer.value(QStringLiteral("quarantine")).toString());
}

QString receiptFor(const QJsonObject &answer)
{
    const auto text = [&](const char *key) { return answer.value(QLatin1String(key)).toString(); };
    const QString roster = QStringLiteral("（按%1的终端名册核对）\n").arg(localTime(text("rosterAsOf")));
    if (!answer.value(QStringLiteral("genuine")).toBool())
        return QStringLiteral("核验没有通过，不要凭这张回执办事，请联系市平台。\n") + roster +
               QStringLiteral("（%1）\n").arg(text("detail"));
    return QStringLiteral("核验通过，回执是真的。\n预受理编号：%1\n事项：%2\n提交：%3\n终端：%4\n")
               .arg(text("localNumber"), text("item"), localTime(text("submittedAt")), text("device")) +
           roster;
}

QString troubleFor(const QJsonObject &answer)
{
    const QJsonObject error = answer.value(QStringLiteral("error")).toObject();
    return QStringLiteral("%1\n（%2 %3：%4）\n")
        .arg(answer.value(QStringLiteral("words")).toString(), error.value(QStringLiteral("kind")).toString(),
             error.value(QStringLiteral("where")).toString(), error.value(QStringLiteral("detail")).toString());
}

} // namespace

QString queueReport(const QJsonObject &request, const QJsonObject &answer)
{
    if (!answer.value(QStringLiteral("ok")).toBool())
        return troubleFor(answer);
    const QString verb = request.value(QStringLiteral("do")).toString();
    if (verb == QLatin1String("list"))
        return linesFor(answer);
    if (verb == QLatin1String("show"))
        return caseFor(answer.value(QStringLiteral("case")).toObject()) + linesFor(answer);
    if (verb == QLatin1String("verify"))
        return verdictFor(answer);
    if (verb == QLatin1String("retry"))
        return QStringLiteral("%1条已放回等待，马上重新发送。\n").arg(answer.value(QStringLiteral("released")).toInt());
    if (verb == QLatin1String("restore"))
        return restoredFor(answer);
    if (verb == QLatin1String("damage"))
        return damageFor(answer);
    if (verb == QLatin1String("receipt"))
        return receiptFor(answer);
    if (verb == QLatin1String("park"))
        return QStringLiteral("已搁置，处理好后用 retry 重新发送。\n");
    return answer.value(QStringLiteral("words")).toString() + QLatin1Char('\n');
}

QueueExit queueExitFor(const QJsonObject &answer)
{
    if (!answer.value(QStringLiteral("ok")).toBool())
        return queueFailed;
    const bool found =
        !answer.value(QStringLiteral("findings")).toArray().isEmpty() ||
        answer.value(QStringLiteral("refused")).toInt() > 0 || answer.value(QStringLiteral("unknown")).toInt() > 0 ||
        answer.value(QStringLiteral("damaged")).toBool() || !answer.value(QStringLiteral("genuine")).toBool(true);
    return found ? queueFound : queueDone;
}

} // namespace tongban::app
