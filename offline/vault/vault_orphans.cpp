// SPDX-License-Identifier: GPL-3.0-or-later
// The housekeeping of the vault: what is nobody's, looked for beside all other work, and pages that were scanned again.
#include "offline/vault/sealed_vault.h"

#include <algorithm>

namespace tongban::offline::vault {

// The directories first, the names after: what is made meanwhile is in no listing, and what becomes somebody's
// meanwhile is among the names. Who works with an owner that nobody names yet (a session before its first save point)
// has claimed it.
Result<SealedVault::Orphans> SealedVault::findOrphans(const std::function<Result<QSet<QUuid>>()> &named)
{
    const auto directories = m_files.list(m_directory);
    if (!directories && directories.error().kind != ErrorKind::NotFound)
        return fail(directories.error());
    const auto keys = m_keys.names();
    if (!keys)
        return fail(keys.error());
    const auto kept = named();
    if (!kept)
        return fail(kept.error());
    // Whoever has a row has a whole key: nobody makes this one any more.
    for (const QUuid &owner : keys->halfMade &*kept) {
        if (const auto removed = m_keys.removeHalfMade(owner); !removed)
            return fail(removed.error());
    }
    Orphans found;
    for (const QUuid &owner : (keys->keys | keys->halfMade) - *kept) {
        if (m_claims.doom(owner))
            found.owners.insert(owner);
    }
    for (const QString &name : directories ? *directories : QStringList()) {
        const QUuid owner = QUuid::fromString(name);
        if (kept->contains(owner))
            continue;
        if (!owner.isNull() && !found.owners.contains(owner)) {
            if (!m_claims.doom(owner))
                continue;
            found.owners.insert(owner);
        }
        found.directories << name;
    }
    return found;
}

Result<int> SealedVault::eraseFound(const Orphans &found, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, QStringLiteral("vault.erase"));
    if (const auto gone = destroyKeys(found.owners); !gone)
        return fail(gone.error());
    for (const QString &name : found.directories) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, QStringLiteral("vault.erase"));
        if (const auto gone = eraseDirectory(m_directory + QLatin1Char('/') + name); !gone)
            return fail(gone.error());
    }
    return static_cast<int>(std::max(found.owners.size(), found.directories.size()));
}

Result<int> SealedVault::eraseOrphans(const std::function<Result<QSet<QUuid>>()> &named, const std::stop_token &stop)
{
    const auto where = QStringLiteral("vault.sweep");
    const auto found = findOrphans(named);
    if (!found)
        return fail(found.error().within(where));
    const auto erased = eraseFound(*found, stop);
    m_claims.spare(found->owners);
    return erased ? erased : Result<int>(fail(erased.error().within(where)));
}

Result<int> SealedVault::keepOnly(const QUuid &owner, const QSet<QUuid> &blobs)
{
    if (const auto waiting = m_waiting.find(owner); waiting != m_waiting.end())
        waiting->pages.removeIf([&](const auto &page) { return !blobs.contains(page.key()); });
    const auto names = m_files.list(pathOf(owner));
    if (failedWith(names, ErrorKind::NotFound))
        return 0;
    if (!names)
        return fail(names.error());
    int removed = 0;
    for (const QString &name : *names) {
        if (blobs.contains(QUuid::fromString(name)))
            continue;
        if (const auto gone = m_files.remove(pathOf(owner) + QLatin1Char('/') + name); !gone)
            return fail(gone.error().within(QStringLiteral("vault.keep-only")));
        ++removed;
    }
    return removed;
}

Result<void> SealedVault::removeBlob(const QUuid &owner, const QUuid &blob)
{
    if (const auto waiting = m_waiting.find(owner); waiting != m_waiting.end())
        waiting->pages.remove(blob);
    return m_files.remove(pathOf(owner) + QLatin1Char('/') + blob.toString(QUuid::WithoutBraces));
}

} // namespace tongban::offline::vault
