// SPDX-License-Identifier: GPL-3.0-or-later
// One life of crash_terminal, from its lines: what it promised, where it was when it died.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace tongban::testing {

struct Promise
{
    QByteArray caseId;
    QByteArray number;
};

struct Life
{
    bool wasKilled = false;
    int exitCode = 0;
    QSet<QByteArray> inside;                 // stages begun and not ended when the lines stopped
    QMap<QByteArray, QList<qint64>> lengths; // microseconds of each stage that ended
    QList<Promise> promises;
    QByteArrayList troubles;
    bool isDrained = false;
    int left = 0; // entries, when its patience ended before the outbox was empty
    QByteArray leftWords;
};

// Runs crash_terminal with these arguments to its end, at most half a minute; then it is killed and says so.
[[nodiscard]] Life live(const QStringList &arguments);
[[nodiscard]] Life lifeFrom(const QByteArray &lines); // the lines alone

} // namespace tongban::testing
