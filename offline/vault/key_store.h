// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "offline/crypto/cipher.h"
#include "offline/vault/durable_file.h"

#include <QHash>
#include <QSet>
#include <QUuid>

namespace tongban::offline::vault {

// One data key an owner (draft, case), in a file <directory>/<owner> of its own, sealed with a key derived from the
// device key. The keys lie apart from what they open, so that a copy of database and vault never holds one: to destroy
// the key is to erase the owner, in every copy there is. A key is durable before anything is sealed with it.
// Errors of all: StoreFull, StoreUnwritable; of reading also SealBroken.
class KeyStore
{
public:
    // directory: absolute, made by adoptFrom, which comes before the first key. files outlives the store.
    KeyStore(ports::FileSystem &files, QString directory, const crypto::Key &deviceKey, crypto::CipherSuite suite);

    [[nodiscard]] Result<crypto::Key> key(const QUuid &owner); // NotFound: never made, or destroyed
    [[nodiscard]] Result<crypto::Key> keyOrNew(const QUuid &owner);
    // Durable when it returns; absent is fine.
    [[nodiscard]] Result<void> destroy(const QSet<QUuid> &owners);
    [[nodiscard]] Result<QSet<QUuid>> owners();

    struct Names
    {
        QSet<QUuid> keys;
        QSet<QUuid> halfMade; // a crash left them, or somebody makes one at this moment
    };
    [[nodiscard]] Result<Names> names();
    [[nodiscard]] Result<void> removeHalfMade(const QUuid &owner);

    // The file of a key that is to be written beside others (durable_file.h), and where. For an owner that nobody knows
    // yet: it gets no temporary name.
    [[nodiscard]] NewFile fileOf(const QUuid &owner, const crypto::Key &key) const;
    [[nodiscard]] QString directory() const { return m_directory; }

    // For a copy of the whole store: every key that opens. One that is destroyed meanwhile is left out; one that does
    // not open is left out too, since it opens nothing any more.
    [[nodiscard]] Result<QHash<QUuid, crypto::Key>> all();
    [[nodiscard]] Result<void> put(const QUuid &owner, const crypto::Key &key);

    // Earlier programs kept an owner's key among its pages, <vault>/<owner>/key. Moves them here; a crash on the way
    // leaves both or one of them, never none, and the next call goes on. Done once: afterwards it looks at one file.
    [[nodiscard]] Result<void> adoptFrom(const QString &vaultDirectory);

private:
    [[nodiscard]] QString pathOf(const QUuid &owner) const;
    [[nodiscard]] Result<void> adopt(const QUuid &owner, const QString &oldDirectory);

    ports::FileSystem &m_files;
    QString m_directory;
    crypto::Key m_wrapKey;
    crypto::CipherSuite m_suite;
};

} // namespace tongban::offline::vault
