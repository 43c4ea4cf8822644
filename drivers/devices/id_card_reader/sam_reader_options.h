// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace tongban::drivers::devices {

// Times of the SAM protocol in practice: poll 300-500 ms, answers within 1 s (find, select) and 3 s (read); DEVICES 1.
struct SamReaderOptions
{
    std::chrono::milliseconds findInterval{300};
    std::chrono::milliseconds findTimeout{1000};
    std::chrono::milliseconds selectTimeout{1000};
    std::chrono::milliseconds readTimeout{3000};

    bool fingerprint = false;    // read the fingerprint block too; some readers are not authorised to
    bool readNewAddress = false; // ask for an address newer than the printed one, which then takes its place
    QString photoLibrary{};      // a vendor's library for photos (photo/photo_main.cpp); empty: cards without photo
    std::chrono::milliseconds photoTimeout{2000};

    // Keys findIntervalMs, findTimeoutMs, selectTimeoutMs, readTimeoutMs, fingerprint, readNewAddress, photoLibrary,
    // photoTimeoutMs, all optional. Misconfigured names the key.
    static Result<SamReaderOptions> fromJson(const QJsonObject &json);
};

} // namespace tongban::drivers::devices
