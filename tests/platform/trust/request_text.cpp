// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/trust/request_text.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace tongban::tests::platform::trust {

namespace {

// "b=2&a=1" -> "a=1&b=2": by name, then by value. Names come before values also where a name begins another ("a",
// "a-b").
std::string sortedQuery(const std::string &query)
{
    std::vector<std::pair<std::string, std::string>> pairs; // name; the pair as sent
    std::istringstream parts(query);
    for (std::string part; std::getline(parts, part, '&');) {
        if (!part.empty())
            pairs.emplace_back(part.substr(0, part.find('=')), part);
    }
    std::sort(pairs.begin(), pairs.end());
    std::string sorted;
    for (const auto &[name, part] : pairs)
        sorted += (sorted.empty() ? "" : "&") + part;
    return sorted;
}

} // namespace

std::string requestText(const RequestFacts &facts)
{
    const auto mark = facts.target.find('?');
    const std::string query = mark == std::string::npos ? "" : sortedQuery(facts.target.substr(mark + 1));
    std::string text = facts.method;
    for (const std::string &line : {facts.target.substr(0, mark), query, facts.appId, facts.deviceId, facts.timestamp,
                                    facts.nonce, facts.bodySm3})
        text += "\n" + line;
    return text;
}

} // namespace tongban::tests::platform::trust
