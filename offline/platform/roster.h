// SPDX-License-Identifier: GPL-3.0-or-later
// The city's list of its terminals and their signing keys: with it any terminal verifies another one's receipt without
// a network. Pure; any thread.
#pragma once

#include "app/core/base/result.h"
#include "offline/crypto/sm2.h"

#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace tongban::offline::platform {

struct RosterKey
{
    QString deviceId;
    crypto::Sm2PublicKey key;
    bool isRevoked = false;
};

class Roster
{
public:
    // json: {version, asOf, keys:[{deviceId, keyId, key, revoked}], signature}. PlatformBadAnswer: not of the contract,
    // not signed by the city, or a key that is not the one its id names.
    [[nodiscard]] static Result<Roster> open(const QJsonObject &json, const crypto::Sm2PublicKey &cityKey);

    [[nodiscard]] const QString &version() const { return m_version; }
    [[nodiscard]] const QDateTime &asOf() const { return m_asOf; } // UTC; of two rosters the later counts
    [[nodiscard]] const std::vector<RosterKey> &keys() const { return m_keys; }

private:
    QString m_version;
    QDateTime m_asOf;
    std::vector<RosterKey> m_keys;
};

} // namespace tongban::offline::platform
