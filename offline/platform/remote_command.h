// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the city, held against the list of what may be asked, its signature and its time. Pure.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/city_commands.h"
#include "offline/crypto/sm2.h"

#include <QJsonObject>

namespace tongban::offline::platform {

// json: {id, kind, issuedAt, expiresAt, text, signature}. PlatformRefused, naming the reason without repeating the
// text: a kind that is not on the list, expired, a text that is too long or missing, a signature that is not the city's
// for this very terminal. nowUtc: of a clock that the city vouched for, else an old command could be played again.
[[nodiscard]] Result<ports::CityCommand> openCommand(const QJsonObject &json, const QString &deviceId,
                                                     const crypto::Sm2PublicKey &cityKey, const QDateTime &nowUtc);

// answer: {cursor, commands:[…]}. PlatformBadAnswer: no cursor.
[[nodiscard]] Result<ports::PulledCommands> openCommands(const QJsonObject &answer, const QString &deviceId,
                                                         const crypto::Sm2PublicKey &cityKey, const QDateTime &nowUtc);

[[nodiscard]] QJsonObject toJson(const ports::CommandOutcome &outcome); // as POST /devices/commands/{id}/outcome has it

} // namespace tongban::offline::platform
