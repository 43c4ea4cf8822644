// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/background_check.h"

#include "app/core/base/log.h"
#include "offline/store/recover.h"
#include "offline/store/start_up.h"

namespace tongban::offline::store {

namespace {

void report(const Error &error)
{
    log(LogEvent::StoreTrouble,
        {{"kind", QLatin1String(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

QFuture<Result<void>> finished(Result<void> result)
{
    QPromise<Result<void>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

Result<void> checked(ports::FileSystem &files, const QString &stateDirectory, const QString &path)
{
    auto verdict = quickCheck(path);
    if (!verdict)
        report(verdict.error());
    if (!failedWith(verdict, ErrorKind::StoreCorrupt))
        return verdict;
    if (const auto marked = markDamaged(files, stateDirectory); !marked)
        report(marked.error());
    return verdict;
}

} // namespace

void BackgroundCheck::begin(bool lastStopWasClean)
{
    if (lastStopWasClean) {
        m_verdict = finished({});
        return;
    }
    m_lane = std::make_unique<Lane>(QStringLiteral("store-check"));
    m_verdict = m_lane->run([&files = m_files, directory = m_stateDirectory, path = m_database](std::stop_token) {
        return checked(files, directory, path);
    });
}

bool BackgroundCheck::end()
{
    m_lane.reset();
    return m_verdict.resultCount() > 0 && m_verdict.result().has_value();
}

} // namespace tongban::offline::store
