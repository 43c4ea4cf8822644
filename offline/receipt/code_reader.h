// SPDX-License-Identifier: GPL-3.0-or-later
// The other side of the codes: any clerk's terminal reads the verification code, the city reads both. Pure; any thread.
// Errors: CodeUnreadable (not such a code, damaged, a later version), SealBroken (a signature that does not hold, a key
// that the roster does not know, has revoked or has for another device; sealed to another city's key).
#pragma once

#include "app/core/base/result.h"
#include "offline/crypto/sm2.h"
#include "offline/receipt/key_facts.h"

#include <vector>

namespace tongban::offline::receipt {

// One line of the roster of device keys. The roster is signed by the city; who hands it in here has checked that.
struct DeviceKey
{
    QString deviceId;
    crypto::Sm2PublicKey key;
    bool isRevoked = false;
};

using DeviceKeys = std::vector<DeviceKey>;

struct VerifiedReceipt
{
    QString localNumber;
    QString itemCode;
    QDateTime submittedAt; // UTC, to the second; by the terminal's clock
    QString deviceId;
    QByteArray digest; // SM3 of canonicalContent, 32 bytes
};

[[nodiscard]] Result<VerifiedReceipt> verifiedReceipt(const QByteArray &code, const DeviceKeys &roster);

// deviceId is the signer's. What comes back is personal data.
struct RecoveredFacts
{
    KeyFacts facts;
    QString deviceId;
};

[[nodiscard]] Result<RecoveredFacts> recoveredFacts(const QByteArray &code, const DeviceKeys &roster,
                                                    const crypto::Sm2PrivateKey &city);

} // namespace tongban::offline::receipt
