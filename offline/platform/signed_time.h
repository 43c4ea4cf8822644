// SPDX-License-Identifier: GPL-3.0-or-later
// The city's time as it vouches for it (contract: GET /time, X-Server-Time-Signed). Pure.
#pragma once

#include "app/core/base/result.h"
#include "offline/crypto/sm2.h"

#include <QDateTime>

namespace tongban::offline::platform {

// json: {"now", "nonce", "signature"}; UTC. PlatformBadAnswer: not of the contract, not for this nonce (a time that was
// recorded earlier is still well signed), or not signed by the city.
[[nodiscard]] Result<QDateTime> openSignedTime(const QByteArray &json, const QByteArray &nonce,
                                               const crypto::Sm2PublicKey &cityKey);

} // namespace tongban::offline::platform
