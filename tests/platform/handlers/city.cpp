// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/handlers/city.h"

#include "tests/platform/base/log.h"
#include "tests/platform/base/time.h"
#include "tests/platform/store/catalogue.h"
#include "tests/platform/trust/signed_text.h"

namespace tongban::tests::platform::handlers {

City::City(CityOptions given)
    : options(std::move(given)), acceptAfterMs(options.acceptAfterMs), database(options.directory + "/platform.db"),
      uploads(database, options.directory, options.address), sessions(options.sessionSeconds * std::int64_t{1000})
{}

void City::acceptDue()
{
    const int after = acceptAfterMs;
    if (after >= 0)
        cases().acceptSubmitted(nowMs() - after, nowMs());
}

std::int64_t City::dataAsOfMs() const
{
    return nowMs() - replicationLagMs;
}

store::View City::view() const
{
    store::View view{.address = options.address};
    if (replicationLagMs > 0)
        view.seenUntil = dataAsOfMs();
    return view;
}

Json City::catalogue()
{
    auto read = store::readCatalogue(database, options.catalogueDirectory, nowMs());
    if (!read) {
        logLine("catalogue.bad", {{"why", read.error()}});
        return m_lastGoodCatalogue;
    }
    const std::string version = (*read)["version"];
    Json manifest = {{"version", version}, {"asOf", (*read)["asOf"]}, {"entries", std::move((*read)["entries"])}};
    // By the text, not the version: a request that ends in a refusal takes the version's first time back with it.
    const std::string text = trust::manifestText(version, manifest["asOf"], manifest["entries"]);
    std::string &signature = m_manifestSignatures[text];
    if (signature.empty())
        signature = options.cityKey.sign(text);
    manifest["signature"] = signature;
    read->erase("entries");
    (*read)["manifest"] = std::move(manifest);
    return m_lastGoodCatalogue = std::move(*read);
}

} // namespace tongban::tests::platform::handlers
