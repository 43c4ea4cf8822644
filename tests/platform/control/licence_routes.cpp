// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include "tests/platform/store/licences.h"

#include <httplib.h>

namespace tongban::tests::platform::control {

void routeLicences(httplib::Server &server, Desk desk)
{
    server.Post("/licences", [desk](const httplib::Request &request, httplib::Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        if (const std::string missing = missingText(body, {"idNumber", "licence", "number"}); !missing.empty())
            return complain(response, 400, missing + ": a text");
        store::Transaction transaction(desk.city.database);
        store::Licences(desk.city.database).hold(body);
        transaction.commit();
        give(response, body);
    });
}

} // namespace tongban::tests::platform::control
