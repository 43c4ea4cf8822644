// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the SAM protocol between a host and a resident ID-card reader (GA 467).
//
//   AA AA AA 96 69 | LenHi LenLo | body | CHK
//   body of a request: CMD PARA DATA…        body of a response: SW1 SW2 SW3 DATA…
//
// Len is big-endian and counts body and CHK. CHK is the XOR of every byte from LenHi to the last of the body.
// Pure functions and values; any thread; fuzzable.
#pragma once

#include <QByteArray>

#include <tl/expected.hpp>

#include <optional>

namespace tongban::drivers::codec {

// Name, command and parameter byte of a request.
enum class SamCommand : quint16 {
    ResetSam = 0x10FF,
    SamStatus = 0x11FF,
    SamId = 0x12FF,
    FindCard = 0x2001,
    SelectCard = 0x2002,
    ReadBase = 0x3001,
    ReadNewAddress = 0x3003,
    ReadBaseAndFingerprint = 0x3010,
    SetMaxRfBytes = 0x61FF, // data: one byte; serial readers only
};

[[nodiscard]] QByteArray encodeSamRequest(SamCommand command, const QByteArray &data = {});

// A whole frame around any body; at most 65534 bytes.
[[nodiscard]] QByteArray encodeSamFrame(const QByteArray &body);

// Finds frames in a stream that may be cut anywhere and may begin with garbage.
class SamFrameDecoder
{
public:
    enum class Fault {
        BadChecksum, // a whole frame came, its CHK does not fit
        BadLength,   // Len is shorter than one body byte and CHK, or beyond `maxLength`
    };
    using Body = tl::expected<QByteArray, Fault>; // body without Len and CHK

    // The longest answer is base data with two fingerprints: Len 0x090A (DEVICES 1).
    static constexpr qsizetype maxLength = 0x090A;

    void feed(const QByteArray &bytes) { m_buffer += bytes; }

    // The next frame, a fault (after which decoding goes on behind the broken frame), or nothing until more is fed.
    [[nodiscard]] std::optional<Body> next();

    void clear();
    // Bytes skipped since the last clear() because they belong to no frame.
    [[nodiscard]] qsizetype garbage() const { return m_garbage; }
    // Bytes of a frame that has begun and not ended.
    [[nodiscard]] qsizetype pending() const { return m_buffer.size(); }

private:
    void skip(qsizetype bytes);
    // Leaves the buffer beginning with the preamble or with as much of one as has come; false if not whole.
    bool findPreamble();

    QByteArray m_buffer;
    qsizetype m_garbage = 0;
};

} // namespace tongban::drivers::codec
