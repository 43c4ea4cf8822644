// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/config_fault.h"

#include "app/main/json_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace tongban::app {

namespace {

constexpr QSize standingScreen(1080, 1920);

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Cause
{
    QString file;
    QString words;
};

// The file is where it went wrong; a reader of several files names it first in its words.
Cause causeOf(const Error &fault)
{
    static const QRegularExpression named(QStringLiteral("^(/[^:]+): (.*)$"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto told = named.match(fault.detail);
    return told.hasMatch() && !fault.where.startsWith(u'/') ? Cause{told.captured(1), told.captured(2)}
                                                            : Cause{fault.where, fault.detail};
}

// The first key that the cause names, as the readers write it: "platform.url", or options: …; empty: it names none.
QString keyIn(const QString &cause)
{
    static const QRegularExpression quoted(QStringLiteral("\"([A-Za-z][A-Za-z0-9_.]*)\"|^([A-Za-z][A-Za-z0-9_.]*): "));
    const auto found = quoted.match(cause);
    return found.captured(1).isEmpty() ? found.captured(2) : found.captured(1);
}

QString placeOf(const Cause &cause)
{
    static const QRegularExpression told(QStringLiteral("^line [0-9]+"));
    const int line = told.match(cause.words).hasMatch() ? 0 : lineOfKey(textOf(cause.file), keyIn(cause.words));
    return line > 0 ? QStringLiteral("%1，第 %2 行").arg(cause.file).arg(line) : cause.file;
}

// Neither the key nor the value may be of the right kind: then it is not there.
QString plain(const QJsonObject &site, const char *key)
{
    return site.value(QLatin1String(key)).toString();
}

} // namespace

int lineOfKey(const QByteArray &text, const QString &key)
{
    qsizetype at = -1;
    qsizetype from = 0;
    for (const QString &part : key.split(u'.', Qt::SkipEmptyParts)) {
        const QRegularExpression member(QStringLiteral("\"%1\"\\s*:").arg(QRegularExpression::escape(part)));
        const auto found = member.match(QString::fromLatin1(text), from); // bytes: offsets count as in the file
        if (!found.hasMatch())
            break;
        at = found.capturedStart();
        from = found.capturedEnd();
    }
    return at < 0 ? 0 : static_cast<int>(text.left(at).count('\n')) + 1;
}

QString technicianWords(const Error &fault)
{
    const Cause cause = causeOf(fault);
    return QStringLiteral("给技术人员：%1\n%2\n改好这个文件，机器会自己重新启动。").arg(placeOf(cause), cause.words);
}

KioskConfig whatCanBeRead(const QString &file)
{
    KioskConfig config;
    config.display = {.fullScreen = true, .size = standingScreen};
    const Result<QJsonObject> object = objectInFile(file);
    if (!object)
        return config;
    const QJsonObject site = object->value(QStringLiteral("site")).toObject();
    config.site = {.siteCode = {},
                   .hallName = plain(site, "hallName"),
                   .deviceId = plain(site, "deviceId"),
                   .phone = plain(site, "phone"),
                   .address = plain(site, "address"),
                   .hours = plain(site, "hours")};
    const QJsonObject display = object->value(QStringLiteral("display")).toObject();
    const QSize size(display.value(QStringLiteral("width")).toInt(), display.value(QStringLiteral("height")).toInt());
    if (size.width() >= 600 && size.height() >= 600)
        config.display = {.fullScreen = display.value(QStringLiteral("fullScreen")).toBool(true), .size = size};
    if (const QString log = plain(*object, "logFile"); !log.isEmpty())
        config.logFile = QFileInfo(file).absoluteDir().absoluteFilePath(log);
    return config;
}

} // namespace tongban::app
