// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_notice_board.h"

#include "offline/store/case_records.h"
#include "offline/store/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace tongban::offline::store {

using ports::Notice;
using ports::NoticeKind;

namespace {

constexpr std::array kinds{NoticeKind::Correction, NoticeKind::Accepted, NoticeKind::NotAccepted, NoticeKind::Decision};

QString nameOf(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Correction:
        return QStringLiteral("correction");
    case NoticeKind::Accepted:
        return QStringLiteral("accepted");
    case NoticeKind::NotAccepted:
        return QStringLiteral("notAccepted");
    case NoticeKind::Decision:
        return QStringLiteral("decision");
    }
    Q_UNREACHABLE();
}

NoticeKind kindNamed(const QString &name)
{
    for (const NoticeKind kind : kinds) {
        if (nameOf(kind) == name)
            return kind;
    }
    Q_UNREACHABLE(); // the table takes no other
}

QByteArray contextOf(const QUuid &notice)
{
    return "notice/" + textOf(notice).toLatin1();
}

QByteArray plainOf(const Notice &notice)
{
    QJsonArray items;
    for (const ports::NoticeItem &item : notice.items)
        items.append(QJsonObject{{QStringLiteral("material"), item.material},
                                 {QStringLiteral("field"), item.field},
                                 {QStringLiteral("text"), item.text}});
    return QJsonDocument(QJsonObject{{QStringLiteral("title"), notice.title},
                                     {QStringLiteral("due"), notice.due.toString(Qt::ISODate)},
                                     {QStringLiteral("items"), items}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Result<bool> SqlNoticeBoard::keep(const Notice &notice)
{
    const auto where = QStringLiteral("notices.keep");
    bool isNew = false;
    const auto kept = m_database.transact(where, [&]() -> Result<void> {
        // Sealing makes a key where there is none: an erased case must not get one again.
        const auto alive = m_database.query(
            where, QStringLiteral("SELECT 1 FROM cases WHERE id = ? AND erased_at IS NULL"), {textOf(notice.caseId)});
        if (!alive)
            return fail(alive.error());
        if (alive->empty())
            return fail(ErrorKind::NotFound, where);
        const auto sealed = m_vault.sealOwned(notice.caseId, plainOf(notice), contextOf(notice.id));
        if (!sealed)
            return fail(sealed.error());
        const auto added = m_database.run(where,
                                          QStringLiteral("INSERT INTO notices (id, case_id, kind, issued_at, content)"
                                                         " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
                                          {textOf(notice.id), textOf(notice.caseId), nameOf(notice.kind),
                                           notice.issuedAt.toMSecsSinceEpoch(), *sealed});
        if (!added)
            return fail(added.error());
        isNew = *added == 1;
        return {};
    });
    return kept ? Result<bool>(isNew) : fail(kept.error());
}

Result<Notice> SqlNoticeBoard::noticeFrom(const Row &row, const QUuid &caseId) const
{
    Notice notice{.id = QUuid::fromString(row.at(0).toString()),
                  .caseId = caseId,
                  .kind = kindNamed(row.at(1).toString()),
                  .issuedAt = utcFromMs(row.at(2).toLongLong()),
                  .due = {},
                  .title = {},
                  .items = {},
                  .isRead = row.at(4).toBool()};
    const auto plain = m_vault.openOwned(caseId, row.at(3).toByteArray(), contextOf(notice.id));
    if (!plain)
        return fail(plain.error());
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    notice.title = json.value(QStringLiteral("title")).toString();
    notice.due = QDate::fromString(json.value(QStringLiteral("due")).toString(), Qt::ISODate);
    for (const auto &value : json.value(QStringLiteral("items")).toArray()) {
        const QJsonObject item = value.toObject();
        notice.items.push_back({.material = item.value(QStringLiteral("material")).toString(),
                                .text = item.value(QStringLiteral("text")).toString(),
                                .field = item.value(QStringLiteral("field")).toString()});
    }
    return notice;
}

Result<std::vector<Notice>> SqlNoticeBoard::ofCase(const QUuid &caseId)
{
    const auto rows = m_database.query(
        QStringLiteral("notices.of-case"),
        QStringLiteral("SELECT id, kind, issued_at, content, read_at IS NOT NULL FROM notices WHERE case_id = ?"
                       " ORDER BY issued_at, seq"),
        {textOf(caseId)});
    if (!rows)
        return fail(rows.error());
    std::vector<Notice> notices;
    for (const Row &row : *rows) {
        auto notice = noticeFrom(row, caseId);
        if (!notice)
            return fail(notice.error());
        notices.push_back(std::move(*notice));
    }
    return notices;
}

Result<std::optional<ports::UnreadLetter>> SqlNoticeBoard::unreadOf(const QByteArray &holderDigest)
{
    const auto rows = m_database.query(
        QStringLiteral("notices.unread"),
        QStringLiteral("SELECT n.id, n.case_id, n.kind FROM cases c JOIN notices n ON n.case_id = c.id"
                       " WHERE c.holder = ? AND c.erased_at IS NULL AND n.read_at IS NULL AND n.kind <> 'accepted'"
                       " AND c.status IN ('preReturned', 'supplementing', 'notAccepted', 'rejected')"
                       " AND NOT EXISTS (SELECT 1 FROM supplements s WHERE s.letter = n.id)"
                       " AND n.seq = (SELECT m.seq FROM notices m WHERE m.case_id = n.case_id"
                       " ORDER BY m.issued_at DESC, m.seq DESC LIMIT 1)" // what was said before it is history
                       " ORDER BY n.issued_at DESC, n.seq DESC LIMIT 1"),
        {holderDigest});
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return std::optional<ports::UnreadLetter>();
    const Row &row = rows->front();
    const QUuid caseId = QUuid::fromString(row.at(1).toString());
    const auto found = readCase(m_database, m_vault, caseId);
    return std::optional<ports::UnreadLetter>({.caseId = caseId,
                                               .notice = QUuid::fromString(row.at(0).toString()),
                                               .kind = kindNamed(row.at(2).toString()),
                                               .itemName = found ? found->content.item.name : QString()});
}

} // namespace tongban::offline::store
