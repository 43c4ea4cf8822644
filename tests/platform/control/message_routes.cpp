// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include "tests/platform/base/time.h"
#include "tests/platform/store/messages.h"

#include <httplib.h>

#include <algorithm>
#include <array>

namespace tongban::tests::platform::control {

using httplib::Request;
using httplib::Response;

namespace {

constexpr std::array noticeKinds{"correction", "accepted", "notAccepted", "decision"};
constexpr int defaultExpirySeconds = 3600;

// What is wrong with a notice; empty: nothing.
std::string wrongNotice(const Json &body)
{
    if (const std::string missing = missingText(body, {"caseId", "kind", "title"}); !missing.empty())
        return missing + ": a text";
    if (std::find(noticeKinds.begin(), noticeKinds.end(), body["kind"]) == noticeKinds.end())
        return "kind: correction, accepted, notAccepted or decision";
    const Json items = body.value("items", Json());
    const bool right = items.is_array() && std::all_of(items.begin(), items.end(), [](const Json &item) {
                           return item.is_object() && item.contains("material") && missingText(item, {"text"}).empty();
                       });
    return right ? "" : "items: [{material, text}]";
}

} // namespace

void routeMessages(httplib::Server &server, Desk desk)
{
    server.Post("/notices", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (const std::string wrong = wrongNotice(body); !wrong.empty())
            return complain(response, 400, wrong);
        store::Transaction transaction(desk.city.database);
        const auto row = desk.city.cases().find(body["caseId"]);
        if (!row)
            return complain(response, 404, "no such case");
        store::Notices(desk.city.database).issue(*row, body, nowMs());
        transaction.commit();
        give(response, body);
    });
    server.Post("/cases/([^/]+)/letters/withdraw", [desk](const Request &request, Response &response) {
        store::Transaction transaction(desk.city.database);
        const auto row = desk.city.cases().find(request.matches[1]);
        if (!row)
            return complain(response, 404, "no such case");
        store::Notices(desk.city.database).withdraw(row->id);
        transaction.commit();
        give(response, {{"caseId", row->id}});
    });
    server.Post("/commands", [desk](const Request &request, Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (const std::string missing = missingText(body, {"deviceId", "kind"}); !missing.empty())
            return complain(response, 400, missing + ": a text");
        const bool hasText = missingText(body, {"text"}).empty();
        const std::int64_t seconds = body.value("expiresInSeconds", defaultExpirySeconds);
        store::Transaction transaction(desk.city.database);
        const std::string id = store::Commands(desk.city.database)
                                   .issue(body["deviceId"], body["kind"],
                                          hasText ? std::optional(body["text"].get<std::string>()) : std::nullopt,
                                          nowMs(), nowMs() + seconds * 1000);
        transaction.commit();
        give(response, {{"id", id}});
    });
    server.Get("/commands", [desk](const Request &, Response &response) {
        const store::Transaction transaction(desk.city.database);
        give(response, {{"commands", store::Commands(desk.city.database).dump()}});
    });
}

} // namespace tongban::tests::platform::control
