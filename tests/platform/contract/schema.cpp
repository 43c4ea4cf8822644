// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/contract/schema.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace tongban::tests::platform::contract {

namespace {

// valijson's context: "<root>", "[\"applicant\"]" or "[applicant]", "[3]".
std::string pointerOf(const std::vector<std::string> &context)
{
    std::string pointer;
    for (std::string step : context) {
        if (step == "<root>")
            continue;
        std::erase_if(step, [](char c) { return c == '[' || c == ']' || c == '"'; });
        std::string escaped;
        for (const char c : step)
            escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        pointer += "/" + escaped;
    }
    return pointer;
}

} // namespace

struct Schema::Compiled
{
    valijson::Schema schema;
    valijson::Validator validator{valijson::Validator::kStrongTypes};
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}

Schema::~Schema() = default;

tl::expected<std::shared_ptr<const Schema>, std::string> Schema::compile(const Json &node, const Json &components)
{
    Json root = withoutNullable(node);
    root["components"] = components; // so that references find their way
    auto compiled = std::make_unique<Compiled>();
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft4);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(root), compiled->schema);
    } catch (const std::exception &error) { // valijson's way to say that the schema is none
        return tl::unexpected<std::string>(error.what());
    }
    return std::shared_ptr<const Schema>(new Schema(std::move(compiled)));
}

std::optional<Finding> Schema::check(const Json &value) const
{
    const std::scoped_lock lock(m_mutex);
    valijson::ValidationResults results;
    if (m_compiled->validator.validate(m_compiled->schema, valijson::adapters::NlohmannJsonAdapter(value), &results))
        return std::nullopt;
    // Every floor reports; the deepest says what is really wrong.
    std::optional<valijson::ValidationResults::Error> deepest;
    for (const auto &error : results) {
        if (!deepest || error.context.size() > deepest->context.size())
            deepest = error;
    }
    if (!deepest)
        return Finding{"", "breaks the schema"};
    return Finding{pointerOf(deepest->context), deepest->description};
}

Json withoutNullable(Json node)
{
    if (node.is_array() || node.is_object()) {
        for (auto &child : node)
            child = withoutNullable(std::move(child));
    }
    if (!node.is_object() || !node.contains("nullable") || node["nullable"] != Json(true) || !node.contains("type"))
        return node;
    node.erase("nullable");
    node["type"] = Json::array({node["type"], "null"});
    if (node.contains("enum"))
        node["enum"].push_back(nullptr);
    return node;
}

} // namespace tongban::tests::platform::contract
