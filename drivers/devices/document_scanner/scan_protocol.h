// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the kiosk and its scan program, over the program's standard input and output.
//
//   message  as drivers/codec/child_message.h
//   kiosk → program   one Request; then the pipe stays open, its end means: cancel
//   program → kiosk   Progress* (Page Thumbnail? Progress*)* then exactly one of Failure and End, else the program died
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/document_scanner.h"
#include "drivers/codec/child_message.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace tongban::drivers::devices {

struct ScanMessage
{
    enum class Type : char {
        Request = 'R',   // JSON object, see ScanRequest
        Progress = '%',  // one byte, 0…100, of the present page
        Page = 'G',      // u16 width, u16 height, big-endian; JPEG
        Thumbnail = 'T', // likewise, of the page that came last
        Failure = 'E',   // JSON object kind, where, detail
        End = 'F',       // empty
    };
    Type type;
    QByteArray payload;
};

[[nodiscard]] QByteArray encodeScanMessage(ScanMessage::Type type, const QByteArray &payload = {});

// Takes a stream apart that may be cut anywhere.
class ScanMessageDecoder
{
public:
    void feed(const QByteArray &bytes) { m_messages.feed(bytes); }
    // The next message, ProtocolViolation (nothing after it can be trusted), or nothing until more is fed.
    [[nodiscard]] std::optional<Result<ScanMessage>> next();
    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }

private:
    codec::ChildMessageDecoder m_messages;
};

struct ScanRequest
{
    QString device;          // SANE name, e.g. "pnm:0"
    QString configDirectory; // SANE_CONFIG_DIR; empty = the system's
    QJsonObject settings;    // SANE option → value, in any order
    bool feeder = false;     // sheets until the feeder is empty, else one page
    bool duplex = false;     // both sides of each sheet; with a feeder only
    int maxPages = 1;
    bool opensOnly = false; // is it there, does it know the settings? No page is scanned.
    ports::PageProfile profile;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<ScanRequest> fromPayload(const QByteArray &payload);
};

// Percent 0…100; anything else is ProtocolViolation.
Result<int> percentFromPayload(const QByteArray &payload);

[[nodiscard]] QByteArray pageToPayload(const ports::ScannedPage &page);
Result<ports::ScannedPage> pageFromPayload(const QByteArray &payload);

[[nodiscard]] QByteArray thumbnailToPayload(const ports::PageThumbnail &thumbnail);
// ProtocolViolation: none, or beyond the bounds of PageThumbnail.
Result<ports::PageThumbnail> thumbnailFromPayload(const QByteArray &payload);

using codec::errorFromPayload; // ScanMessage::Type::Failure
using codec::errorToPayload;

} // namespace tongban::drivers::devices
