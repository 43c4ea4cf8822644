// SPDX-License-Identifier: GPL-3.0-or-later
// One schema of an OpenAPI 3.0 document, ready to check values. OpenAPI 3.0's dialect is JSON Schema draft 4 with
// `nullable`, which is translated here.
#pragma once

#include "tests/platform/base/json.h"

#include <tl/expected.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace tongban::tests::platform::contract {

struct Finding
{
    std::string pointer; // RFC 6901 into the value; "" is the whole
    std::string rule;    // what is broken; never the value itself
};

class Schema
{
public:
    // node: the schema object; components: the document's, into which it may refer ("#/components/schemas/…").
    [[nodiscard]] static tl::expected<std::shared_ptr<const Schema>, std::string> compile(const Json &node,
                                                                                         const Json &components);
    ~Schema();

    // The deepest thing that is wrong; none: the value keeps the schema. Any thread.
    [[nodiscard]] std::optional<Finding> check(const Json &value) const;

private:
    struct Compiled;
    explicit Schema(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
    mutable std::mutex m_mutex; // valijson's validator caches its regular expressions
};

// `nullable: true` becomes one more type (and one more enum value), everywhere below `node`.
[[nodiscard]] Json withoutNullable(Json node);

} // namespace tongban::tests::platform::contract
