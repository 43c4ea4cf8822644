// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the city is, apart from its wires.
#pragma once

#include "tests/platform/handlers/sessions.h"
#include "tests/platform/handlers/streams.h"
#include "tests/platform/store/database.h"
#include "tests/platform/store/uploads.h"

#include "tests/platform/base/json.h"

#include <atomic>
#include <string>

namespace tongban::tests::platform::handlers {

struct CityOptions
{
    std::string directory; // platform.db, files/
    std::string catalogueDirectory;
    int acceptAfterMs = 0; // -1: only by the control port
    int sessionSeconds = 3600;
};

class City
{
public:
    explicit City(const CityOptions &options);

    // Accepts what has waited long enough. Inside a transaction.
    void acceptDue();
    // The snapshot; when the directory holds something that is not JSON, the last good one, and a line in the log. Null:
    // there never was a good one. Inside a transaction.
    [[nodiscard]] Json catalogue();

    std::string catalogueDirectory;
    std::atomic<int> acceptAfterMs;
    store::Database database;
    store::Uploads uploads;
    Sessions sessions;
    Streams streams;

private:
    Json m_lastGoodCatalogue;
};

} // namespace tongban::tests::platform::handlers
