// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/bundle_writer.h"

#include "offline/ferry/bundle_format.h"

#include <QJsonDocument>

namespace tongban::offline::ferry {

namespace {

// A stick syncs in tens of milliseconds: often enough to bound memory, seldom enough to bound time.
constexpr qsizetype flushAt = 1024 * 1024;

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

Result<void> BundleWriter::begin(const BundleHead &head, const crypto::Sm2PublicKey &city)
{
    m_bundleId = head.id.toString(QUuid::WithoutBraces).toLatin1();
    const QByteArray header =
        compact({{QStringLiteral("version"), bundleVersion},
                 {QStringLiteral("bundleId"), QString::fromLatin1(m_bundleId)},
                 {QStringLiteral("deviceId"), head.deviceId},
                 {QStringLiteral("siteCode"), head.siteCode},
                 {QStringLiteral("keyId"), hex(head.keyId)},
                 {QStringLiteral("cityKeyId"), hex(city.id())},
                 {QStringLiteral("createdAt"), head.createdAt.toUTC().toString(Qt::ISODateWithMs)},
                 {QStringLiteral("cases"), head.cases}});
    // Not writeSynced: it sets the file's mode, and the FAT of a stick knows none and refuses.
    if (const auto cleared = m_files.remove(m_path); !cleared)
        return cleared;
    const QByteArray sealedKey = city.sealFor(crypto::bytesOf(m_key));
    return put(bundleMagic + numberBytes(header.size()) + header + numberBytes(sealedKey.size()) + sealedKey);
}

Result<void> BundleWriter::add(const QJsonObject &record, const QByteArray &page)
{
    const QByteArray json = compact(record);
    const QByteArray sealed = crypto::sealWith(
        crypto::CipherSuite::Sm4Gcm, m_key, numberBytes(json.size()) + json + page, recordPlace(m_bundleId, m_records));
    if (sealed.size() > longestRecord)
        return fail(ErrorKind::StoreCorrupt, QStringLiteral("ferry.write"),
                    QStringLiteral("a page of %1 bytes is beyond the contract").arg(page.size()));
    ++m_records;
    return put(numberBytes(sealed.size()) + sealed);
}

Result<void> BundleWriter::finish(const crypto::Sm2PrivateKey &device)
{
    if (const auto ended = put(numberBytes(0)); !ended)
        return ended;
    if (const auto signedNow = put(device.sign(signedText(m_digest.digest()))); !signedNow)
        return signedNow;
    return flush();
}

Result<void> BundleWriter::put(const QByteArray &bytes)
{
    m_digest.add(bytes);
    m_buffer += bytes;
    m_bytes += bytes.size();
    return m_buffer.size() < flushAt ? Result<void>() : flush();
}

Result<void> BundleWriter::flush()
{
    const auto written = m_files.appendSynced(m_path, m_buffer);
    m_buffer.clear();
    return written;
}

} // namespace tongban::offline::ferry
