// SPDX-License-Identifier: GPL-3.0-or-later
// The shared page as a mad camera program writes it, between and under the looks of the kiosk.
#include "drivers/devices/camera/frame_ring.h"
#include "tests/fuzz/fuzz_input.h"

#include <cstring>
#include <optional>
#include <vector>

using namespace tongban;
using namespace tongban::drivers::devices;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    RingHeader header{};
    RingReader reader(header);
    std::vector<int> holds;
    constexpr size_t step = 1 + 8 + 1 + 8; // what is done, newest, which slot, its number
    for (; size >= step; data += step, size -= step) {
        std::uint64_t newest = 0;
        std::uint64_t sequence = 0;
        std::memcpy(&newest, data + 1, 8);
        std::memcpy(&sequence, data + 10, 8);
        header.newest = newest;
        header.sequence[data[9] % ringSlots] = sequence;
        header.held[data[9] % ringHolds] = static_cast<std::uint32_t>(sequence);
        const auto hold = reader.take(data[0] & 0x7f);
        if (hold && *hold) {
            fuzz::require((*hold)->slot >= 0 && (*hold)->slot < ringSlots);
            fuzz::require((*hold)->sequence > (data[0] & 0x7f));
            holds.push_back((*hold)->index);
        }
        fuzz::require(holds.size() <= ringHolds);
        if ((data[0] & 0x80) != 0 && !holds.empty()) {
            reader.release(holds.back());
            holds.pop_back();
        }
    }
    return 0;
}
