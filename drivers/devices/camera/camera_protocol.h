// SPDX-License-Identifier: GPL-3.0-or-later
// What passes between the kiosk and its camera program, over the program's standard input and output. Pictures do not:
// they lie in shared memory (frame_ring.h), whose descriptor comes along with the message Memory.
//
//   message  as drivers/codec/child_message.h; numbers big-endian
//   kiosk → program   one Start, then NextFrame, Capture, LookForCode, StopLooking in any order; the end: be gone
//   program → kiosk   mode probe: Present or Failure
//                     else: one Memory, then Frame, Page, Refused, Code as asked; Failure is the last word
//
// A wish that is made again before it was met replaces the former. Answers carry the ticket of their wish, so that one
// that comes too late is known. Pure; any thread; fuzzed.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/document_scanner.h"
#include "drivers/codec/child_message.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <chrono>
#include <optional>

namespace tongban::drivers::devices {

struct CameraMessage
{
    enum class Type : char {
        Start = 'S',       // JSON, see CameraStart
        NextFrame = 'N',   // u64 sequence: say when there is a later one
        Capture = 'P',     // JSON, see CaptureWish
        LookForCode = 'L', // u32 ticket
        StopLooking = 'X', // empty
        Present = 'O',     // empty: there is a capture device at the path
        Memory = 'M',      // the ring's geometry (frame_ring.h); with the descriptor
        Frame = 'F',       // u64 sequence of the newest frame
        Page = 'G',        // u32 ticket, u16 width, u16 height, JPEG
        Refused = 'R',     // u32 ticket, error: this page is not to be had (illegible), the stream goes on
        Code = 'K',        // see SeenCode
        Failure = 'E',     // error
    };
    Type type;
    QByteArray payload;
};

[[nodiscard]] QByteArray encodeCameraMessage(CameraMessage::Type type, const QByteArray &payload = {});

// Takes a stream apart that may be cut anywhere.
class CameraMessageDecoder
{
public:
    void feed(const QByteArray &bytes) { m_messages.feed(bytes); }
    // The next message, ProtocolViolation (nothing after it can be trusted), or nothing until more is fed.
    [[nodiscard]] std::optional<Result<CameraMessage>> next();

private:
    codec::ChildMessageDecoder m_messages;
};

enum class CameraMode {
    Preview, // pictures for people: 32 bits a pixel
    Codes,   // grey pictures for the decoder
    Probe,   // is it there? No lens is lit.
};

struct CameraStart
{
    QString device; // node
    QSize size;
    int fps = 30;
    CameraMode mode = CameraMode::Preview;
    quint64 firstSequence = 1;                    // so that numbers go on growing when the program was started anew
    std::chrono::milliseconds startTimeout{8000}; // of opening, to the first picture
    std::chrono::milliseconds frameTimeout{2000};

    [[nodiscard]] QByteArray toPayload() const;
    static Result<CameraStart> fromPayload(const QByteArray &payload);
};

struct CaptureWish
{
    quint32 ticket = 0;
    ports::PageProfile profile;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<CaptureWish> fromPayload(const QByteArray &payload);
};

struct SeenCode // u32 ticket, content
{
    quint32 ticket = 0;
    // AIM identifier (ISO/IEC 15424) and the code's bytes, as a scanner with a prefix sends them; where the code names
    // its character set the identifier says so and ECI designators stand in the bytes, backslashes doubled.
    QByteArray content;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<SeenCode> fromPayload(const QByteArray &payload);
};

struct CapturedPage
{
    quint32 ticket = 0;
    ports::ScannedPage page;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<CapturedPage> fromPayload(const QByteArray &payload);
};

struct RefusedPage
{
    quint32 ticket = 0;
    Error error;

    [[nodiscard]] QByteArray toPayload() const;
    static Result<RefusedPage> fromPayload(const QByteArray &payload);
};

[[nodiscard]] QByteArray ticketToPayload(quint32 ticket);
Result<quint32> ticketFromPayload(const QByteArray &payload);
[[nodiscard]] QByteArray sequenceToPayload(quint64 sequence);
Result<quint64> sequenceFromPayload(const QByteArray &payload);

} // namespace tongban::drivers::devices
