// SPDX-License-Identifier: GPL-3.0-or-later
// The bundle (摆渡包), byte by byte; the city has its own reader. Numbers are 4 bytes, big-endian.
//
//   "TONGBAN-BUNDLE-1\n"
//   length | header: JSON, UTF-8, in the clear
//            {"version":1,"bundleId","deviceId","siteCode","keyId","cityKeyId" (16 hex each),"createdAt","cases"}
//   length | a random key of 32 bytes, sealed to the city's SM2 key (GB/T 32918.4, ASN.1)
//   length | record, sealed; again and again
//   0
//   signature: SM2 by the device, r and s, 64 bytes, over "tongban bundle 1\n" and the SM3 (32 bytes) of all before it
//
// A sealed record is 02 | nonce 12 | SM4-GCM ciphertext | tag 16. Its key is HKDF-SHA-256 of the random key (no salt,
// info "tongban seal: SM4", first 16 bytes); authenticated with it: 02 and "tongban bundle 1\n" BUNDLEID "\n" NUMBER,
// where NUMBER counts the records from 0, in decimal digits. Opened it is
//
//   length | JSON, UTF-8 | bytes of a page, or none
//   {"record":"case","caseId" (the terminal's),"platformCaseId" (the city's, "" when not known here),"requests"}
//   {"record":"request","key" (Idempotency-Key),"kind" (createCase, uploadThumbnail,
//   uploadPage, submitCase, sendEvaluation),"caseId","body"}
//   {"record":"end","cases","requests"}
//
// Each case is followed by its requests, in the order of need; "end" is the last record. body is a text: the very bytes
// that the line would send as the request's body. Of an upload it is its metadata as JSON, with the terminal's caseId:
// the city puts its own in its place and makes Upload-Metadata of all members in the order of their names; the page's
// bytes follow in the same record.
#pragma once

#include <QByteArray>

namespace tongban::offline::ferry {

inline const QByteArray bundleMagic = QByteArrayLiteral("TONGBAN-BUNDLE-1\n");
inline const QByteArray bundleTitle = QByteArrayLiteral("tongban bundle 1\n");
inline constexpr int bundleVersion = 1;
inline constexpr int lengthBytes = 4;
// A page is at most 20 MiB by the contract.
inline constexpr qint64 longestRecord = 24 * 1024 * 1024;

[[nodiscard]] QByteArray numberBytes(qint64 number);
[[nodiscard]] qint64 numberIn(const QByteArray &bytes); // of the first four bytes; -1 when there are fewer
// What a record is bound to, so that none can be left out, moved or taken from another bundle.
[[nodiscard]] QByteArray recordPlace(const QByteArray &bundleId, qint64 number);
[[nodiscard]] QByteArray signedText(const QByteArray &digest);

} // namespace tongban::offline::ferry
