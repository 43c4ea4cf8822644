// SPDX-License-Identifier: GPL-3.0-or-later
// A value or a sorted error; no exception leaves our functions.
#pragma once

#include "app/core/base/error.h"

#include <tl/expected.hpp>

namespace tongban {

// A class, not an alias: an alias template cannot be [[nodiscard]].
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
    Result(tl::expected<T, Error> &&other) : tl::expected<T, Error>(std::move(other)) {}
};

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString where, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(where), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline bool failedWith(const auto &result, ErrorKind kind)
{
    return !result.has_value() && result.error().kind == kind;
}

} // namespace tongban
