// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/city.h"

#include "tests/platform/base/log.h"
#include "tests/platform/base/time.h"
#include "tests/platform/store/cases.h"
#include "tests/platform/store/catalogue.h"

namespace tongban::tests::platform::handlers {

City::City(const CityOptions &options)
    : catalogueDirectory(options.catalogueDirectory),
      acceptAfterMs(options.acceptAfterMs),
      database(options.directory + "/platform.db"),
      uploads(database, options.directory),
      sessions(options.sessionSeconds * std::int64_t{1000})
{
}

void City::acceptDue()
{
    const int after = acceptAfterMs;
    if (after >= 0)
        store::Cases(database).acceptSubmitted(nowMs() - after, nowMs());
}

Json City::catalogue()
{
    auto snapshot = store::readCatalogue(database, catalogueDirectory, nowMs());
    if (snapshot)
        m_lastGoodCatalogue = std::move(*snapshot);
    else
        logLine("catalogue.bad", {{"why", snapshot.error()}});
    return m_lastGoodCatalogue;
}

} // namespace tongban::tests::platform::handlers
