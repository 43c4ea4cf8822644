// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_audit_trail.h"

#include "offline/crypto/sm3.h"
#include "offline/store/text.h"

#include <QtEndian>

#include <array>

namespace tongban::offline::store {

using ports::AuditActor;
using ports::AuditEvent;
using ports::AuditHead;
using ports::AuditRecord;
using ports::AuditVerdict;

namespace {

constexpr int hashBytes = 32;
constexpr int verifyBatch = 500; // rows held at once
constexpr std::array allActors{AuditActor::Villager, AuditActor::Staff, AuditActor::Technician, AuditActor::Terminal,
                               AuditActor::City};

// Every part with its length before it: no two rows have the same bytes.
void addPart(QByteArray &bytes, const QByteArray &part)
{
    const auto length = qToBigEndian(static_cast<quint32>(part.size()));
    bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    bytes.append(part);
}

QByteArray chained(const QByteArray &before, qint64 seq, qint64 at, const AuditEvent &event)
{
    QByteArray bytes = before;
    addPart(bytes, QByteArray::number(seq));
    addPart(bytes, QByteArray::number(at));
    for (const QString &part : {nameOf(event.actor), event.actorId, event.action, event.subject, event.detail})
        addPart(bytes, part.toUtf8());
    return crypto::sm3(bytes);
}

AuditRecord recordFrom(const Row &row)
{
    AuditRecord record{.seq = row.at(0).toLongLong(),
                       .at = utcFromMs(row.at(1).toLongLong()),
                       .event = {.actorId = row.at(3).toString(),
                                 .action = row.at(4).toString(),
                                 .subject = row.at(5).toString(),
                                 .detail = row.at(6).toString()},
                       .hash = row.at(7).toByteArray()};
    for (const AuditActor actor : allActors) {
        if (nameOf(actor) == row.at(2).toString())
            record.event.actor = actor;
    }
    return record;
}

} // namespace

QString nameOf(AuditActor actor)
{
    switch (actor) {
    case AuditActor::Villager:
        return QStringLiteral("villager");
    case AuditActor::Staff:
        return QStringLiteral("staff");
    case AuditActor::Technician:
        return QStringLiteral("technician");
    case AuditActor::Terminal:
        return QStringLiteral("terminal");
    case AuditActor::City:
        return QStringLiteral("city");
    }
    Q_UNREACHABLE();
}

Result<void> SqlAuditTrail::append(const AuditEvent &event)
{
    if (m_database.isInTransaction())
        return insertNext(event);
    return m_database.transact(QStringLiteral("audit.append"), [&] { return insertNext(event); });
}

Result<void> SqlAuditTrail::insertNext(const AuditEvent &event)
{
    const auto last = head();
    if (!last)
        return fail(last.error());
    const qint64 seq = last->seq + 1;
    const qint64 at = m_clock.nowUtc().toMSecsSinceEpoch();
    const auto put =
        m_database.run(QStringLiteral("audit.append"),
                       QStringLiteral("INSERT INTO audit (seq, at, actor, actor_id, action, subject,"
                                      " detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                       {seq, at, nameOf(event.actor), notNull(event.actorId), notNull(event.action),
                        notNull(event.subject), notNull(event.detail), chained(last->hash, seq, at, event)});
    return put ? Result<void>() : fail(put.error());
}

Result<AuditHead> SqlAuditTrail::head()
{
    const auto rows = m_database.query(QStringLiteral("audit.head"),
                                       QStringLiteral("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return AuditHead{.seq = 0, .hash = QByteArray(hashBytes, '\0')};
    return AuditHead{.seq = rows->front().at(0).toLongLong(), .hash = rows->front().at(1).toByteArray()};
}

Result<std::vector<AuditRecord>> SqlAuditTrail::records(qint64 fromSeq, int limit)
{
    const auto rows = m_database.query(QStringLiteral("audit.records"),
                                       QStringLiteral("SELECT seq, at, actor, actor_id, action, subject, detail, hash"
                                                      " FROM audit WHERE seq >= ? ORDER BY seq LIMIT ?"),
                                       {fromSeq, limit});
    if (!rows)
        return fail(rows.error());
    std::vector<AuditRecord> records;
    for (const Row &row : *rows)
        records.push_back(recordFrom(row));
    return records;
}

Result<AuditVerdict> SqlAuditTrail::verify()
{
    AuditVerdict verdict;
    QByteArray before(hashBytes, '\0');
    for (;;) {
        const auto batch = records(verdict.rows + 1, verifyBatch);
        if (!batch)
            return fail(batch.error());
        for (const AuditRecord &record : *batch) {
            const qint64 expected = verdict.rows + 1;
            const QByteArray hash = chained(before, expected, record.at.toMSecsSinceEpoch(), record.event);
            if (record.seq != expected || record.hash != hash) {
                verdict.firstBroken = expected;
                return verdict;
            }
            before = hash;
            verdict.rows = expected;
        }
        if (batch->size() < verifyBatch)
            return verdict;
    }
}

} // namespace tongban::offline::store
