// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/durable_file.h"

#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>

namespace tongban::offline::vault {

namespace {

constexpr int mostThreads = 8;

// Threads that wait for the disk; kept for a while, because to begin one takes as long as a fast disk's answer.
class Writers : public QThreadPool
{
public:
    Writers() { setMaxThreadCount(mostThreads); }
};

QThreadPool &writers()
{
    static Writers pool;
    return pool;
}

Result<void> together(std::size_t count, const std::function<Result<void>(std::size_t)> &work,
                      const std::function<void()> &meanwhile = {})
{
    std::vector<Result<void>> outcomes(count);
    std::atomic<std::size_t> next = 0;
    const auto labour = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            outcomes[i] = work(i);
    };
    const int wanted = std::min(static_cast<int>(count), mostThreads) - (meanwhile ? 0 : 1);
    int helpers = 0;
    const auto ended = std::make_shared<QSemaphore>(); // outlives this call in the helper that says so last
    // When no more threads are to be had, those that there are, this one among them, do it all.
    while (helpers < wanted && writers().tryStart([&labour, ended] {
        labour();
        ended->release();
    }))
        ++helpers;
    if (meanwhile)
        meanwhile();
    labour();
    ended->acquire(helpers);
    const auto failed = std::find_if(outcomes.begin(), outcomes.end(), [](const auto &outcome) { return !outcome; });
    return failed == outcomes.end() ? Result<void>() : *failed;
}

} // namespace

Result<void> writeDurably(ports::FileSystem &files, const QString &directory, const QString &name,
                          const QByteArray &bytes)
{
    const QString target = directory + QLatin1Char('/') + name;
    const QString temporary = target + QLatin1String(temporarySuffix);
    auto step = files.writeSynced(temporary, bytes);
    if (step)
        step = files.rename(temporary, target);
    if (!step) {
        // What remains of the attempt is sealed or random; if even this fails, the next sweep takes it.
        static_cast<void>(files.remove(temporary));
        return step;
    }
    return files.syncDirectory(directory);
}

Result<void> writeTogether(ports::FileSystem &files, const std::vector<NewFile> &all,
                           const std::function<void()> &meanwhile)
{
    return together(
        all.size(), [&](std::size_t i) { return files.writeSynced(all[i].path, all[i].bytes); }, meanwhile);
}

Result<void> syncTogether(ports::FileSystem &files, const QStringList &directories)
{
    return together(static_cast<std::size_t>(directories.size()),
                    [&](std::size_t i) { return files.syncDirectory(directories.at(static_cast<qsizetype>(i))); });
}

} // namespace tongban::offline::vault
