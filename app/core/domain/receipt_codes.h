// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace tongban::domain {

// What the two QR codes of a receipt hold; text of the alphanumeric QR set when signed, JSON in UTF-8 when not.
struct ReceiptCodes
{
    QByteArray verification; // 核验码: whether the paper is genuine, checked without a network
    QByteArray keyFacts;     // 备份码: the application itself, for the city's eyes only; empty when unsigned
    bool isSigned = false;
};

// What a verification code says, once it is known to be genuine or known to be unsigned.
struct ReceiptFacts
{
    QString localNumber;
    QString itemCode;
    QDateTime submittedAt; // UTC, to the second
    QString deviceId;      // the terminal that printed it
    QByteArray digest;     // SM3 of canonicalContent, 32 bytes
};

} // namespace tongban::domain
