// SPDX-License-Identifier: GPL-3.0-or-later
// What the driver asks of cupsd, and of the printer behind it, one function a question (RFC 8011; CUPS' own additions
// are named). Each ends within the deadline and 200 ms of a stop.
#pragma once

#include "drivers/devices/page_printer/cups_options.h"
#include "drivers/devices/page_printer/ipp_exchange.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tongban::drivers::devices {

struct PrinterFacts
{
    ipp_pstate_t state = IPP_PSTATE_STOPPED;
    QStringList reasons;
    bool accepts = false;
    QByteArray deviceUri; // of a queue
};

struct JobFacts
{
    int id = 0;
    ipp_jstate_t state = IPP_JSTATE_PENDING;
    int impressions = 0; // sides
    int sheets = 0;

    [[nodiscard]] bool isOver() const { return state >= IPP_JSTATE_CANCELED; }
};

struct NewJob
{
    QByteArray title;
    bool duplex = false;
    int cancelAfterSeconds = 60; // cupsd ends it by itself when the kiosk no longer can
};

class CupsQueue
{
public:
    explicit CupsQueue(const CupsOptions &options);

    Result<PrinterFacts> facts(Deadline deadline, const std::stop_token &stop);
    Result<int> createJob(const NewJob &job, Deadline deadline, const std::stop_token &stop);
    // isDelivered: all bytes have left; from then on the printer may print whatever becomes of the answer.
    Result<void> sendPdf(int job, const QByteArray &pdf, Deadline deadline, const std::stop_token &stop,
                         bool &isDelivered);
    Result<JobFacts> job(int job, Deadline deadline, const std::stop_token &stop);
    Result<void> cancel(int job, Deadline deadline, const std::stop_token &stop);
    // Takes document and entry out of the spool (CUPS: purge-job). Of a finished job only: it would kill a back end
    // that is still telling the printer to stop.
    Result<void> purge(int job, Deadline deadline, const std::stop_token &stop);
    // Ids of the kiosk's jobs on this queue.
    Result<std::vector<int>> jobs(bool finished, Deadline deadline, const std::stop_token &stop);

private:
    Result<Ipp> ask(Ipp request, const QByteArray &document, Deadline deadline, const std::stop_token &stop,
                    bool *isDelivered = nullptr) const;

    CupsOptions m_options;
    IppEndpoint m_endpoint;
};

// The printer itself, when the queue's device URI leads straight to it (ipp or http to an address); else nothing and
// the queue's word has to do. ipps is left to CUPS: a self-signed certificate would have to be trusted here.
[[nodiscard]] std::optional<IppEndpoint> printerBehind(const QByteArray &deviceUri);

Result<PrinterFacts> printerFacts(const IppEndpoint &printer, Deadline deadline, const std::stop_token &stop);

// What the printer says of the job with that name; NotFound when it does not know it.
Result<JobFacts> printerJob(const IppEndpoint &printer, const QByteArray &title, Deadline deadline,
                            const std::stop_token &stop);

Result<void> cancelPrinterJob(const IppEndpoint &printer, int job, Deadline deadline, const std::stop_token &stop);

} // namespace tongban::drivers::devices
