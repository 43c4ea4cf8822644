// SPDX-License-Identifier: GPL-3.0-or-later
// Notices of the office, and commands to terminals.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/store/messages.h"
#include "tests/platform/trust/signed_text.h"

#include <charconv>

namespace tongban::tests::platform::handlers {

std::optional<std::int64_t> sequenceIn(const Call &call)
{
    const auto cursor = call.query.find("cursor");
    if (cursor == call.query.end() || cursor->second.empty())
        return 0;
    const std::string &text = cursor->second;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool read = error == std::errc() && end == text.data() + text.size() && number >= 0;
    return read ? std::optional(number) : std::nullopt;
}

Outcome<Answer> pullNotices(City &city, const Call &call)
{
    const auto after = sequenceIn(call);
    if (!after)
        return refuse(ProblemCode::CursorInvalid);
    return Answer{
        .status = 200, .body = store::Notices(city.database).since(city.view(), call.device.id, *after), .headers = {}};
}

Outcome<Answer> pullCommands(City &city, const Call &call)
{
    const auto after = sequenceIn(call);
    if (!after)
        return refuse(ProblemCode::CursorInvalid);
    Json commands = store::Commands(city.database).since(call.device.id, *after);
    for (Json &command : commands["commands"])
        command["signature"] = city.options.cityKey.sign(trust::commandText(call.device.id, command));
    return Answer{.status = 200, .body = std::move(commands), .headers = {}};
}

Outcome<Answer> reportOutcome(City &city, const Call &call)
{
    using Report = store::Commands::Report;
    switch (store::Commands(city.database).report(call.device.id, call.pathParameters.at("commandId"), call.body)) {
    case Report::Unknown:
        return refuse(ProblemCode::CommandUnknown);
    case Report::Twice:
        return refuse(ProblemCode::OutcomeExists);
    case Report::Kept:
        break;
    }
    return Answer{.status = 201, .body = Json{{"status", "kept"}}, .headers = {}};
}

} // namespace tongban::tests::platform::handlers
