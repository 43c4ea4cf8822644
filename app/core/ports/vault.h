// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QUuid>

namespace tongban::ports {

// What was put. The digest (SM3, 32 bytes) is of the plain bytes and is made beside all other work: who puts several
// files asks for it after the last.
struct KeptFile
{
    QUuid blob;
    QFuture<QByteArray> sm3;
};

// Sealed storage. Nothing of a person touches the disk but through here. All calls on the store's Lane.
class Vault
{
public:
    virtual ~Vault() = default;

    // Sealed files, grouped by owner (a draft's or case's id). What was put can be got at once; it is durable (files
    // and directories synced) before anything sealed with sealOwned is, hence before the draft or the case that names
    // it. Errors: StoreFull, StoreUnwritable; get also NotFound, SealBroken.
    virtual Result<KeptFile> put(const QUuid &owner, const QByteArray &plain) = 0;
    virtual Result<QByteArray> get(const QUuid &owner, const QUuid &blob) = 0;
    virtual Result<void> erase(const QUuid &owner) = 0; // its key, hence all that it sealed; absent is fine

    // Small values for database columns. `context` is bound in: a value sealed for one row does not open for another.
    virtual Result<QByteArray> seal(const QByteArray &plain, const QByteArray &context) = 0;
    virtual Result<QByteArray> open(const QByteArray &sealed, const QByteArray &context) = 0;

    // As above, sealed with the owner's own key (made when there is none): gone for good when the owner is erased, from
    // every copy of the database too. Errors of `put`; SealBroken when its key is gone.
    virtual Result<QByteArray> sealOwned(const QUuid &owner, const QByteArray &plain, const QByteArray &context) = 0;
    virtual Result<QByteArray> openOwned(const QUuid &owner, const QByteArray &sealed, const QByteArray &context) = 0;

    // As above, but opens only with the person's own card: the key is derived from the terminal's and the ID number.
    virtual Result<QByteArray> sealForHolder(const QByteArray &plain, const QString &idNumber,
                                             const QByteArray &context) = 0;
    virtual Result<QByteArray> openForHolder(const QByteArray &sealed, const QString &idNumber,
                                             const QByteArray &context) = 0;

    // Look-up by keyed digest (HMAC), never by plaintext. 32 bytes.
    [[nodiscard]] virtual QByteArray keyedDigest(const QString &value) const = 0;
};

} // namespace tongban::ports
