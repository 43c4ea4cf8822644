// SPDX-License-Identifier: GPL-3.0-or-later
// The log speaks one catalogued vocabulary: an event of the table below plus plain facts (never personal data; a
// Sensitive<T> does not convert). One JSON object a line; long acts log begin and end.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <initializer_list>
#include <utility>

namespace tongban {

enum class LogEvent {
#define TONGBAN_LOG_EVENT(name, level, meaning) name,
#include "app/core/base/log_catalogue.inc"
#undef TONGBAN_LOG_EVENT
};

enum class LogLevel { Info, Warning, Error };

[[nodiscard]] const char *nameOf(LogEvent event);
[[nodiscard]] LogLevel levelOf(LogEvent event);

using LogFact = std::pair<const char *, QString>;

// Any thread. Written at once, in order, to the sink (standard error until another is set).
void log(LogEvent event, std::initializer_list<LogFact> facts = {});

// The sink gets one line without its newline, under a lock. Set once at start.
void setLogSink(std::function<void(const QByteArray &line)> sink);

} // namespace tongban
