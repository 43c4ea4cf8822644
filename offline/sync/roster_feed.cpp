// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/roster_feed.h"

#include <QDateTime>
#include <QJsonDocument>

namespace tongban::offline::sync {

namespace {

Result<QJsonObject> held(const SyncStore &store)
{
    const auto text = store.memory.value(QLatin1String(rosterKey));
    if (!text)
        return fail(text.error());
    return QJsonDocument::fromJson(text->toUtf8()).object(); // what does not read is as good as none
}

QDateTime asOf(const QJsonObject &roster)
{
    return QDateTime::fromString(roster.value(QLatin1String("asOf")).toString(), Qt::ISODateWithMs);
}

} // namespace

Result<bool> keepRoster(const SyncStore &store, const QJsonObject &roster)
{
    const auto before = held(store);
    if (!before)
        return fail(before.error());
    const QDateTime last = asOf(*before);
    if (last.isValid() && asOf(roster) <= last)
        return asOf(roster) == last; // the same one, perhaps signed anew
    const auto kept = store.memory.setValue(QLatin1String(rosterKey),
                                            QString::fromUtf8(QJsonDocument(roster).toJson(QJsonDocument::Compact)));
    if (!kept)
        return fail(kept.error());
    return true;
}

Result<QString> heldRosterVersion(const SyncStore &store)
{
    const auto roster = held(store);
    if (!roster)
        return fail(roster.error());
    return roster->value(QLatin1String("version")).toString();
}

} // namespace tongban::offline::sync
