// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into every program of the preset "tsan" under clang. Clang 16's thread sanitizer does its work for a fork around
// clone() too, and stops the process when the child shares its parent's memory (CLONE_VM), as Qt's QProcess does between
// clone and exec. This clone goes to the C library directly; such a child runs nothing of ours.
#include <cstdarg>

extern "C" int __clone(int (*function)(void *), void *stack, int flags, void *argument, ...);

extern "C" __attribute__((no_sanitize("thread"), visibility("default"))) int
clone(int (*function)(void *), void *stack, int flags, void *argument, ...)
{
    std::va_list rest;
    va_start(rest, argument);
    auto *parent = va_arg(rest, void *);
    auto *tls = va_arg(rest, void *);
    auto *child = va_arg(rest, void *);
    va_end(rest);
    return __clone(function, stack, flags, argument, parent, tls, child);
}
