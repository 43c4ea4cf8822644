// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/change_feed.h"

#include "app/core/base/log.h"
#include "app/core/domain/case_machine.h"

#include <QJsonArray>

namespace tongban::offline::sync {

namespace {

const QString where = QStringLiteral("sync.changes");

Result<StatusChange> changeFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto status = domain::caseStatusFromName(object.value(QStringLiteral("status")).toString());
    if (!status)
        return fail(status.error());
    const auto id = QUuid::fromString(object.value(QStringLiteral("deviceCaseId")).toString());
    const QJsonValue number = object.value(QStringLiteral("projectNumber"));
    if (id.isNull() || !(number.isNull() || number.isString()))
        return fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("a change without its members"));
    return StatusChange{.caseId = id, .status = *status, .projectNumber = number.toString()};
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

} // namespace

Result<PulledChanges> recordChanges(const SyncStore &store, const QJsonObject &answer)
{
    const QJsonArray changes = answer.value(QStringLiteral("changes")).toArray();
    PulledChanges out{
        .cursor = answer.value(QStringLiteral("cursor")).toString(), .recorded = {}, .mayHaveMore = !changes.isEmpty()};
    if (out.cursor.isEmpty())
        return fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("no cursor"));
    for (const auto &value : changes) {
        const auto change = changeFrom(value);
        if (!change) {
            passBy(change.error());
            continue;
        }
        const auto kept = store.cases->recordStatus(change->caseId, change->status, change->projectNumber);
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
    const auto moved = store.memory.setValue(QLatin1String(cursorKey), out.cursor);
    if (!moved)
        return fail(moved.error().within(where));
    return out;
}

} // namespace tongban::offline::sync
