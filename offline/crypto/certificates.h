// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal asks a certificate authority for, and whether it got that. Pure; any thread.
#pragma once

#include "app/core/base/result.h"
#include "offline/crypto/p256.h"
#include "offline/crypto/sm2.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace tongban::offline::crypto {

struct RequestSubject
{
    QString deviceId; // CN
    QString siteCode; // OU
};

// PKCS #10 (RFC 2986) in PEM, without attributes. That of an SM2 key is signed with SM2-SM3 (GB/T 33560,
// 1.2.156.10197.1.501) under the standard signer's ID; the key itself is spelt as everybody but Botan spells it.
[[nodiscard]] QByteArray certificateRequest(const P256PrivateKey &key, const RequestSubject &subject);
[[nodiscard]] QByteArray certificateRequest(const Sm2PrivateKey &key, const RequestSubject &subject);

// chain: DER, the terminal's own certificate first, then what leads to one of the authorities (DER). PlatformBadAnswer:
// not for this key (SubjectPublicKeyInfo), not for a TLS client, not of the authorities, not valid now.
[[nodiscard]] Result<void> certifies(const QList<QByteArray> &chain, const QList<QByteArray> &authorities,
                                     const QByteArray &publicDer, const QDateTime &nowUtc);

} // namespace tongban::offline::crypto
