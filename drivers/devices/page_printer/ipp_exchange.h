// SPDX-License-Identifier: GPL-3.0-or-later
// One IPP question and its answer (RFC 8010), each over a connection of its own.
//
// libcups' parts are used, not its wholes: cupsSendRequest waits a second for "100 Continue" and connects again for
// half a minute, cupsCopyDestInfo sleeps while a server is busy, a password would be asked for on the terminal. None of
// them can be ended, and a port call has to end 200 ms after a stop.
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <QByteArray>

#include <cups/cups.h>

#include <memory>
#include <stop_token>

namespace tongban::drivers::devices {

struct IppDelete
{
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, IppDelete>;

struct IppEndpoint
{
    QByteArray host; // an address, "localhost", or the path of a Unix socket
    int port = 0;
    QByteArray resource; // "/ipp/print"
    QByteArray uri;      // printer-uri in requests
};

// An IPv4 or IPv6 address, or "localhost": what needs no name service.
[[nodiscard]] bool isAddress(const QByteArray &host);

// A request with charset, language, printer-uri and the kiosk's user name (RFC 8011 §4.1).
[[nodiscard]] Ipp newIppRequest(ipp_op_t operation, const IppEndpoint &endpoint);

// The answer, whatever its IPP status. isDelivered, when given, becomes true once the last byte of request and document
// has left. Errors: DeviceAbsent (nobody listens, or hung up), DeviceSilent, ProtocolViolation (no HTTP or no IPP),
// Misconfigured (a login is wanted), DeviceFault (HTTP 5xx), Cancelled.
Result<Ipp> askIpp(const IppEndpoint &endpoint, Ipp request, const QByteArray &document, Deadline deadline,
                   const std::stop_token &stop, bool *isDelivered = nullptr);

} // namespace tongban::drivers::devices
