// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/notice_pull.h"

#include "app/core/base/when_finished.h"

#include <QJsonArray>

#include <array>

namespace tongban::offline::sync {

using ports::Notice;
using ports::NoticeKind;

namespace {

const QString where = QStringLiteral("sync.notices");

constexpr std::array kinds{std::pair{NoticeKind::Correction, "correction"}, std::pair{NoticeKind::Accepted, "accepted"},
                           std::pair{NoticeKind::NotAccepted, "notAccepted"},
                           std::pair{NoticeKind::Decision, "decision"}};

std::optional<NoticeKind> kindNamed(const QString &name)
{
    for (const auto &[kind, word] : kinds) {
        if (name == QLatin1String(word))
            return kind;
    }
    return std::nullopt;
}

tl::unexpected<Error> bad(const char *what)
{
    return fail(ErrorKind::PlatformBadAnswer, where, QString::fromLatin1(what));
}

// QUuid reads what follows behind it as well.
QUuid idIn(const QJsonObject &json, const char *name)
{
    const QString text = json.value(QLatin1String(name)).toString();
    return text.size() == 36 ? QUuid::fromString(text) : QUuid();
}

Result<Notice> noticeFrom(const QJsonObject &json)
{
    const auto kind = kindNamed(json.value(QStringLiteral("kind")).toString());
    const QJsonValue due = json.value(QStringLiteral("due"));
    Notice notice{
        .id = idIn(json, "id"),
        .caseId = idIn(json, "deviceCaseId"),
        .kind = kind.value_or(NoticeKind::Accepted),
        .issuedAt = QDateTime::fromString(json.value(QStringLiteral("issuedAt")).toString(), Qt::ISODateWithMs).toUTC(),
        .due = QDate::fromString(due.toString(), Qt::ISODate),
        .title = json.value(QStringLiteral("title")).toString(),
        .items = {}};
    if (!kind || notice.id.isNull() || notice.caseId.isNull() || !notice.issuedAt.isValid() || notice.title.isEmpty())
        return bad("a notice without its members");
    if (!due.isNull() && !notice.due.isValid())
        return bad("a notice whose term is no date");
    for (const auto &value : json.value(QStringLiteral("items")).toArray()) {
        const QJsonObject item = value.toObject();
        notice.items.push_back({.material = item.value(QStringLiteral("material")).toString(),
                                .text = item.value(QStringLiteral("text")).toString(),
                                .field = item.value(QStringLiteral("field")).toString()});
        if (notice.items.back().text.isEmpty())
            return bad("a notice with an empty item");
    }
    return notice;
}

void passBy(const Error &error)
{
    log(LogEvent::PlatformTrouble,
        {{"where", error.where}, {"kind", QLatin1String(nameOf(error.kind))}, {"detail", error.detail}});
}

} // namespace

Result<NoticePull::Kept> NoticePull::keep(const SyncStore &store, const QJsonObject &answer)
{
    const QString cursor = answer.value(QStringLiteral("cursor")).toString();
    const QJsonArray notices = answer.value(QStringLiteral("notices")).toArray();
    if (cursor.isEmpty())
        return bad("no cursor");
    Kept out{.fresh = {}, .mayHaveMore = !notices.isEmpty()};
    for (const auto &value : notices) {
        const auto notice = noticeFrom(value.toObject());
        if (!notice) {
            passBy(notice.error());
            continue;
        }
        const auto kept = store.notices->keep(*notice);
        if (!kept && kept.error().kind != ErrorKind::NotFound)
            return fail(kept.error().within(where));
        if (!kept) {
            passBy(kept.error().within(where));
            continue;
        }
        if (!*kept)
            continue;
        log(LogEvent::NoticeKept, {{"case", notice->caseId.toString(QUuid::WithoutBraces)},
                                   {"notice", notice->id.toString(QUuid::WithoutBraces)},
                                   {"kind", value.toObject().value(QStringLiteral("kind")).toString()}});
        out.fresh.emplace_back(notice->caseId, notice->id);
    }
    const auto moved = store.memory.setValue(QLatin1String(noticeCursorKey), cursor);
    return moved ? Result<Kept>(out) : fail(moved.error().within(where));
}

void NoticePull::run()
{
    const auto work = m_host.store.lane->run(
        [memory = m_host.store.memory](std::stop_token) { return memory.value(QLatin1String(noticeCursorKey)); });
    whenFinished(work, this, [this](const Result<QString> &cursor) {
        if (!cursor)
            return restAfter(cursor.error());
        ask(*cursor);
    });
}

void NoticePull::ask(const QString &cursor)
{
    whenFinished(m_host.platform.pullNotices(cursor), this,
                 [this, cursor](const Result<QJsonObject> &answer) { came(cursor, answer); });
}

void NoticePull::came(const QString &cursor, const Result<QJsonObject> &answer)
{
    tell(answer);
    if (!answer && answer.error().kind == ErrorKind::PlatformRefused && !cursor.isEmpty())
        return ask(QString()); // a cursor that is not known there: from the beginning; one kept twice is kept once
    if (!answer)
        return rest(m_host.options.noticesEvery);
    const auto work =
        m_host.store.lane->run([store = m_host.store, page = *answer](std::stop_token) { return keep(store, page); });
    whenFinished(work, this, [this, cursor, page = *answer](const Result<Kept> &kept) {
        if (!kept && kept.error().kind == ErrorKind::PlatformBadAnswer) {
            passBy(kept.error());
            return rest(m_host.options.noticesEvery);
        }
        if (!kept)
            return restAfter(kept.error());
        for (const auto &[caseId, noticeId] : kept->fresh)
            m_arrived(caseId, noticeId);
        const bool more = kept->mayHaveMore && page.value(QStringLiteral("cursor")).toString() != cursor;
        rest(more ? Ms::zero() : m_host.options.noticesEvery);
    });
}

} // namespace tongban::offline::sync
