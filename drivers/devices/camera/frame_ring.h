// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on their way from the camera program to the kiosk: four slots in shared memory, without a lock.
//
//   page 0   RingHeader
//   then     slots × slotBytes
//
// The writer never touches the newest slot nor one that is held; the reader holds at most two. So one is always free.
// Who comes first is settled as Dekker did: the writer empties the slot's number, then looks whether it is held; the
// reader says that it holds the slot, then looks whether the number still stands. Both in one total order
// (memory_order_seq_cst), so at least one of them sees the other and steps back. A side that dies leaves nothing locked:
// what a dead reader held is two slots of a ring that nobody looks at any more; what a dead writer left is a ring that
// does not move.
//
// The writer is not trusted: every number that comes from the shared page is checked before it is used. Pixels are only
// pixels.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QSize>

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>

namespace tongban::drivers::devices {

constexpr int ringSlots = 4;
constexpr int ringHolds = 2;
constexpr qint64 ringPage = 4096;

struct RingHeader // zeroed memory is an empty ring
{
    std::atomic<std::uint64_t> newest;                          // sequence × 256 + slot; written by the writer
    std::array<std::atomic<std::uint64_t>, ringSlots> sequence; // 0: being written; by the writer
    std::array<std::atomic<std::uint32_t>, ringHolds> held;     // slot + 1, 0: none; by the reader
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<std::uint32_t>::is_always_lock_free);
static_assert(sizeof(RingHeader) <= ringPage);

struct RingGeometry
{
    enum class Format : quint32 { Bgrx = 1, Grey = 2 };
    Format format = Format::Bgrx;
    QSize size;           // pixels
    int bytesPerLine = 0; // without gaps
    qint64 slotBytes = 0; // whole pages

    [[nodiscard]] static RingGeometry of(QSize size, Format format);
    [[nodiscard]] qint64 memoryBytes() const { return ringPage + ringSlots * slotBytes; }
    [[nodiscard]] qint64 slotOffset(int slot) const { return ringPage + slot * slotBytes; }

    [[nodiscard]] QByteArray toPayload() const; // 3 × u32 big-endian: format, width, height
    // ProtocolViolation: unknown format, a picture of no size or above 4608 × 3456.
    static Result<RingGeometry> fromPayload(const QByteArray &payload);

    [[nodiscard]] bool operator==(const RingGeometry &) const = default;
};

class RingWriter // one thread
{
public:
    // The header outlives this. firstSequence: the number of the first picture.
    RingWriter(RingHeader &header, quint64 firstSequence) : m_header(header), m_next(firstSequence) {}

    // A slot to write into. Nothing when the reader holds more than it may.
    [[nodiscard]] std::optional<int> begin();
    // The slot of begin() is the newest picture now. Not to be called when the picture turned out to be bad.
    void commit(int slot);

    [[nodiscard]] quint64 newestSequence() const { return m_next - 1; }

private:
    [[nodiscard]] bool isHeld(int slot) const;

    RingHeader &m_header;
    quint64 m_next;
    int m_newest = -1;
};

class RingReader
{
public:
    struct Hold
    {
        int index; // for release()
        int slot;
        quint64 sequence;
    };

    explicit RingReader(RingHeader &header) : m_header(header) {}

    // Holds the newest picture when it is later than `after`; nothing when it is not, or when both holds are taken. One
    // thread. ProtocolViolation when the shared page says what cannot be.
    Result<std::optional<Hold>> take(quint64 after);
    void release(int index); // any thread

    [[nodiscard]] bool isFull() const; // both holds are taken
    [[nodiscard]] quint64 newestSequence() const { return m_header.newest.load() >> 8; }

private:
    [[nodiscard]] std::optional<int> freeHold() const;

    RingHeader &m_header;
    std::array<std::atomic<bool>, ringHolds> m_isTaken{}; // the reader's own notes: the shared page is not trusted
};

} // namespace tongban::drivers::devices
