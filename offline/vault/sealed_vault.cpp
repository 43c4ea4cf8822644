// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/vault/sealed_vault.h"

#include "offline/crypto/sm3.h"
#include "offline/vault/durable_file.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

namespace tongban::offline::vault {

using namespace crypto;

namespace {

constexpr int holderSaltBytes = 16;
constexpr qint64 mostWaitingBytes = 16 * 1024 * 1024; // of one owner, in memory

QByteArray blobContext(const QUuid &owner, const QUuid &blob)
{
    return "blob/" + owner.toByteArray(QUuid::WithoutBraces) + '/' + blob.toByteArray(QUuid::WithoutBraces);
}

QString fileName(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

tl::unexpected<Error> anotherFile()
{
    return fail(ErrorKind::StoreCorrupt, QStringLiteral("vault.holds"),
                QStringLiteral("the page is not the file that was scanned"));
}

QFuture<QByteArray> digestAside(const QByteArray &plain)
{
    const auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    QThreadPool::globalInstance()->start([plain, promise] {
        promise->addResult(crypto::sm3(plain));
        promise->finish();
    });
    return promise->future();
}

} // namespace

SealedVault::SealedVault(ports::FileSystem &files, QString directory, QString keyDirectory, const Key &deviceKey,
                         CipherSuite suite)
    : m_files(files), m_directory(std::move(directory)), m_suite(suite),
      m_keys(files, std::move(keyDirectory), deviceKey, suite),
      m_columnKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: columns"))),
      m_digestKey(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: digests"))),
      m_holderMaster(deriveKey(deviceKey, {}, QByteArrayLiteral("tongban vault 1: holders")))
{}

QString SealedVault::pathOf(const QUuid &owner) const
{
    return m_directory + QLatin1Char('/') + fileName(owner);
}

Result<void> SealedVault::makeDirectoryOf(const QUuid &owner)
{
    if (!m_isDirectoryDurable) {
        auto made = m_files.makeDirectory(m_directory);
        if (made)
            made = m_files.syncDirectory(QFileInfo(m_directory).path());
        if (!made)
            return made;
        m_isDirectoryDurable = true;
    }
    return m_files.makeDirectory(pathOf(owner));
}

Result<Key> SealedVault::keyOf(const QUuid &owner)
{
    const auto waiting = m_waiting.constFind(owner);
    if (waiting != m_waiting.cend())
        return waiting->key;
    if (m_recent && m_recent->owner == owner)
        return m_recent->key;
    return m_keys.key(owner);
}

// Of a row, which is durable with its transaction: whatever it names must be so before.
Result<Key> SealedVault::keyOrNew(const QUuid &owner)
{
    if (m_making == owner)
        return keyOf(owner); // the row waits for the same disk
    if (const auto durable = makeDurable(owner); !durable)
        return fail(durable.error());
    if (!m_claims.use(owner))
        return fail(ErrorKind::SealBroken, QStringLiteral("vault.key"), QStringLiteral("its owner is being erased"));
    auto key = keyOf(owner);
    if (key) // it is claimed by now: nobody but erase() takes it away
        m_recent = Recent{.owner = owner, .key = *key};
    if (!failedWith(key, ErrorKind::NotFound))
        return key;
    auto made = makeDirectoryOf(owner);
    if (made)
        made = m_files.syncDirectory(m_directory);
    if (!made)
        return fail(made.error());
    return m_keys.keyOrNew(owner);
}

Result<SealedVault::Waiting *> SealedVault::waitingOf(const QUuid &owner)
{
    if (!m_claims.use(owner))
        return fail(ErrorKind::SealBroken, QStringLiteral("vault.key"), QStringLiteral("its owner is being erased"));
    const auto there = m_waiting.find(owner);
    if (there != m_waiting.end())
        return &*there;
    auto key = m_keys.key(owner);
    const bool isNew = failedWith(key, ErrorKind::NotFound);
    if (!key && !isNew)
        return fail(key.error());
    return &*m_waiting.insert(owner, {.key = isNew ? randomKey() : std::move(*key), .isKeyNew = isNew, .pages = {}});
}

Result<ports::KeptFile> SealedVault::put(const QUuid &owner, const QByteArray &plain)
{
    const auto where = QStringLiteral("vault.put");
    if (const auto room = m_room ? m_room() : Result<void>(); !room)
        return fail(room.error().within(where));
    const auto waiting = waitingOf(owner);
    if (!waiting)
        return fail(waiting.error().within(where));
    const ports::KeptFile kept{.blob = QUuid::createUuid(), .sm3 = digestAside(plain)};
    QByteArray sealed = sealWith(m_suite, (*waiting)->key, plain, blobContext(owner, kept.blob));
    (*waiting)->bytes += sealed.size();
    (*waiting)->pages.insert(kept.blob, {.sealed = std::move(sealed), .plainBytes = plain.size(), .sm3 = kept.sm3});
    if ((*waiting)->bytes < mostWaitingBytes)
        return kept;
    const auto durable = makeDurable(owner);
    return durable ? Result<ports::KeptFile>(kept) : fail(durable.error().within(where));
}

// Key and pages in any order: until a row names them, whatever a cut leaves of them is nobody's.
Result<void> SealedVault::makeDurable(const QUuid &owner, const std::function<Result<void>()> &meanwhile)
{
    const auto waiting = m_waiting.constFind(owner);
    if (waiting == m_waiting.cend())
        return meanwhile ? meanwhile() : Result<void>();
    Result<void> step;
    Result<void> aside;
    std::vector<NewFile> files;
    QStringList directories{pathOf(owner)};
    if (waiting->isKeyNew) {
        step = makeDirectoryOf(owner);
        files.push_back(m_keys.fileOf(owner, waiting->key));
        directories << m_directory << m_keys.directory();
    }
    for (auto page = waiting->pages.cbegin(); page != waiting->pages.cend(); ++page)
        files.push_back({.path = pathOf(owner) + QLatin1Char('/') + fileName(page.key()), .bytes = page->sealed});
    if (step)
        step = writeTogether(m_files, files, [&] {
            m_making = owner;
            if (meanwhile)
                aside = meanwhile();
            m_making.reset();
        });
    if (step)
        step = syncTogether(m_files, directories);
    if (!step)
        return fail(step.error().within(QStringLiteral("vault.make-durable")));
    m_waiting.remove(owner);
    return aside;
}

Result<QByteArray> SealedVault::get(const QUuid &owner, const QUuid &blob)
{
    const auto where = QStringLiteral("vault.get");
    const auto key = keyOf(owner);
    if (!key)
        return fail(key.error().within(where));
    const auto waiting = m_waiting.constFind(owner);
    if (waiting != m_waiting.cend() && waiting->pages.contains(blob))
        return openWith(*key, waiting->pages.value(blob).sealed, blobContext(owner, blob));
    const auto sealed = m_files.read(pathOf(owner) + QLatin1Char('/') + fileName(blob));
    if (!sealed)
        return fail(sealed.error().within(where));
    return openWith(*key, *sealed, blobContext(owner, blob));
}

Result<void> SealedVault::holds(const QUuid &owner, const QUuid &blob, qint64 bytes, const QByteArray &sm3)
{
    const auto waiting = m_waiting.constFind(owner);
    if (waiting != m_waiting.cend() && waiting->pages.contains(blob)) {
        const WaitingPage page = waiting->pages.value(blob);
        return page.plainBytes == bytes && page.sm3.result() == sm3 ? Result<void>() : anotherFile();
    }
    const auto image = get(owner, blob);
    if (!image)
        return fail(image.error());
    return image->size() == bytes && crypto::sm3(*image) == sm3 ? Result<void>() : anotherFile();
}

Result<void> SealedVault::erase(const QUuid &owner)
{
    return eraseAll({owner});
}

Result<void> SealedVault::eraseAll(const QSet<QUuid> &owners)
{
    for (const QUuid &owner : owners)
        m_waiting.remove(owner);
    if (m_recent && owners.contains(m_recent->owner))
        m_recent.reset();
    auto step = destroyKeys(owners);
    for (const QUuid &owner : owners) {
        if (step)
            step = eraseDirectory(pathOf(owner));
        if (step)
            m_claims.release(owner);
    }
    return step ? Result<void>() : fail(step.error().within(QStringLiteral("vault.erase")));
}

// The keys go first and for good; whatever a power cut leaves after that is noise, and the next sweep takes it.
Result<void> SealedVault::destroyKeys(const QSet<QUuid> &owners)
{
    if (const auto gone = m_keys.destroy(owners); !gone)
        return gone;
    return m_erased && !owners.isEmpty() ? m_erased() : Result<void>();
}

Result<void> SealedVault::eraseDirectory(const QString &path)
{
    const auto names = m_files.list(path);
    if (failedWith(names, ErrorKind::NotFound))
        return {};
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (const auto gone = m_files.remove(path + QLatin1Char('/') + name); !gone)
            return gone;
    }
    const auto gone = m_files.remove(path);
    return gone ? m_files.syncDirectory(m_directory) : gone;
}

Result<QByteArray> SealedVault::sealOwned(const QUuid &owner, const QByteArray &plain, const QByteArray &context)
{
    const auto key = keyOrNew(owner);
    if (!key)
        return fail(key.error().within(QStringLiteral("vault.seal-owned")));
    return sealWith(m_suite, *key, plain, context);
}

Result<QByteArray> SealedVault::openOwned(const QUuid &owner, const QByteArray &sealed, const QByteArray &context)
{
    const auto where = QStringLiteral("vault.open-owned");
    const auto key = keyOf(owner);
    // Not "not found": the value is there, and what opened it is gone.
    if (failedWith(key, ErrorKind::NotFound))
        return fail(ErrorKind::SealBroken, where, QStringLiteral("its owner's key was destroyed"));
    if (!key)
        return fail(key.error().within(where));
    return openWith(*key, sealed, context);
}

Result<QByteArray> SealedVault::seal(const QByteArray &plain, const QByteArray &context)
{
    return sealWith(m_suite, m_columnKey, plain, context);
}

Result<QByteArray> SealedVault::open(const QByteArray &sealed, const QByteArray &context)
{
    return openWith(m_columnKey, sealed, context);
}

// The salt is new for every value, so that two drafts of one person do not even share a key.
Key SealedVault::holderKey(const QString &idNumber, const QByteArray &salt) const
{
    return deriveKey(m_holderMaster, salt, "holder/" + idNumber.toUtf8());
}

Result<QByteArray> SealedVault::sealForHolder(const QByteArray &plain, const QString &idNumber,
                                              const QByteArray &context)
{
    const QByteArray salt = randomBytes(holderSaltBytes);
    return salt + sealWith(m_suite, holderKey(idNumber, salt), plain, context);
}

Result<QByteArray> SealedVault::openForHolder(const QByteArray &sealed, const QString &idNumber,
                                              const QByteArray &context)
{
    return openWith(holderKey(idNumber, sealed.left(holderSaltBytes)), sealed.mid(holderSaltBytes), context);
}

QByteArray SealedVault::keyedDigest(const QString &value) const
{
    return hmac(m_digestKey, value.toUtf8());
}

} // namespace tongban::offline::vault
