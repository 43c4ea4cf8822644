// SPDX-License-Identifier: GPL-3.0-or-later
// A code to a telephone, and what was read there.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/base/time.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> sendPhoneCode(City &city, const Call &call)
{
    store::Phones phones(city.database);
    const std::string phone = call.body.at("phone");
    const store::PhoneRules &rules = city.phoneRules;
    if (const int wait = phones.waitFor(phone, call.device.id, rules, nowMs()); wait > 0)
        return refuse(ProblemCode::PhoneTooSoon, {}, {{"Retry-After", std::to_string(wait)}});
    return Answer{.status = 201,
                  .body = Json{{"challenge", phones.send(phone, call.device.id, rules, nowMs())},
                               {"validSeconds", rules.validSeconds},
                               {"againSeconds", rules.againSeconds}},
                  .headers = {}};
}

Outcome<Answer> checkPhoneCode(City &city, const Call &call)
{
    return Answer{.status = 200,
                  .body = store::Phones(city.database)
                              .check(call.pathParameters.at("challenge"), call.body.at("phone"), call.device.id,
                                     call.body.at("code"), city.phoneRules, nowMs()),
                  .headers = {}};
}

} // namespace tongban::tests::platform::handlers
