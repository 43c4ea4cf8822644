// SPDX-License-Identifier: GPL-3.0-or-later
// What the licence library holds of a person who stands at a terminal.
#include "tests/platform/handlers/operations.h"

#include "tests/platform/store/licences.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> queryLicences(City &city, const Call &call)
{
    const Json held = store::Licences(city.database)
                          .held(call.body.at("holder").at("idNumber").get_ref<const std::string &>(),
                                call.body.at("licences"));
    return Answer{.status = 200, .body = Json{{"licences", held}}, .headers = {}};
}

} // namespace tongban::tests::platform::handlers
