// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/trust/canonical_json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

namespace tongban::tests::platform::trust {

namespace {

void writeString(std::string &out, const std::string &text)
{
    static const std::map<char, const char *> named{{'"', "\\\""}, {'\\', "\\\\"}, {'\b', "\\b"}, {'\f', "\\f"},
                                                    {'\n', "\\n"}, {'\r', "\\r"},  {'\t', "\\t"}};
    out += '"';
    for (const char c : text) {
        if (const auto escape = named.find(c); escape != named.end()) {
            out += escape->second;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> hex{};
            std::snprintf(hex.data(), hex.size(), "\\u%04x", static_cast<unsigned>(c));
            out += hex.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

// ECMAScript's Number::toString: fixed between 1e-6 and 1e21, else with an exponent that has a sign and no leading
// zero.
std::string numberText(double number)
{
    constexpr double exactIntegers = 9007199254740992.0; // 2^53
    std::array<char, 64> buffer{};
    const auto write = [&](auto... form) {
        const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), form...);
        return std::string(buffer.data(), done.ptr);
    };
    if (std::trunc(number) == number && std::abs(number) < exactIntegers)
        return write(static_cast<std::int64_t>(number));
    if (std::abs(number) >= 1e-6 && std::abs(number) < 1e21)
        return write(number, std::chars_format::fixed);
    std::string text = write(number, std::chars_format::scientific);
    const auto digits = text.find('e') + 2; // behind the sign, which to_chars always writes
    while (text[digits] == '0')
        text.erase(digits, 1);
    return text;
}

void write(std::string &out, const Json &value)
{
    switch (value.type()) {
    case Json::value_t::object: {
        out += '{';
        const char *separator = "";
        for (const auto &[name, member] : value.items()) { // a std::map of std::string: bytewise order
            out += separator;
            writeString(out, name);
            out += ':';
            write(out, member);
            separator = ",";
        }
        out += '}';
        return;
    }
    case Json::value_t::array: {
        out += '[';
        const char *separator = "";
        for (const Json &member : value) {
            out += separator;
            write(out, member);
            separator = ",";
        }
        out += ']';
        return;
    }
    case Json::value_t::string:
        return writeString(out, value.get_ref<const std::string &>());
    case Json::value_t::number_float:
        out += numberText(value.get<double>());
        return;
    default: // null, true, false, integers: one spelling only
        out += value.dump();
    }
}

} // namespace

std::string canonicalJson(const Json &value)
{
    std::string out;
    write(out, value);
    return out;
}

} // namespace tongban::tests::platform::trust
