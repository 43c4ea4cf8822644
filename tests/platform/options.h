// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/handlers/city.h"
#include "tests/platform/http/https_server.h"

namespace tongban::tests::platform {

struct Options
{
    handlers::CityOptions city;
    http::TlsFiles tls;
    std::string openApiFile;
    int port = 0; // 0: a free one, for each of the three
    int controlPort = 0;
    int enrolPort = 0; // of a door only when there is a CA key
};

// The error is the sentence for the person who typed.
[[nodiscard]] tl::expected<Options, std::string> parseOptions(int argc, char **argv);

} // namespace tongban::tests::platform
