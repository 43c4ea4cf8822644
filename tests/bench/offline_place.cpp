// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/offline_place.h"

#include "app/core/base/uuid7.h"
#include "offline/store/text.h"

#include <QFile>

#include <filesystem>
#include <fstream>

namespace tongban::bench {

using namespace tongban::testing;
using offline::store::Database;
using offline::store::textOf;

namespace {

// What the rows of one case are copied by: its ids end otherwise in each copy. Nobody opens a copy, so that it does not
// matter that its seals are bound to the model's ids; tables, indexes and bytes are those of so many cases.
constexpr const char *copyRows[]{
    "INSERT INTO cases (id, holder, local_number, submitted_at, status, content, item_code, retention_days)"
    " SELECT substr(c.id, 1, 28) || n.tail, randomblob(32), c.local_number || '-' || n.tail, c.submitted_at, c.status,"
    " c.content, c.item_code, c.retention_days FROM copies n, (SELECT * FROM cases LIMIT 1) c",
    "CREATE TEMP TABLE model AS SELECT * FROM outbox ORDER BY seq",
    "INSERT INTO outbox (id, kind, case_id, payload, state, priority, unmet, attempts, enqueued_at, not_before,"
    " changed_at) SELECT substr(o.id, 1, 28) || n.tail, o.kind, substr(o.case_id, 1, 28) || n.tail, o.payload, o.state,"
    " o.priority, o.unmet, o.attempts, o.enqueued_at, o.not_before, o.changed_at FROM copies n, model o",
    "CREATE TEMP TABLE model_needs AS SELECT * FROM outbox_needs",
    "INSERT INTO outbox_needs SELECT substr(o.entry, 1, 28) || n.tail, substr(o.needs, 1, 28) || n.tail"
    " FROM copies n, model_needs o",
    "CREATE TEMP TABLE model_pages AS SELECT * FROM pages",
    "INSERT INTO pages SELECT substr(p.case_id, 1, 28) || n.tail, p.material, p.page, substr(p.blob, 1, 28) || n.tail,"
    " p.bytes FROM copies n, model_pages p",
    "INSERT INTO print_jobs (id, case_id, state, is_reprint, changed_at) SELECT substr(p.id, 1, 28) || n.tail,"
    " substr(p.case_id, 1, 28) || n.tail, p.state, 0, p.changed_at FROM copies n, (SELECT * FROM print_jobs LIMIT 1) p",
    "INSERT INTO audit (seq, at, actor, actor_id, action, subject, detail, hash) SELECT m.most + n.i, a.at, a.actor,"
    " a.actor_id, a.action, a.subject, a.detail, a.hash FROM copies n, (SELECT * FROM audit LIMIT 1) a,"
    " (SELECT max(seq) AS most FROM audit) m"};

Result<void> copyCase(Database &database, int copies)
{
    const auto where = QStringLiteral("bench.fill");
    // A gigabyte, once, into a file that nobody misses: the next opening sets all of this right again.
    for (const char *pragma : {"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF",
                               "PRAGMA cache_size=-300000"}) {
        if (const auto set = database.query(where, QLatin1String(pragma)); !set)
            return fail(set.error());
    }
    return database.transact(where, [&]() -> Result<void> {
        auto done = database.run(where, QStringLiteral("CREATE TEMP TABLE copies (i INTEGER, tail TEXT)"));
        if (done)
            done = database.run(where,
                                QStringLiteral("INSERT INTO copies WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
                                               " i + 1 FROM n WHERE i < ?) SELECT i, printf('%08x', i) FROM n"),
                                {copies});
        for (const char *sql : copyRows) {
            if (done)
                done = database.run(where, QLatin1String(sql));
        }
        return done ? Result<void>() : fail(done.error());
    });
}

// A directory and a key for each, as every case has them. The directories are empty: their pages are read by nobody who
// opens, sweeps or submits, and would be 40 GB.
bool copyFiles(Place &place, const QUuid &model, int copies)
{
    namespace fs = std::filesystem;
    const std::string state = QFile::encodeName(place.state()).toStdString();
    const auto key = place.disk.read(place.state() + QStringLiteral("/keystore/") + textOf(model));
    std::error_code error;
    for (int i = 1; key && i <= copies && !error; ++i) {
        const std::string name =
            (textOf(model).left(28) + QStringLiteral("%1").arg(i, 8, 16, QLatin1Char('0'))).toStdString();
        fs::create_directory(state + "/vault/" + name, error);
        std::ofstream(state + "/keystore/" + name, std::ios::binary).write(key->constData(), key->size());
    }
    return key && !error;
}

} // namespace

const std::vector<QByteArray> &scannedPages()
{
    static const auto pages = [] {
        std::vector<QByteArray> images(pagesOfACase, QByteArray(pageBytes, '\0'));
        for (unsigned page = 0; page < pagesOfACase; ++page) {
            for (unsigned i = 0; i < pageBytes; ++i)
                images[page][i] = static_cast<char>((i * 2'654'435'761U + page * 40'503U) >> 13U);
        }
        return images;
    }();
    return pages;
}

Result<void> Place::open()
{
    auto opened = OfflineStore::open(terminal(state()), clock, disk);
    if (!opened)
        return fail(opened.error());
    store = std::move(*opened);
    return {};
}

void Place::close()
{
    if (store)
        store->orphanSweep().waitForFinished();
    store.reset();
}

Result<domain::CaseDraft> Place::scanned()
{
    if (!model) {
        auto filled = filledDraft(*store, zhang(), clock);
        if (!filled || !store->vault().erase(filled->id))
            return fail(filled ? ErrorKind::StoreUnwritable : filled.error().kind, QStringLiteral("bench.draft"));
        filled->pages.clear();
        filled->signature.reset();
        model = std::move(*filled);
    }
    domain::CaseDraft draft = *model;
    draft.id = Uuid7Generator(clock).next();
    std::vector<QFuture<QByteArray>> digests; // asked for last, as the screen does with a scan of several pages
    auto &sealed = draft.pages[QStringLiteral("householdRegister")];
    for (const QByteArray &image : scannedPages()) {
        const auto kept = store->vault().put(draft.id, image);
        if (!kept)
            return fail(kept.error());
        sealed.push_back({.blob = kept->blob, .size = {1200, 1600}, .bytes = image.size(), .sm3 = {}});
        digests.push_back(kept->sm3);
    }
    for (std::size_t page = 0; page < digests.size(); ++page)
        sealed[page].sm3 = digests[page].result();
    return draft;
}

Result<void> Place::fill(int cases)
{
    if (const auto opened = open(); !opened)
        return opened;
    const auto draft = scanned();
    if (!draft)
        return fail(draft.error());
    if (const auto submitted = store->cases().submit(*draft); !submitted)
        return fail(submitted.error());
    const auto job = store->printJournal().reserve(draft->id);
    if (!job)
        return fail(job.error());
    for (const auto state : {ports::PrintState::Printing, ports::PrintState::Done}) {
        if (const auto recorded = store->printJournal().record(job->id, state); !recorded)
            return recorded;
    }
    close();
    {
        const auto file = Database::open(database());
        if (!file)
            return fail(file.error());
        if (const auto copied = copyCase(**file, cases - 1); !copied)
            return copied;
    }
    if (!copyFiles(*this, draft->id, cases - 1))
        return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.files"));
    const auto opened = open();
    if (opened)
        store->orphanSweep().waitForFinished();
    return opened;
}

} // namespace tongban::bench
