// SPDX-License-Identifier: GPL-3.0-or-later
// What a descriptor says of an A4 printer behind CUPS: the objects "transport" and "options".
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>

#include <chrono>

class QJsonObject;

namespace tongban::drivers::devices {

struct CupsOptions
{
    QByteArray queue;                                // "queue", as lpstat -p names it
    QByteArray host = "/run/cups/cups.sock";         // "server": a socket's path, or host:port
    int port = 0;                                    // of a host
    QByteArray media = "iso_a4_210x297mm";           // "media", a PWG 5101.1 name
    bool countsPages = true;                         // "countsPages"; false: the model counts nothing
    int missesOfTheDead = 3;                         // questions about a running job without an answer
    std::chrono::milliseconds requestTimeout{3'000}; // one question to cupsd or to the printer
    std::chrono::milliseconds pollInterval{300};     // between two looks at a running job
    std::chrono::milliseconds cancelTimeout{150};    // to withdraw a job: a stop has to end within 200 ms

    // Keys as above, spans with the suffix Ms; all but "queue" optional. A host is an address or "localhost": looking
    // up a name knows no deadline. Errors: Misconfigured, naming the key.
    [[nodiscard]] static Result<CupsOptions> fromJson(const QJsonObject &transport, const QJsonObject &options);
};

} // namespace tongban::drivers::devices
