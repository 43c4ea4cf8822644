// SPDX-License-Identifier: GPL-3.0-or-later
// What an enrolment leaves on the disk, all of it below one directory (0700, every file 0600):
//   pending.json          the keys of an enrolment that has not come to its end
//   keys-KEYID/           one generation: tls.key, sm2.key, tls.pem, ca.pem, city-sm2.pub
//   enrolled.json         which generation is in force: {deviceId, siteCode, appId, ca, certificate, key, cityKeyFile,
//                         signKeyFile}, files relative to the directory
// enrolled.json is written last: a power cut anywhere leaves the old generation whole or the new one. Blocking.
#pragma once

#include "app/core/ports/file_system.h"
#include "offline/crypto/p256.h"
#include "offline/crypto/sm2.h"

namespace tongban::offline::platform {

inline constexpr auto enrolledFile = "enrolled.json";

struct TerminalKeys
{
    crypto::P256PrivateKey tls;
    crypto::Sm2PrivateKey sign;
};

struct EnrolledPapers
{
    QString deviceId;
    QString siteCode;
    QString appId;
    QByteArray certificates; // PEM, the terminal's first
    QByteArray authority;    // PEM
    QByteArray cityKey;      // PEM
};

// The keys of an enrolment: those of an earlier attempt that has not come to its end, else new ones. They are durable
// when this returns: the city may have been shown their public halves by then, and knows no others under the same code.
// Errors: StoreFull, StoreUnwritable; StoreCorrupt (pending.json is not what we wrote).
[[nodiscard]] Result<TerminalKeys> keysForEnrolment(ports::FileSystem &files, const QString &directory);

// Puts keys and papers in force; may be repeated. What is left of older generations goes, and is no error when it does
// not. Errors: StoreFull, StoreUnwritable.
[[nodiscard]] Result<void> putInForce(ports::FileSystem &files, const QString &directory, const TerminalKeys &keys,
                                      const EnrolledPapers &papers);

} // namespace tongban::offline::platform
