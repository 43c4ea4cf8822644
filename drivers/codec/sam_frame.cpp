// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/codec/sam_frame.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace tongban::drivers::codec {

namespace {

constexpr QByteArrayView preamble("\xAA\xAA\xAA\x96\x69", 5);
constexpr qsizetype headerSize = 7; // preamble and Len

char checksumOf(QByteArrayView bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), char(0), std::bit_xor<char>());
}

} // namespace

QByteArray encodeSamFrame(const QByteArray &body)
{
    const auto length = static_cast<quint16>(body.size() + 1);
    QByteArray counted;
    counted += static_cast<char>(length >> 8);
    counted += static_cast<char>(length & 0xFF);
    counted += body;
    return preamble.toByteArray() + counted + checksumOf(counted);
}

QByteArray encodeSamRequest(SamCommand command, const QByteArray &data)
{
    const auto code = static_cast<quint16>(command);
    QByteArray body;
    body += static_cast<char>(code >> 8);
    body += static_cast<char>(code & 0xFF);
    return encodeSamFrame(body + data);
}

std::optional<SamFrameDecoder::Body> SamFrameDecoder::next()
{
    if (!findPreamble() || m_buffer.size() < headerSize)
        return std::nullopt;
    const qsizetype length = (static_cast<quint8>(m_buffer.at(5)) << 8) | static_cast<quint8>(m_buffer.at(6));
    if (length < 2 || length > maxLength) {
        skip(preamble.size()); // a length that cannot be says nothing of where the frame ends: look on behind it
        return tl::unexpected(Fault::BadLength);
    }
    if (m_buffer.size() < headerSize + length)
        return std::nullopt;
    const QByteArrayView counted = QByteArrayView(m_buffer).sliced(preamble.size(), length + 1);
    const bool sound = checksumOf(counted) == m_buffer.at(headerSize + length - 1);
    QByteArray body = m_buffer.mid(headerSize, length - 1);
    m_buffer.remove(0, headerSize + length);
    if (!sound)
        return tl::unexpected(Fault::BadChecksum);
    return body;
}

void SamFrameDecoder::clear()
{
    m_buffer.clear();
    m_garbage = 0;
}

void SamFrameDecoder::skip(qsizetype bytes)
{
    m_buffer.remove(0, bytes);
    m_garbage += bytes;
}

bool SamFrameDecoder::findPreamble()
{
    const qsizetype at = m_buffer.indexOf(preamble);
    if (at >= 0) {
        skip(at);
        return true;
    }
    // Keep the longest tail that may be the beginning of a preamble.
    for (qsizetype keep = std::min(m_buffer.size(), preamble.size() - 1); keep >= 0; --keep) {
        if (QByteArrayView(m_buffer).last(keep) == preamble.first(keep)) {
            skip(m_buffer.size() - keep);
            break;
        }
    }
    return false;
}

} // namespace tongban::drivers::codec
