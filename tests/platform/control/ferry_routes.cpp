// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"
#include "tests/platform/ferry/ferry_desk.h"

#include <httplib.h>

namespace tongban::tests::platform::control {

// Somebody carries a stick to town. The body is the bundle; the answer is the .ack file, or 422 with what is wrong.
void routeFerry(httplib::Server &server, Desk desk)
{
    server.Post("/ferry", [desk](const httplib::Request &request, httplib::Response &response) {
        const auto acknowledgement = ferry::FerryDesk(desk.city, desk.contract).take(request.body);
        if (acknowledgement)
            response.set_content(*acknowledgement, "application/octet-stream");
        else
            complain(response, 422, acknowledgement.error());
    });
}

} // namespace tongban::tests::platform::control
