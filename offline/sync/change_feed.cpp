// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/change_feed.h"

#include "app/core/base/log.h"
#include "app/core/domain/case_machine.h"

#include "offline/store/sync_state.h"
#include "offline/store/text.h"

#include <QJsonArray>

#include <algorithm>

namespace tongban::offline::sync {

namespace {

const QString where = QStringLiteral("sync.changes");

Result<StatusChange> changeFrom(const QJsonValue &value, const QDateTime &nowUtc)
{
    const QJsonObject object = value.toObject();
    const auto status = domain::caseStatusFromName(object.value(QStringLiteral("status")).toString());
    if (!status)
        return fail(status.error());
    const auto id = QUuid::fromString(object.value(QStringLiteral("deviceCaseId")).toString());
    const QJsonValue number = object.value(QStringLiteral("projectNumber"));
    if (id.isNull() || !(number.isNull() || number.isString()))
        return fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("a change without its members"));
    const auto at = QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs).toUTC();
    return StatusChange{
        .caseId = id, .status = *status, .projectNumber = number.toString(), .since = at.isValid() ? at : nowUtc};
}

// Until when the city's word is in it: a standby may be hours behind, and says so. Later than now it is never.
QDateTime asOfIn(const QJsonObject &answer, const QDateTime &nowUtc)
{
    const auto said = QDateTime::fromString(answer.value(QStringLiteral("asOf")).toString(), Qt::ISODateWithMs).toUTC();
    return said.isValid() ? std::min(said, nowUtc) : nowUtc;
}

void passBy(const Error &error)
{
    log(LogEvent::PlatformTrouble,
        {{"where", error.where}, {"kind", QLatin1String(nameOf(error.kind))}, {"detail", error.detail}});
}

bool isTroubleOfStore(ErrorKind kind)
{
    return remedyFor(kind) == Remedy::TechnicianFixes;
}

// Together: each costs the disk a sync.
Result<void> remember(const SyncMemory &memory, const PulledChanges &pulled, const QDateTime &asOfUtc)
{
    const auto write = [&]() -> Result<void> {
        const auto moved = memory.setValue(QLatin1String(cursorKey), pulled.cursor);
        if (!moved || pulled.mayHaveMore)
            return moved;
        return memory.setValue(QLatin1String(store::changesAsOfKey), store::wireTime(asOfUtc));
    };
    return memory.together ? memory.together(write) : write();
}

} // namespace

Result<PulledChanges> recordChanges(const SyncStore &store, const QJsonObject &answer, const QDateTime &nowUtc)
{
    const QJsonArray changes = answer.value(QStringLiteral("changes")).toArray();
    PulledChanges out{
        .cursor = answer.value(QStringLiteral("cursor")).toString(), .recorded = {}, .mayHaveMore = !changes.isEmpty()};
    if (out.cursor.isEmpty())
        return fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("no cursor"));
    for (const auto &value : changes) {
        const auto change = changeFrom(value, nowUtc);
        if (!change) {
            passBy(change.error());
            continue;
        }
        const auto kept =
            store.cases->recordStatus(change->caseId, change->status, change->projectNumber, change->since);
        if (!kept && isTroubleOfStore(kept.error().kind))
            return fail(kept.error().within(where));
        if (!kept) {
            passBy(kept.error());
            continue;
        }
        log(LogEvent::CaseStatusPulled,
            {{"case", change->caseId.toString(QUuid::WithoutBraces)}, {"status", domain::nameOf(change->status)}});
        out.recorded.push_back(*change);
    }
    if (const auto remembered = remember(store.memory, out, asOfIn(answer, nowUtc)); !remembered)
        return fail(remembered.error().within(where));
    return out;
}

} // namespace tongban::offline::sync
