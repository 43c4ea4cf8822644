// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/base/log.h"

#include "tests/platform/base/time.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace tongban::tests::platform {

void logLine(const char *event, Json facts)
{
    facts["at"] = formatUtc(nowMs());
    facts["event"] = event;
    const std::string line = facts.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr); // one call: lines of two threads do not mix
}

void stopBroken(const std::string &what)
{
    logLine("broken", {{"what", what}});
    std::abort();
}

} // namespace tongban::tests::platform
