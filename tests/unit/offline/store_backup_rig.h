// SPDX-License-Identifier: GPL-3.0-or-later
// A store with a backup's disk beside it, for tests of both.
#pragma once

#include "app/core/base/log.h"
#include "offline/store/restore.h"
#include "offline/store/text.h"
#include "tests/fault/store_fault_files.h"
#include "tests/unit/offline/store_world.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

namespace tongban::testing {

using namespace tongban;
using namespace tongban::offline;
using namespace tongban::offline::store;
using namespace tongban::testing;
using namespace std::chrono_literals;

class StoreBackupRig : public QObject
{
protected:
    std::unique_ptr<StoreWorld> m_world;
    StorePointer m_store;

    void reopen(const OfflineOptions &options)
    {
        m_store.reset();
        auto opened = openSwept(options, m_world->clock, m_world->disk);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().where + opened.error().detail));
        m_store = std::move(*opened);
    }
    Result<BackupReport> backedUp()
    {
        auto future = m_store->backUp();
        future.waitForFinished();
        return future.result();
    }
    domain::SubmittedCase applied(const Villager &villager = zhang())
    {
        const auto draft = filledDraft(*m_store, villager, m_world->clock);
        auto done = m_store->cases().submit(*draft);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return *done;
    }
    void deliverAll()
    {
        for (auto entry = m_store->outbox().claim(m_world->clock.nowUtc()); *entry;
             entry = m_store->outbox().claim(m_world->clock.nowUtc()))
            QVERIFY(m_store->outbox().complete((*entry)->id, {}));
    }
    // A hall's life: cases in every state, a draft, paper, an evaluation, devices, a cursor.
    void live()
    {
        const auto sent = applied();
        deliverAll();
        QVERIFY(m_store->cases().saveEvaluation({.caseId = sent.content.id, .level = 5}));
        const auto job = m_store->printJournal().reserve(sent.content.id);
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Printing));
        QVERIFY(m_store->printJournal().record(job->id, ports::PrintState::Done));
        applied(li());
        QVERIFY(m_store->cases().saveDraft(*filledDraft(*m_store, li(), m_world->clock)));
        QVERIFY(m_store->deviceLog().add({{.device = QStringLiteral("printer"), .succeeded = 3}}));
        QVERIFY(m_store->syncState().setValue(QStringLiteral("cursor"), QStringLiteral("c-17")));
    }
    RestoreOptions restoreTo(const QString &state)
    {
        return {.backupDirectory = m_world->backupDirectory(),
                .deviceId = QStringLiteral("K01"),
                .stateDirectory = state,
                .cityPrivateKeyPem = m_world->city().toPem()};
    }
    Result<RestoreReport> restored(const RestoreOptions &options)
    {
        return restoreStore(options, m_world->clock, m_world->disk);
    }
    static QMap<QString, Rows> contentOf(const QString &path)
    {
        const auto where = QStringLiteral("test");
        const auto database = Database::open(path);
        QMap<QString, Rows> tables;
        const auto names = (*database)->query(where, QStringLiteral("SELECT name FROM sqlite_schema WHERE type ="
                                                                    " 'table' AND name NOT LIKE 'sqlite_%'"));
        for (const Row &row : *names) {
            const QString name = row.at(0).toString();
            tables[name] = *(*database)->query(where, QStringLiteral("SELECT * FROM %1 ORDER BY 1, 2").arg(name));
        }
        return tables;
    }
    static QMap<QString, QByteArray> filesBelow(const QString &directory)
    {
        QMap<QString, QByteArray> files;
        QDirIterator names(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (names.hasNext()) {
            QFile file(names.next());
            if (file.open(QIODevice::ReadOnly))
                files[QDir(directory).relativeFilePath(file.fileName())] = file.readAll();
        }
        return files;
    }
    QStringList generations() const
    {
        QStringList names = QDir(m_world->backupDirectory() + QStringLiteral("/K01"))
                                .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        names.removeAll(QStringLiteral("vault"));
        return names;
    }
};

} // namespace tongban::testing
