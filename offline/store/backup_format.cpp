// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/backup_format.h"

#include "offline/crypto/cipher.h"
#include "offline/store/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtEndian>

namespace tongban::offline::store {

using crypto::Key;

namespace {

constexpr int manifestFormat = 1;
constexpr int uuidBytes = 16;
const QByteArray keysMagic = QByteArrayLiteral("TBK1");
const QByteArray noSignature = QByteArrayLiteral("-");

tl::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorKind::StoreCorrupt, QStringLiteral("backup.manifest"), QString::fromLatin1(what));
}

QJsonObject hexOf(const QMap<QString, QByteArray> &digests)
{
    QJsonObject json;
    for (auto entry = digests.cbegin(); entry != digests.cend(); ++entry)
        json.insert(entry.key(), QString::fromLatin1(entry.value().toHex()));
    return json;
}

QMap<QString, QByteArray> digestsFrom(const QJsonObject &json)
{
    QMap<QString, QByteArray> digests;
    for (auto entry = json.begin(); entry != json.end(); ++entry)
        digests.insert(entry.key(), QByteArray::fromHex(entry.value().toString().toLatin1()));
    return digests;
}

QByteArray keysContext(const QString &deviceId)
{
    return "tongban backup: keys/" + deviceId.toUtf8();
}

QByteArray plainKeys(const BackupKeys &keys)
{
    QByteArray plain = crypto::bytesOf(keys.device);
    for (auto owner = keys.owners.cbegin(); owner != keys.owners.cend(); ++owner)
        plain += owner.key().toRfc4122() + crypto::bytesOf(owner.value());
    return plain;
}

Result<QStringList> generationsIn(ports::FileSystem &files, const BackupPlace &place, bool finished)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]{6}-[0-9]{8}T[0-9]{6}Z$"));
    const auto names = files.list(place.root);
    if (failedWith(names, ErrorKind::NotFound))
        return QStringList();
    if (!names)
        return fail(names.error());
    QStringList found;
    for (const QString &name : *names) {
        if (!shape.match(name).hasMatch())
            continue;
        const auto inside = files.list(place.generation(name));
        if (!inside)
            return fail(inside.error());
        if (inside->contains(QStringLiteral("manifest")) == finished)
            found << name;
    }
    return found; // sorted, as FileSystem::list is
}

} // namespace

QByteArray encodedManifest(const BackupManifest &manifest, const Key &manifestKey,
                           const std::optional<crypto::Sm2PrivateKey> &signer)
{
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("format"), manifestFormat},
                                  {QStringLiteral("generation"), manifest.generation},
                                  {QStringLiteral("deviceId"), manifest.deviceId},
                                  {QStringLiteral("at"), wireTime(manifest.at)},
                                  {QStringLiteral("schema"), manifest.schema},
                                  {QStringLiteral("auditSeq"), manifest.audit.seq},
                                  {QStringLiteral("auditHash"), QString::fromLatin1(manifest.audit.hash.toHex())},
                                  {QStringLiteral("parts"), hexOf(manifest.parts)},
                                  {QStringLiteral("files"), hexOf(manifest.files)}})
            .toJson(QJsonDocument::Compact);
    const QByteArray signature = signer ? signer->sign(body).toHex() : noSignature;
    return crypto::hmacSm3(manifestKey, body).toHex() + '\n' + signature + '\n' + body;
}

Result<BackupManifest> decodedManifest(const QByteArray &bytes, const Key &manifestKey,
                                       const std::optional<crypto::Sm2PublicKey> &signedBy)
{
    const auto first = bytes.indexOf('\n');
    const auto second = bytes.indexOf('\n', first + 1);
    if (first < 0 || second < 0)
        return damaged("not a manifest");
    const QByteArray body = bytes.mid(second + 1);
    if (crypto::hmacSm3(manifestKey, body).toHex() != bytes.left(first))
        return damaged("changed, or of another terminal");
    if (signedBy && !signedBy->verifies(body, QByteArray::fromHex(bytes.mid(first + 1, second - first - 1))))
        return damaged("not signed by this terminal");
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.value(QStringLiteral("format")).toInt() != manifestFormat)
        return damaged("of a later program");
    return BackupManifest{
        .generation = json.value(QStringLiteral("generation")).toString(),
        .deviceId = json.value(QStringLiteral("deviceId")).toString(),
        .at = QDateTime::fromString(json.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs),
        .schema = json.value(QStringLiteral("schema")).toInt(),
        .audit = {.seq = json.value(QStringLiteral("auditSeq")).toInteger(),
                  .hash = QByteArray::fromHex(json.value(QStringLiteral("auditHash")).toString().toLatin1())},
        .parts = digestsFrom(json.value(QStringLiteral("parts")).toObject()),
        .files = digestsFrom(json.value(QStringLiteral("files")).toObject())};
}

