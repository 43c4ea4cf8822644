// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/base/time.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace tongban::tests::platform {

namespace {

std::tm brokenDown(std::int64_t ms)
{
    const std::time_t seconds = ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return parts;
}

} // namespace

std::int64_t nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string formatUtc(std::int64_t ms)
{
    const std::tm parts = brokenDown(ms);
    char whole[32];
    char text[48];
    std::strftime(whole, sizeof whole, "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text, sizeof text, "%s.%03dZ", whole, static_cast<int>(ms % 1000));
    return text;
}

std::string formatHttpDate(std::int64_t ms)
{
    const std::tm parts = brokenDown(ms);
    char text[48];
    std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts); // the program keeps the C locale
    return text;
}

std::string formatChinaDay(std::int64_t ms)
{
    const std::tm parts = brokenDown(ms + 8 * 3600 * 1000LL);
    char text[16];
    std::strftime(text, sizeof text, "%Y%m%d", &parts);
    return text;
}

} // namespace tongban::tests::platform
