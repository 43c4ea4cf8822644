// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QMutexLocker>

#include <cstdio>

namespace tongban {

namespace {

struct Sink
{
    QMutex mutex;
    std::function<void(const QByteArray &)> write = [](const QByteArray &line) {
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fputc('\n', stderr);
    };
};

Sink &sink()
{
    static Sink instance;
    return instance;
}

const char *nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    Q_UNREACHABLE();
}

} // namespace

const char *nameOf(LogEvent event)
{
    switch (event) {
#define TONGBAN_LOG_EVENT(name, level, meaning)                                                                        \
    case LogEvent::name:                                                                                               \
        return #name;
#include "app/core/base/log_catalogue.inc"
#undef TONGBAN_LOG_EVENT
    }
    Q_UNREACHABLE();
}

LogLevel levelOf(LogEvent event)
{
    switch (event) {
#define TONGBAN_LOG_EVENT(name, level, meaning)                                                                        \
    case LogEvent::name:                                                                                               \
        return LogLevel::level;
#include "app/core/base/log_catalogue.inc"
#undef TONGBAN_LOG_EVENT
    }
    Q_UNREACHABLE();
}

void log(LogEvent event, std::initializer_list<LogFact> facts)
{
    QJsonObject line{{QStringLiteral("at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("level"), QString::fromLatin1(nameOf(levelOf(event)))},
                     {QStringLiteral("event"), QString::fromLatin1(nameOf(event))}};
    for (const auto &[key, value] : facts)
        line.insert(QString::fromLatin1(key), value);
    const QMutexLocker locker(&sink().mutex);
    sink().write(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

void setLogSink(std::function<void(const QByteArray &line)> write)
{
    const QMutexLocker locker(&sink().mutex);
    sink().write = std::move(write);
}

} // namespace tongban