// A random key is sealed to the city, and seals the rest: SM2 alone takes little.
QByteArray sealedKeys(const BackupKeys &keys, const crypto::Sm2PublicKey &city, const QString &deviceId)
{
    const Key once = crypto::randomKey();
    const QByteArray toTheCity = city.sealFor(crypto::bytesOf(once));
    const auto length = qToBigEndian(static_cast<quint16>(toTheCity.size()));
    return keysMagic + QByteArray(reinterpret_cast<const char *>(&length), sizeof length) + toTheCity +
           crypto::sealWith(crypto::CipherSuite::Sm4Gcm, once, plainKeys(keys), keysContext(deviceId));
}

Result<BackupKeys> openedKeys(const QByteArray &sealed, const crypto::Sm2PrivateKey &city, const QString &deviceId)
{
    const auto broken = [](const char *what) {
        return fail(ErrorKind::SealBroken, QStringLiteral("backup.keys"), QString::fromLatin1(what));
    };
    const auto head = keysMagic.size() + static_cast<qsizetype>(sizeof(quint16));
    if (sealed.size() < head || !sealed.startsWith(keysMagic))
        return broken("not a file of keys");
    const auto length = qFromBigEndian<quint16>(sealed.constData() + keysMagic.size());
    const auto once = city.open(sealed.mid(head, length));
    if (!once)
        return fail(once.error().within(QStringLiteral("backup.keys")));
    if (once->size() != crypto::keyBytes)
        return broken("its key is not 32 bytes long");
    const auto plain = crypto::openWith(crypto::keyFromBytes(*once), sealed.mid(head + length), keysContext(deviceId));
    if (!plain)
        return fail(plain.error().within(QStringLiteral("backup.keys")));
    constexpr auto entry = uuidBytes + crypto::keyBytes;
    if (plain->size() < crypto::keyBytes || (plain->size() - crypto::keyBytes) % entry != 0)
        return broken("cut short");
    BackupKeys keys{.device = crypto::keyFromBytes(plain->left(crypto::keyBytes)), .owners = {}};
    for (qsizetype at = crypto::keyBytes; at < plain->size(); at += entry)
        keys.owners.insert(QUuid::fromRfc4122(plain->mid(at, uuidBytes)),
                           crypto::keyFromBytes(plain->mid(at + uuidBytes, crypto::keyBytes)));
    return keys;
}

Key manifestKeyOf(const Key &deviceKey)
{
    return crypto::deriveKey(deviceKey, {}, QByteArrayLiteral("tongban backup 1: manifests"));
}

Key generationKeyOf(const Key &deviceKey, const QString &generation)
{
    return crypto::deriveKey(deviceKey, generation.toUtf8(), QByteArrayLiteral("tongban backup 1: generation"));
}

QByteArray partContext(const QString &generation, const QString &part)
{
    return "backup/" + generation.toUtf8() + '/' + part.toUtf8();
}

Result<QStringList> finishedGenerations(ports::FileSystem &files, const BackupPlace &place)
{
    return generationsIn(files, place, true);
}

Result<QStringList> brokenGenerations(ports::FileSystem &files, const BackupPlace &place)
{
    return generationsIn(files, place, false);
}

Result<void> removeAll(ports::FileSystem &files, const QString &path)
{
    // A file is the directory that cannot be listed.
    const auto names = files.list(path);
    for (const QString &name : names ? *names : QStringList()) {
        if (const auto gone = removeAll(files, path + QLatin1Char('/') + name); !gone)
            return gone;
    }
    return files.remove(path);
}

} // namespace tongban::offline::store
