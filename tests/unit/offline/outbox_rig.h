// SPDX-License-Identifier: GPL-3.0-or-later
// An outbox over a real database and vault, with one case in it and a clock by hand.
#pragma once

#include "offline/outbox/sql_outbox.h"
#include "offline/store/migrations.h"
#include "offline/store/text.h"
#include "offline/vault/sealed_vault.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

namespace tongban::testing {

using namespace offline;
using ports::OutboxKind;

inline const Error lineDown{ErrorKind::PlatformUnreachable, QStringLiteral("http"), QStringLiteral("timed out")};
inline const QJsonObject payload{{QStringLiteral("name"), QStringLiteral("张秀英")}};
inline const QJsonObject answer{{QStringLiteral("caseId"), QStringLiteral("P-1")}};

class OutboxRig : public QObject
{
    Q_OBJECT

protected:
    void setUp()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(QDateTime(QDate(2026, 3, 1), QTime(1, 0), Qt::UTC));
        m_database = std::move(*store::Database::open(m_directory->filePath(QStringLiteral("store.db"))));
        QVERIFY(store::migrate(*m_database));
        QVERIFY(
            m_database->run(QStringLiteral("test"),
                            QStringLiteral("INSERT INTO cases (id, holder, local_number, submitted_at, status, content)"
                                           " VALUES (?, x'', 'N-1', 0, 'queued', x'')"),
                            {store::textOf(m_case)}));
        m_vault = std::make_unique<vault::SealedVault>(m_disk, m_directory->filePath(QStringLiteral("vault")),
                                                       m_directory->filePath(QStringLiteral("keystore")),
                                                       crypto::randomKey());
        QVERIFY(m_vault->keys().adoptFrom(m_vault->directory()));
        m_outbox = std::make_unique<outbox::SqlOutbox>(*m_database, *m_vault, *m_clock);
    }
    void tearDown()
    {
        m_outbox.reset();
        m_database.reset();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    vault::PosixFileSystem m_disk;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<vault::SealedVault> m_vault;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<outbox::SqlOutbox> m_outbox;
    const QUuid m_case = QUuid::createUuid();

    QUuid enqueued(OutboxKind kind, const QList<QUuid> &needs = {})
    {
        const QUuid id = QUuid::createUuid();
        if (!m_outbox->enqueue({.id = id, .kind = kind, .caseId = m_case, .payload = payload, .needs = needs}))
            qFatal("enqueue failed");
        return id;
    }
    QUuid claimed()
    {
        const auto entry = m_outbox->claim(m_clock->nowUtc());
        return entry && entry->has_value() ? (*entry)->id : QUuid();
    }
    QVariant column(const QUuid &entry, const QString &name)
    {
        return m_database
            ->query(QStringLiteral("test"), QStringLiteral("SELECT %1 FROM outbox WHERE id = ?").arg(name),
                    {store::textOf(entry)})
            ->front()
            .at(0);
    }
    QUuid entryIn(const QString &state)
    {
        const QUuid id = enqueued(OutboxKind::CreateCase);
        bool ready = state == QLatin1String("pending") || claimed() == id;
        if (state == QLatin1String("done"))
            ready = ready && m_outbox->complete(id, answer).has_value();
        if (state == QLatin1String("parked"))
            ready = ready && m_outbox->park(id, lineDown).has_value();
        if (state == QLatin1String("conflict"))
            ready = ready && m_outbox->conflict(id, lineDown).has_value();
        return ready && column(id, QStringLiteral("state")) == state ? id : QUuid();
    }
};

} // namespace tongban::testing
