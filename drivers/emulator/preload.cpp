// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/preload.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace tongban::drivers::emulator {
namespace {

constexpr char variable[] = "LD_PRELOAD";
constexpr char library[] = "libumockdev-preload.so.0"; // as umockdev-wrapper names it

} // namespace

bool wantsTestbed(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument == "--usb" || argument == "--camera" || argument.starts_with("usb"))
            return true;
    }
    return false;
}

bool enterPreload(char **argv)
{
    // The tree of another process is no place for this one's devices.
    ::unsetenv("UMOCKDEV_DIR");
    const char *present = std::getenv(variable);
    std::string libraries = present == nullptr ? "" : present;
    if (libraries.find(library) != std::string::npos)
        return true;
    // Behind what is there: a sanitizer's library wants to be the first.
    if (!libraries.empty())
        libraries += ':';
    libraries += library;
    ::setenv(variable, libraries.c_str(), 1);
    ::execv("/proc/self/exe", argv);
    return false;
}

} // namespace tongban::drivers::emulator
