// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/options.h"

#include <charconv>
#include <cstring>
#include <map>

namespace tongban::tests::platform {

namespace {

tl::expected<void, std::string> toNumber(const std::string &name, const std::string &text, int &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return tl::unexpected<std::string>(name + ": not a number: " + text);
    return {};
}

} // namespace

tl::expected<Options, std::string> parseOptions(int argc, char **argv)
{
    Options options;
    const std::map<std::string, std::string *> texts{
        {"--dir", &options.city.directory},   {"--catalogue", &options.city.catalogueDirectory},
        {"--cert", &options.tls.certificate}, {"--key", &options.tls.key},
        {"--client-ca", &options.tls.clientCa}, {"--openapi", &options.openApiFile}};
    const std::map<std::string, int *> numbers{{"--port", &options.port},
                                               {"--control-port", &options.controlPort},
                                               {"--accept-after-ms", &options.city.acceptAfterMs},
                                               {"--session-seconds", &options.city.sessionSeconds}};
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (i + 1 == argc)
            return tl::unexpected<std::string>(name + ": its value is missing");
        if (const auto text = texts.find(name); text != texts.end())
            *text->second = argv[i + 1];
        else if (const auto number = numbers.find(name); number == numbers.end())
            return tl::unexpected<std::string>(name + ": unknown");
        else if (auto read = toNumber(name, argv[i + 1], *number->second); !read)
            return tl::unexpected<std::string>(read.error());
    }
    for (const auto &[name, text] : texts) {
        if (text->empty())
            return tl::unexpected<std::string>(name + ": is needed");
    }
    return options;
}

} // namespace tongban::tests::platform
