// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/file_system.h"
#include "offline/crypto/cipher.h"
#include "offline/crypto/sm2.h"
#include "offline/crypto/sm3.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

namespace tongban::offline::ferry {

struct BundleHead
{
    QUuid id;
    QString deviceId;
    QString siteCode;
    QByteArray keyId;    // of the device's key, 8 bytes
    QDateTime createdAt; // UTC
    int cases = 0;
};

// Writes one bundle piece by piece; holds about a mebibyte, whatever the number of cases. Blocking, one thread. Errors:
// as the FileSystem port. After an error the file is good for nothing and is removed by who began it.
class BundleWriter
{
public:
    // path: a temporary name; files outlives the writer.
    BundleWriter(ports::FileSystem &files, QString path) : m_files(files), m_path(std::move(path)) {}

    [[nodiscard]] Result<void> begin(const BundleHead &head, const crypto::Sm2PublicKey &city);
    [[nodiscard]] Result<void> add(const QJsonObject &record, const QByteArray &page = {});
    // The last byte is synced when it returns; the directory is not.
    [[nodiscard]] Result<void> finish(const crypto::Sm2PrivateKey &device);

    [[nodiscard]] const crypto::Key &key() const { return m_key; } // to open it again with
    [[nodiscard]] qint64 records() const { return m_records; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    [[nodiscard]] Result<void> put(const QByteArray &bytes);
    [[nodiscard]] Result<void> flush();

    ports::FileSystem &m_files;
    QString m_path;
    crypto::Key m_key = crypto::randomKey();
    crypto::Sm3Stream m_digest;
    QByteArray m_bundleId;
    QByteArray m_buffer;
    qint64 m_records = 0;
    qint64 m_bytes = 0;
};

} // namespace tongban::offline::ferry
