// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/faults/spoil.h"

#include "tests/platform/base/digest.h"

namespace tongban::tests::platform::faults {

namespace {

constexpr auto signedTimeHeader = "X-Server-Time-Signed";

std::string otherSignature(const std::string &signature)
{
    auto raw = fromBase64(signature).value_or(std::string(64, '\0'));
    raw.back() = static_cast<char>(raw.back() ^ 1);
    return toBase64(raw);
}

} // namespace

void spoilSignatures(Json &body)
{
    if (body.is_object() && body.contains("signature") && body["signature"].is_string())
        body["signature"] = otherSignature(body["signature"]);
    if (!body.is_structured())
        return;
    for (Json &member : body)
        spoilSignatures(member);
}

void spoilSignatures(std::map<std::string, std::string> &headers)
{
    const auto header = headers.find(signedTimeHeader);
    if (header == headers.end())
        return;
    Json time = Json::parse(fromBase64(header->second).value_or(""), nullptr, false);
    spoilSignatures(time);
    header->second = toBase64(time.dump());
}

void spoilItems(Json &body)
{
    for (const char *list : {"items", "upserts"}) {
        if (body.contains(list) && !body[list].empty()) {
            body[list][0]["name"] = "另一个事项";
            return;
        }
    }
    if (body.contains("tombstones") && !body["manifest"]["entries"].empty())
        body["tombstones"].push_back(body["manifest"]["entries"][0]["code"]);
}

} // namespace tongban::tests::platform::faults
