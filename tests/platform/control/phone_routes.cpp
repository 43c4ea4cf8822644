// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/control/routes.h"

#include "tests/platform/store/phones.h"

#include <httplib.h>

#include <array>

namespace tongban::tests::platform::control {

void routePhones(httplib::Server &server, Desk desk)
{
    server.Get("/phones/codes", [desk](const httplib::Request &, httplib::Response &response) {
        store::Transaction transaction(desk.city.database);
        const Json codes = store::Phones(desk.city.database).codes();
        transaction.commit();
        give(response, {{"codes", codes}});
    });
    server.Get("/phones/given", [desk](const httplib::Request &, httplib::Response &response) {
        store::Transaction transaction(desk.city.database);
        const Json given = store::Phones(desk.city.database).given();
        transaction.commit();
        give(response, {{"phones", given}});
    });
    server.Post("/phones/rules", [desk](const httplib::Request &request, httplib::Response &response) {
        const Json body = objectIn(request, response);
        if (body.is_null())
            return;
        store::Transaction transaction(desk.city.database); // whoever serves a terminal holds one
        store::PhoneRules &rules = desk.city.phoneRules;
        const std::array<std::pair<const char *, int *>, 4> known{{{"validSeconds", &rules.validSeconds},
                                                                   {"againSeconds", &rules.againSeconds},
                                                                   {"tries", &rules.tries},
                                                                   {"codesPerDevice", &rules.codesPerDevice}}};
        for (const auto &[name, rule] : known)
            *rule = body.value(name, *rule);
        transaction.commit();
        give(response, body);
    });
}

} // namespace tongban::tests::platform::control
