// SPDX-License-Identifier: GPL-3.0-or-later
// How the kiosk and its child programs (scan, camera, photo) talk over standard input and output.
//
//   message  u32 big-endian: bytes that follow | one type byte | payload
//
// What the type bytes mean is each program's own protocol. Pure; any thread; fuzzable.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <optional>

namespace tongban::drivers::codec {

struct ChildMessage
{
    char type = 0;
    QByteArray payload;
};

[[nodiscard]] QByteArray encodeChildMessage(char type, const QByteArray &payload = {});

// Takes a stream apart that may be cut anywhere.
class ChildMessageDecoder
{
public:
    // Far above any page; a length beyond it is no length.
    static constexpr quint32 maxBytes = 16 * 1024 * 1024;

    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    // The next message, ProtocolViolation (nothing after it can be trusted), or nothing until more is fed.
    [[nodiscard]] std::optional<Result<ChildMessage>> next();
    [[nodiscard]] bool isEmpty() const { return m_buffer.isEmpty(); }

private:
    QByteArray m_buffer;
};

// How an error crosses: JSON kind, where, detail. Reading one that does not hold together gives ProtocolViolation.
[[nodiscard]] QByteArray errorToPayload(const Error &error);
[[nodiscard]] Error errorFromPayload(const QByteArray &payload);

} // namespace tongban::drivers::codec
