// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/operations.h"

#include "tests/platform/store/catalogue.h"

namespace tongban::tests::platform::handlers {

Outcome<Answer> fetchCatalogue(City &city, const Call &call)
{
    Json snapshot = city.catalogue();
    if (snapshot.is_null())
        return refuse(ProblemCode::Internal, "there is no catalogue");
    const std::string version = snapshot["version"];
    const std::string tag = "\"" + version + "\"";
    if (call.header("If-None-Match").find(tag) != std::string::npos)
        return Answer{.status = 304, .body = std::nullopt, .headers = {{"ETag", tag}}};
    snapshot["cursor"] = version;
    return Answer{.status = 200, .body = std::move(snapshot), .headers = {{"ETag", tag}}};
}

Outcome<Answer> fetchCatalogueChanges(City &city, const Call &call)
{
    Json catalogue = city.catalogue();
    if (catalogue.is_null())
        return refuse(ProblemCode::Internal, "there is no catalogue");
    auto difference = store::catalogueDifference(city.database, call.query.at("cursor"), catalogue);
    if (!difference)
        return refuse(ProblemCode::CursorGone);
    (*difference)["cursor"] = catalogue["version"];
    (*difference)["manifest"] = std::move(catalogue["manifest"]);
    return Answer{.status = 200, .body = std::move(*difference), .headers = {}};
}

} // namespace tongban::tests::platform::handlers
