// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include <httplib.h>

namespace tongban::tests::platform::control {

void give(httplib::Response &response, const Json &body, int status)
{
    response.status = status;
    response.set_content(body.dump(), "application/json");
}

void complain(httplib::Response &response, int status, const std::string &what)
{
    give(response, {{"error", what}}, status);
}

Json objectIn(const httplib::Request &request, httplib::Response &response)
{
    Json body = Json::parse(request.body, nullptr, false);
    if (body.is_object())
        return body;
    complain(response, 400, "the body is not a JSON object");
    return nullptr;
}

std::string missingText(const Json &body, std::initializer_list<const char *> members)
{
    for (const char *member : members) {
        const auto found = body.find(member);
        if (found == body.end() || !found->is_string() || found->get_ref<const std::string &>().empty())
            return member;
    }
    return {};
}

} // namespace tongban::tests::platform::control
