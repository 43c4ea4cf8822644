// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the city is, apart from its wires.
#pragma once

#include "tests/platform/handlers/sessions.h"
#include "tests/platform/handlers/streams.h"
#include "tests/platform/store/database.h"
#include "tests/platform/store/phones.h"
#include "tests/platform/store/roster.h"
#include "tests/platform/store/uploads.h"
#include "tests/platform/trust/certificate_desk.h"

#include "tests/platform/base/json.h"

#include <atomic>
#include <string>

namespace tongban::tests::platform::handlers {

struct CityOptions
{
    std::string directory; // platform.db, files/
    std::string address = "primary";
    std::string catalogueDirectory;
    std::string deviceKeyDirectory;             // device-ID-sm2.pub
    trust::Sm2Key cityKey;                      // private
    std::optional<trust::CertificateDesk> desk; // none: nobody enrols here
    std::string appId = "tongban";
    int acceptAfterMs = 0; // -1: only by the control port
    int sessionSeconds = 3600;
};

class City
{
public:
    explicit City(CityOptions options);

    // Accepts what has waited long enough. Inside a transaction.
    void acceptDue();
    // {version, asOf, items, manifest}, the manifest signed; when the directory holds something that is not JSON, the
    // last good one, and a line in the log. Null: there never was a good one. Inside a transaction.
    [[nodiscard]] Json catalogue();

    // The data as this address sees it now. Cases and roster: inside a transaction.
    [[nodiscard]] store::View view() const;
    [[nodiscard]] std::int64_t dataAsOfMs() const; // everything that any address acknowledged before is seen here
    [[nodiscard]] store::Cases cases() { return store::Cases(database, view()); }
    [[nodiscard]] store::Roster roster() { return store::Roster(database, options.deviceKeyDirectory); }

    const CityOptions options;
    std::atomic<int> acceptAfterMs;
    std::atomic<int> replicationLagMs = 0;
    store::Database database;
    store::PhoneRules phoneRules; // changed by the control port; inside a transaction
    store::Uploads uploads;
    Sessions sessions;
    Streams streams;

private:
    Json m_lastGoodCatalogue;
    std::map<std::string, std::string> m_manifestSignatures; // by signed text: the same manifest, the same bytes
};

} // namespace tongban::tests::platform::handlers
