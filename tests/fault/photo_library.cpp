// SPDX-License-Identifier: GPL-3.0-or-later
// Vendor libraries as they are met: built once for each temper (TONGBAN_PHOTO_TEMPER), loaded by the real photo program.
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace {

void put32(char *at, std::int32_t value)
{
    for (int i = 0; i < 4; ++i)
        at[i] = static_cast<char>(static_cast<std::uint32_t>(value) >> (8 * i));
}

// 102×126, 24 bits; every pixel of the colour that the chip's last byte has, so that a test sees whose picture it is.
[[maybe_unused]] int good(const char *wlt, char *out)
{
    constexpr int pixels = 308 * 126;
    std::memset(out, 0, 54);
    std::memcpy(out, "BM", 2);
    put32(out + 2, 54 + pixels);
    put32(out + 10, 54);
    put32(out + 14, 40);
    put32(out + 18, 102);
    put32(out + 22, 126);
    out[26] = 1;
    out[28] = 24;
    std::memset(out + 54, wlt[1023], pixels);
    return 1;
}

} // namespace

extern "C" int unpack([[maybe_unused]] char *wlt, [[maybe_unused]] char *out, [[maybe_unused]] int asBmp)
{
#if defined(TONGBAN_PHOTO_GOOD)
    std::printf("vendor: decoding\n"); // they print
    return asBmp == 1 ? good(wlt, out) : 0;
#elif defined(TONGBAN_PHOTO_CRASH)
    ::signal(SIGSEGV, SIG_DFL); // a sanitizer's handler would turn the death into an exit
    return ::raise(SIGSEGV);
#elif defined(TONGBAN_PHOTO_HANG)
    while (true)
        ::pause();
#elif defined(TONGBAN_PHOTO_GARBAGE)
    std::memset(out, 0x5A, 38862);
    return 1;
#elif defined(TONGBAN_PHOTO_REFUSE)
    return -1;
#elif defined(TONGBAN_PHOTO_BABBLE)
    // Writes past its room and over the conversation, as far as it can reach it.
    for (int fd = 1; fd < 16; ++fd) {
        if (::write(fd, "\xFF\xFF\xFF\xFF rubbish", 12) < 0)
            continue;
    }
    return good(wlt, out);
#elif defined(TONGBAN_PHOTO_LEAVE)
    ::_exit(3);
#endif
}
