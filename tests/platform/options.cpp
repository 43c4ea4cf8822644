// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/options.h"

#include <charconv>
#include <fstream>
#include <map>
#include <sstream>

namespace tongban::tests::platform {

namespace {

tl::expected<void, std::string> toNumber(const std::string &name, const std::string &text, int &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return tl::unexpected<std::string>(name + ": not a number: " + text);
    return {};
}

// What the keys' files hold, beside those of TLS.
tl::expected<void, std::string> readKeys(Options &options, const std::string &cityKeyFile, const std::string &caKeyFile)
{
    std::ifstream file(cityKeyFile, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const auto key = trust::Sm2Key::fromPrivatePem(text.str());
    if (!key)
        return tl::unexpected<std::string>(cityKeyFile + ": not an SM2 private key");
    options.city.cityKey = *key;
    if (caKeyFile.empty())
        return {};
    auto desk = trust::CertificateDesk::open(options.tls.clientCa, caKeyFile);
    if (!desk)
        return tl::unexpected<std::string>(desk.error());
    options.city.desk = std::move(*desk);
    return {};
}

} // namespace

tl::expected<Options, std::string> parseOptions(int argc, char **argv)
{
    Options options;
    std::string cityKeyFile;
    std::string caKeyFile;
    const std::map<std::string, std::string *> needed{
        {"--dir", &options.city.directory},     {"--catalogue", &options.city.catalogueDirectory},
        {"--cert", &options.tls.certificate},   {"--key", &options.tls.key},
        {"--client-ca", &options.tls.clientCa}, {"--openapi", &options.openApiFile},
        {"--city-key", &cityKeyFile},           {"--device-keys", &options.city.deviceKeyDirectory}};
    std::map<std::string, std::string *> texts{{"--ca-key", &caKeyFile}, {"--address", &options.city.address}};
    texts.insert(needed.begin(), needed.end());
    const std::map<std::string, int *> numbers{{"--port", &options.port},
                                               {"--control-port", &options.controlPort},
                                               {"--enrol-port", &options.enrolPort},
                                               {"--receive-buffer", &options.tls.receiveBuffer},
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
    for (const auto &[name, text] : needed) {
        if (text->empty())
            return tl::unexpected<std::string>(name + ": is needed");
    }
    if (auto read = readKeys(options, cityKeyFile, caKeyFile); !read)
        return tl::unexpected<std::string>(read.error());
    return options;
}

} // namespace tongban::tests::platform
