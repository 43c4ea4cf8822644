// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/bundle_check.h"

#include "offline/crypto/sm3.h"
#include "offline/ferry/bundle_format.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::offline::ferry {

namespace {

tl::unexpected<Error> notAsWritten(const QString &why)
{
    return fail(ErrorKind::StoreCorrupt, QStringLiteral("ferry.read-back"), why);
}

// Walks the file once; everything that passes goes into the digest.
class Walk
{
public:
    Walk(ports::FileSystem &files, QString path) : m_files(files), m_path(std::move(path)) {}

    Result<QByteArray> take(qint64 count)
    {
        auto part = m_files.readPart(m_path, m_at, count);
        if (!part)
            return part;
        if (part->size() != count)
            return notAsWritten(QStringLiteral("ends at byte %1").arg(m_at + part->size()));
        m_at += count;
        m_digest.add(*part);
        return part;
    }
    // Something with its length before it; empty: a length of 0.
    Result<QByteArray> takeCounted()
    {
        const auto length = take(lengthBytes);
        if (!length)
            return length;
        const qint64 count = numberIn(*length);
        if (count > longestRecord)
            return notAsWritten(QStringLiteral("a record of %1 bytes").arg(count));
        return count == 0 ? Result<QByteArray>(QByteArray()) : take(count);
    }
    [[nodiscard]] QByteArray digest() const { return m_digest.digest(); }
    [[nodiscard]] qint64 at() const { return m_at; }

private:
    ports::FileSystem &m_files;
    QString m_path;
    qint64 m_at = 0;
    crypto::Sm3Stream m_digest;
};

Result<QJsonObject> jsonOf(const QByteArray &record)
{
    const qint64 length = numberIn(record);
    if (length < 0 || length > record.size() - lengthBytes)
        return notAsWritten(QStringLiteral("a record without its JSON"));
    return QJsonDocument::fromJson(record.mid(lengthBytes, length)).object();
}

struct Tally
{
    BundleCount count;
    bool hasEnded = false;

    // What the end says must be what was seen.
    Result<void> add(const QJsonObject &record)
    {
        const QString kind = record.value(QStringLiteral("record")).toString();
        if (hasEnded)
            return notAsWritten(QStringLiteral("a record behind the end"));
        if (kind == QLatin1String("case"))
            ++count.cases;
        else if (kind == QLatin1String("request"))
            ++count.requests;
        else
            hasEnded = kind == QLatin1String("end") && record.value(QStringLiteral("cases")) == count.cases &&
                       record.value(QStringLiteral("requests")) == count.requests;
        const bool known = hasEnded || kind == QLatin1String("case") || kind == QLatin1String("request");
        return known ? Result<void>() : notAsWritten(QStringLiteral("an end that does not add up"));
    }
};

Result<Tally> walkRecords(Walk &walk, const crypto::Key &key, const QByteArray &bundleId)
{
    Tally tally;
    for (qint64 number = 0;; ++number) {
        const auto sealed = walk.takeCounted();
        if (!sealed)
            return fail(sealed.error());
        if (sealed->isEmpty())
            break;
        const auto plain = crypto::openWith(key, *sealed, recordPlace(bundleId, number));
        if (!plain)
            return notAsWritten(QStringLiteral("record %1 does not open").arg(number));
        const auto json = jsonOf(*plain);
        if (!json)
            return fail(json.error());
        if (const auto added = tally.add(*json); !added)
            return fail(added.error());
    }
    if (!tally.hasEnded)
        return notAsWritten(QStringLiteral("no end"));
    return tally;
}

} // namespace

Result<BundleCount> checkBundle(ports::FileSystem &files, const QString &path, const crypto::Key &key,
                                const crypto::Sm2PublicKey &device)
{
    Walk walk(files, path);
    const auto magic = walk.take(bundleMagic.size());
    if (!magic)
        return fail(magic.error());
    if (*magic != bundleMagic)
        return notAsWritten(QStringLiteral("not a bundle"));
    const auto header = walk.takeCounted();
    if (!header)
        return fail(header.error());
    const auto sealedKey = walk.takeCounted();
    if (!sealedKey)
        return fail(sealedKey.error());
    const QJsonObject head = QJsonDocument::fromJson(*header).object();
    auto tally = walkRecords(walk, key, head.value(QStringLiteral("bundleId")).toString().toLatin1());
    if (!tally)
        return fail(tally.error());
    const QByteArray digest = walk.digest();
    const auto signature = walk.take(crypto::sm2SignatureBytes);
    if (!signature)
        return fail(signature.error());
    if (!device.verifies(signedText(digest), *signature) || head.value(QStringLiteral("cases")) != tally->count.cases)
        return notAsWritten(QStringLiteral("the signature or the number of cases does not hold"));
    const auto rest = files.readPart(path, walk.at(), 1);
    if (!rest)
        return fail(rest.error());
    if (!rest->isEmpty())
        return notAsWritten(QStringLiteral("bytes behind the signature"));
    tally->count.bytes = walk.at();
    return tally->count;
}

} // namespace tongban::offline::ferry
