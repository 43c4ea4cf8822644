// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/sync/catalogue_pull.h"

#include "app/core/base/when_finished.h"

namespace tongban::offline::sync {

using ports::CatalogueNews;
using ports::HeldCatalogue;

namespace {

// Nobody answered, or the platform is busy: not a word on the catalogue.
bool isSilence(const Error &error)
{
    return error.kind != ErrorKind::PlatformRefused && error.kind != ErrorKind::PlatformBadAnswer;
}

Result<int> countRefusal(const SyncMemory &memory)
{
    const auto before = memory.value(QLatin1String(refusedCataloguesKey));
    if (!before)
        return fail(before.error());
    const int times = before->toInt() + 1;
    const auto counted = memory.setValue(QLatin1String(refusedCataloguesKey), QString::number(times));
    return counted ? Result<int>(times) : fail(counted.error());
}

} // namespace

void CataloguePull::run()
{
    const auto work =
        m_host.store.lane->run([catalogue = m_host.store.catalogue](std::stop_token) { return catalogue->held(); });
    whenFinished(work, this, [this](const Held &held) {
        if (held && !held->cursor.isEmpty())
            return askForChanges(*held);
        if (!held && held.error().kind != ErrorKind::NotFound)
            return restAfter(held.error());
        askForWhole(held ? held->version : QString());
    });
}

void CataloguePull::askForChanges(const HeldCatalogue &held)
{
    whenFinished(m_host.platform.pullCatalogue(held.cursor), this,
                 [this, held](const News &news) { changesCame(held, news); });
}

void CataloguePull::changesCame(const HeldCatalogue &held, const News &news)
{
    tell(news);
    if (!news && isSilence(news.error()))
        return rest(m_host.options.backoff.cap);
    if (!news && news.error().kind == ErrorKind::PlatformRefused) // a cursor too old, or of another city
        return askForWhole(held.version);
    if (!news)
        return refused(news.error(), [this, version = held.version] { askForWhole(version); });
    if (news->version == held.version && news->upserts.empty() && news->tombstones.isEmpty())
        return waitForNext();
    adopt(*news, held.version);
}

void CataloguePull::askForWhole(const QString &heldVersion)
{
    const QString known = m_wholeVersion.isEmpty() ? heldVersion : m_wholeVersion;
    whenFinished(
        m_host.platform.fetchCatalogue(known), this,
        [this, heldVersion](const Result<std::optional<CatalogueNews>> &news) { wholeCame(heldVersion, news); });
}

void CataloguePull::wholeCame(const QString &heldVersion, const Result<std::optional<CatalogueNews>> &news)
{
    tell(news);
    if (!news && isSilence(news.error()))
        return rest(m_host.options.backoff.cap);
    if (!news) // a hall without any catalogue asks again soon
        return refused(news.error(), [this, none = heldVersion.isEmpty()] {
            none ? rest(m_host.options.backoff.cap) : waitForNext();
        });
    if (!*news)
        return waitForNext();
    m_wholeVersion = (*news)->version;
    if (m_wholeVersion == heldVersion)
        return waitForNext();
    adopt(**news, heldVersion);
}

void CataloguePull::adopt(const CatalogueNews &news, const QString &heldVersion)
{
    const auto work = m_host.store.lane->run(
        [catalogue = m_host.store.catalogue, news](std::stop_token) { return catalogue->adopt(news); });
    whenFinished(work, this, [this, news, heldVersion](const Result<void> &kept) { adopted(news, heldVersion, kept); });
}

void CataloguePull::adopted(const CatalogueNews &news, const QString &heldVersion, const Result<void> &kept)
{
    if (kept) {
        log(LogEvent::CatalogueUpdated, {{"version", news.version}, {"items", QString::number(news.entries.size())}});
        m_changed();
        return waitForNext();
    }
    if (kept.error().kind != ErrorKind::PlatformBadAnswer) {
        m_wholeVersion.clear(); // it came, and could not be kept: it has to come again
        return restAfter(kept.error());
    }
    refused(kept.error(), [this, whole = news.whole, heldVersion] {
        if (whole)
            waitForNext();
        else
            askForWhole(heldVersion);
    });
}

// The count is for a technician; what comes next does not wait for its success.
void CataloguePull::refused(const Error &error, std::function<void()> next)
{
    const auto work =
        m_host.store.lane->run([memory = m_host.store.memory](std::stop_token) { return countRefusal(memory); });
    whenFinished(work, this, [this, error, next = std::move(next)](const Result<int> &times) {
        log(LogEvent::CatalogueRefused,
            {{"detail", error.detail}, {"times", times ? QString::number(*times) : QString()}});
        if (!times)
            m_host.storeTrouble(times.error());
        next();
    });
}

} // namespace tongban::offline::sync
