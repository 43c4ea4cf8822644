// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI document as the platform lives by it: which operations there are, what a request must be, what an answer
// must be. Read once at start; immutable afterwards, any thread.
#pragma once

#include "tests/platform/contract/schema.h"

#include <map>
#include <string>
#include <vector>

namespace tongban::tests::platform::contract {

using SchemaPtr = std::shared_ptr<const Schema>;

struct Parameter
{
    std::string name;
    std::string in; // header, query, path
    bool required = false;
    SchemaPtr schema;
};

struct AnswerRule
{
    std::map<std::string, SchemaPtr> content; // media type -> schema; empty: no body
    std::vector<Parameter> headers;
};

struct Operation
{
    std::string id;
    std::string method;       // GET, …
    std::string pathTemplate; // with the base path: /v1/cases/{caseId}/submit
    bool needsSession = false;
    bool needsSignature = false;
    std::vector<Parameter> parameters;
    std::string bodyType;                      // media type; empty: no body
    SchemaPtr bodySchema;                      // none for binary bodies
    std::map<std::string, AnswerRule> answers; // "201", "default"

    [[nodiscard]] bool takesKey() const; // has an Idempotency-Key
};

struct Match
{
    const Operation *operation = nullptr; // none: not with this method, or no such path
    bool pathKnown = false;
    std::map<std::string, std::string> pathParameters;
};

class Contract
{
public:
    [[nodiscard]] static tl::expected<Contract, std::string> load(const std::string &path);

    [[nodiscard]] Match match(const std::string &method, const std::string &path) const;
    [[nodiscard]] const std::vector<Operation> &operations() const { return m_operations; }

private:
    std::vector<Operation> m_operations;
};

// What is wrong with an answer of ours; none: it keeps the contract. `body` is null for an answer without one.
[[nodiscard]] std::optional<Finding> checkAnswer(const Operation &operation, int status, const std::string &mediaType,
                                                 const Json *body, const std::map<std::string, std::string> &headers);

} // namespace tongban::tests::platform::contract
