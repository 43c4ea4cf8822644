// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/offline_speed.h"

#include "app/core/base/log.h"
#include "tests/bench/offline_place.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <chrono>

namespace tongban::bench {

using offline::store::Database;

namespace {

constexpr int few = 10;
constexpr int opens = 25;
constexpr int submits = 51; // a sync takes what the disk's journal happens to do: many, for a steady median

int many()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("TONGBAN_BENCH_CASES", &isNumber);
    return isNumber && asked > few ? asked : 100'000;
}

// How long `work` takes, in milliseconds, or its error.
Result<double> timed(const std::function<Result<void>()> &work)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto done = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    return done ? Result<double>(took.count()) : fail(done.error());
}

Result<double> submitOnce(Place &place)
{
    const auto draft = place.scanned();
    if (!draft)
        return fail(draft.error());
    return timed([&]() -> Result<void> {
        const auto submitted = place.store->cases().submit(*draft);
        return submitted ? Result<void>() : fail(submitted.error());
    });
}

Result<double> durableSubmit(Place &place)
{
    return timed([&]() -> Result<void> {
        const auto draft = place.scanned();
        if (!draft)
            return fail(draft.error());
        const auto submitted = place.store->cases().submit(*draft);
        return submitted ? Result<void>() : fail(submitted.error());
    });
}

// Out of the page cache: a start of the machine reads from the disk.
void forget(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

Result<double> openOnce(Place &place, bool afterCut)
{
    place.close();
    if (afterCut) {
        const auto database = Database::open(place.database());
        if (!database)
            return fail(database.error());
        const auto marked = (*database)->run(QStringLiteral("bench.cut"),
                                             QStringLiteral("UPDATE meta SET value = x'30' WHERE key = 'clean_stop'"));
        if (!marked)
            return fail(marked.error());
    }
    forget(place.database());
    return timed([&] { return place.open(); });
}

bool syncedFile(const QByteArray &path, const QByteArray &bytes)
{
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const bool isWritten =
        ::write(file, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size() && ::fsync(file) == 0;
    return ::close(file) == 0 && isWritten;
}

bool syncedDirectory(const QByteArray &path)
{
    const int directory = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = ::fsync(directory) == 0;
    return ::close(directory) == 0 && isSynced;
}

// The same bytes, bare: rowBytes are those of a case's rows.
class Bare
{
public:
    [[nodiscard]] static Result<Bare> in(const QString &directory, qint64 rowBytes)
    {
        Bare bare;
        bare.m_files = QFile::encodeName(directory + QStringLiteral("/bare"));
        bare.m_rowBytes = rowBytes;
        auto database = Database::open(directory + QStringLiteral("/bare.db"));
        if (!database)
            return fail(database.error());
        bare.m_database = std::move(*database);
        const auto made = bare.m_database->run(
            QStringLiteral("bench.bare"), QStringLiteral("CREATE TABLE bare (id INTEGER PRIMARY KEY, content BLOB)"));
        if (!made || !QDir().mkpath(QFile::decodeName(bare.m_files)))
            return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.bare"));
        return bare;
    }

    [[nodiscard]] Result<double> submit()
    {
        return timed([&]() -> Result<void> {
            for (const QByteArray &image : scannedPages()) {
                if (!syncedFile(m_files + '/' + QByteArray::number(m_next++), image))
                    return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.bare"));
            }
            if (!syncedDirectory(m_files))
                return fail(ErrorKind::StoreUnwritable, QStringLiteral("bench.bare"));
            return m_database->transact(QStringLiteral("bench.bare"), [&]() -> Result<void> {
                const auto put = m_database->run(QStringLiteral("bench.bare"),
                                                 QStringLiteral("INSERT INTO bare (content) VALUES (?)"),
                                                 {QByteArray(m_rowBytes, 'x')});
                return put ? Result<void>() : fail(put.error());
            });
        });
    }

private:
    QByteArray m_files;
    qint64 m_rowBytes = 0;
    int m_next = 0;
    std::unique_ptr<Database> m_database;
};

Result<qint64> rowBytesOf(Place &place)
{
    const auto database = Database::open(place.database());
    if (!database)
        return fail(database.error());
    const auto rows = (*database)->query(
        QStringLiteral("bench.bytes"),
        QStringLiteral("SELECT (SELECT sum(length(content)) FROM cases) + (SELECT sum(length(payload)) FROM outbox)"));
    if (!rows)
        return fail(rows.error());
    return rows->front().at(0).toLongLong() / few;
}

// value and baseline in turns, so that a busy minute hits both.
struct Comparison
{
    const char *name;
    double target;
    int samples;
    std::function<Result<double>()> value;
    std::function<Result<double>()> baseline;
};

Result<Figure> compared(const Comparison &comparison)
{
    Figure figure{.name = QString::fromLatin1(comparison.name),
                  .unit = QStringLiteral("ms"),
                  .baseline = std::nullopt,
                  .target = comparison.target,
                  .samples = {},
                  .baselineSamples = {}};
    for (int i = 0; i < comparison.samples; ++i) {
        const auto base = comparison.baseline();
        if (!base)
            return fail(base.error());
        const auto own = comparison.value();
        if (!own)
            return fail(own.error());
        figure.baselineSamples.push_back(*base);
        figure.samples.push_back(*own);
    }
    figure.value = median(figure.samples);
    figure.baseline = median(figure.baselineSamples);
    return figure;
}

} // namespace

Result<std::vector<Figure>> measureOfflineSpeed()
{
    setLogSink([](const QByteArray &) {});
    const QString parent = qEnvironmentVariable("TONGBAN_BENCH_DIR", QDir::currentPath());
    Place small(parent);
    Place large(parent);
    if (const auto filled = small.fill(few); !filled)
        return fail(filled.error());
    const auto rowBytes = rowBytesOf(small);
    if (!rowBytes)
        return fail(rowBytes.error());
    auto bare = Bare::in(small.directory.path(), *rowBytes);
    if (!bare)
        return fail(bare.error());
    if (const auto filled = large.fill(many()); !filled)
        return fail(filled.error());
    const Comparison comparisons[]{
        {"offline.durable_submit", 1.5, submits, [&] { return durableSubmit(small); }, [&] { return bare->submit(); }},
        {"offline.submit_full_box", 1.2, submits, [&] { return submitOnce(large); }, [&] { return submitOnce(small); }},
        {"offline.cold_open", 1.5, opens, [&] { return openOnce(large, false); },
         [&] { return openOnce(small, false); }},
        {"offline.cold_open_after_cut", 1.5, opens, [&] { return openOnce(large, true); },
         [&] { return openOnce(small, true); }}};
    std::vector<Figure> figures;
    for (const Comparison &comparison : comparisons) {
        auto figure = compared(comparison);
        if (!figure)
            return fail(figure.error());
        figures.push_back(std::move(*figure));
    }
    return figures;
}

} // namespace tongban::bench
