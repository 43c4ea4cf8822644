// SPDX-License-Identifier: GPL-3.0-or-later
// The way back: what the city says to a bundle (摆渡回执).
//
// The file, UTF-8, two lines: JSON without line breaks, then base64 of the city's SM2 signature (r and s) over
// "tongban ack 1\n" and the bytes of the first line. The JSON:
//   {"version":1,"bundleId","deviceId","createdAt","answers":[{"key","caseId" (the terminal's),"kind",
//    "answer": {…} as the line would have brought it  |  "problem": {"code": …}}]}
#pragma once

#include "app/core/ports/outbox_desk.h"
#include "offline/crypto/sm2.h"

#include <optional>

namespace tongban::offline::ferry {

struct CityAnswer
{
    QUuid entry;
    QUuid caseId;
    std::optional<QJsonObject> answer; // none: the city refused
    QString problem;                   // its code, when it refused
};

struct Acknowledgement
{
    QUuid bundle;
    QDateTime createdAt; // UTC
    std::vector<CityAnswer> answers;
};

// Pure. Errors: SealBroken (not signed by this city), InputInvalid (for another terminal), CodeUnreadable (damaged, or
// of a later version).
[[nodiscard]] Result<Acknowledgement> readAcknowledgement(const QByteArray &file, const QString &deviceId,
                                                          const crypto::Sm2PublicKey &city);

struct ImportReport
{
    int cases = 0;   // whose answers are on record now (or were already)
    int answers = 0; // of these cases
    int refused = 0; // entries that the city refused: held back for a person
    int unknown = 0; // cases that were left as they are, since this terminal does not know one of their entries
};

// On the store's Lane. One transaction a case: all its answers or none. Importing the same file again changes nothing.
// Errors: as OutboxDesk; what was applied before stays.
[[nodiscard]] Result<ImportReport> applyAcknowledgement(const Acknowledgement &acknowledgement,
                                                        ports::OutboxDesk &desk);

} // namespace tongban::offline::ferry
