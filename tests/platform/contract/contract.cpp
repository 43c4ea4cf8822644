// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/contract/contract.h"

#include "tests/platform/contract/reader.h"

#include <algorithm>

namespace tongban::tests::platform::contract {

namespace {

std::vector<std::string> segments(const std::string &path)
{
    std::vector<std::string> parts;
    for (std::size_t from = 1; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        parts.push_back(path.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

bool isParameter(const std::string &segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::optional<std::map<std::string, std::string>> fits(const std::string &pathTemplate, const std::string &path)
{
    const auto wanted = segments(pathTemplate);
    const auto given = segments(path);
    if (wanted.size() != given.size())
        return std::nullopt;
    std::map<std::string, std::string> parameters;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (isParameter(wanted[i]))
            parameters[wanted[i].substr(1, wanted[i].size() - 2)] = given[i];
        else if (wanted[i] != given[i])
            return std::nullopt;
    }
    return parameters;
}

std::optional<Finding> checkHeaders(const AnswerRule &rule, const std::map<std::string, std::string> &headers)
{
    for (const Parameter &header : rule.headers) {
        const auto found = headers.find(header.name);
        if (found == headers.end() && header.required)
            return Finding{"", "header " + header.name + " is missing"};
        if (found == headers.end())
            continue;
        if (const auto wrong = header.schema->check(found->second))
            return Finding{"", "header " + header.name + ": " + wrong->rule};
    }
    return std::nullopt;
}

} // namespace

bool Operation::takesKey() const
{
    return std::any_of(parameters.begin(), parameters.end(),
                       [](const Parameter &parameter) { return parameter.name == "Idempotency-Key"; });
}

tl::expected<Contract, std::string> Contract::load(const std::string &path)
{
    auto operations = readOperations(path);
    if (!operations)
        return tl::unexpected<std::string>(operations.error());
    Contract contract;
    contract.m_operations = std::move(*operations);
    return contract;
}

Match Contract::match(const std::string &method, const std::string &path) const
{
    Match match;
    for (const Operation &operation : m_operations) {
        auto parameters = fits(operation.pathTemplate, path);
        if (!parameters)
            continue;
        match.pathKnown = true;
        if (operation.method == method)
            return {.operation = &operation, .pathKnown = true, .pathParameters = std::move(*parameters)};
    }
    return match;
}

std::optional<Finding> checkAnswer(const Operation &operation, int status, const std::string &mediaType, const Json *body,
                                   const std::map<std::string, std::string> &headers)
{
    auto found = operation.answers.find(std::to_string(status));
    if (found == operation.answers.end())
        found = status >= 400 ? operation.answers.find("default") : operation.answers.end();
    if (found == operation.answers.end())
        return Finding{"", "status " + std::to_string(status) + " is not in the contract"};
    const AnswerRule &rule = found->second;
    if (rule.content.empty() && body)
        return Finding{"", "a body where none belongs"};
    if (!rule.content.empty()) {
        const auto content = rule.content.find(mediaType);
        if (!body || content == rule.content.end())
            return Finding{"", "content type " + mediaType + " is not in the contract"};
        if (auto wrong = content->second->check(*body))
            return wrong;
    }
    return checkHeaders(rule, headers);
}

} // namespace tongban::tests::platform::contract
