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
    int port = 0; // 0: a free one
    int controlPort = 0;
};

// The error is the sentence for the person who typed.
[[nodiscard]] tl::expected<Options, std::string> parseOptions(int argc, char **argv);

} // namespace tongban::tests::platform
