// SPDX-License-Identifier: GPL-3.0-or-later
// The section "platform" of the kiosk's configuration file (kiosk_config.h).
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/site_profile.h"
#include "offline/platform/bandwidth_budget.h"

#include <QDir>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace tongban::app {

class JsonSection;

// How this terminal came by its keys, when nobody laid them down by hand (tongban-enrol).
struct EnrolmentSettings
{
    QUrl url;          // https, the city's door for new terminals
    QString caFile;    // the authority that this door is held to
    QString directory; // where keys and papers come to lie
};

struct PlatformSettings
{
    QUrl url;        // https
    QUrl standbyUrl; // https; empty: none
    std::optional<EnrolmentSettings> enrolment;
    QString caFile;
    QString certificateFile;
    QString keyFile;
    QString appId;
    QString cityKeyFile;    // SM2 public key of the city, PEM
    QString signKeyFile;    // SM2 private key of this terminal, PEM; one of both …
    QString hmacSecretFile; // … is empty
    QUrl proxy;             // empty: none
    std::vector<offline::platform::BudgetRule> budget;
};

// Complaints are the caller's to see: the section is finished into its parent. base: relative paths begin there.
[[nodiscard]] PlatformSettings readPlatform(JsonSection &parent, const QDir &base);

// What an enrolment brought, into the settings. Misconfigured: there was none, or it was for another terminal than
// site.
[[nodiscard]] Result<void> adoptEnrolled(PlatformSettings &platform, const domain::SiteProfile &site);

// Of addresses and of files that cannot be read; empty: nothing is wrong.
[[nodiscard]] QString complaintAboutAddresses(const PlatformSettings &platform);
[[nodiscard]] QString complaintAboutKeys(const PlatformSettings &platform);

} // namespace tongban::app
