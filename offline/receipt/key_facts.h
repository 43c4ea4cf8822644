// SPDX-License-Identifier: GPL-3.0-or-later
// What must not be lost with a terminal that burns: enough of an application for the office to take it up again from
// the paper in the applicant's hand. Pure; any thread. Personal data: sealed before it leaves this room.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"

#include <QList>
#include <QPair>

namespace tongban::offline::receipt {

struct KeyFacts
{
    QString localNumber;
    QString itemCode;
    QString itemVersion;
    QDateTime submittedAt; // UTC, to the second
    Secret name;
    Secret idNumber;
    QList<QPair<QString, Secret>> answers; // field key → value as stored, most needed first
    int leftOut = 0;                       // answers that found no room
};

// All that is worth carrying, in the order of need: what is owed (容缺, "later.MATERIAL" → yyyy-MM-dd), the answers to
// questions that must be answered, then to those that may be, then what the card said and the ID number does not
// (address, ethnic group). Hidden fields and what the ID number says by itself (birth, sex) are not in it.
[[nodiscard]] KeyFacts keyFactsOf(const domain::SubmittedCase &submitted);

inline constexpr int keyFactsLimit = 400; // bytes, packed

struct PackedFacts
{
    QByteArray bytes; // at most keyFactsLimit
    int leftOut = 0;  // answers that are not in them
};

// CBOR (RFC 8949), deflated (RFC 1951) with the room's dictionary. In the order of need every answer that still fits
// goes in whole; one that does not is left out whole and counted. signer: key id of the device, 8 bytes; packed with
// the facts so that nobody can put their own signature under another terminal's. Misconfigured: not even the facts
// before the answers fit.
[[nodiscard]] Result<PackedFacts> packed(const KeyFacts &facts, const QByteArray &signer);

struct UnpackedFacts
{
    KeyFacts facts;
    QByteArray signer;
};

// CodeUnreadable: not what packed() makes.
[[nodiscard]] Result<UnpackedFacts> unpacked(const QByteArray &bytes);

} // namespace tongban::offline::receipt
