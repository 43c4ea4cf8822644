// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device.h"
#include "app/core/ports/receipt_printer.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace tongban::ports {

struct PageJob
{
    QByteArray pdf;
    QString title; // shown in the printer's job list; never personal data
    int pages = 1; // of the document: what the printer reports at the end is held against it
    bool duplex = false;
};

struct PageProgress
{
    int printed = 0;                 // pages that the printer says are on paper
    std::optional<ErrorKind> stalls; // why it stands still (PaperOut …); nothing while it prints
};

struct PagePrinted
{
    PrintOutcome outcome = PrintOutcome::Unknown; // Confirmed: completed, and all pages counted
    int printed = 0;
    std::optional<ErrorKind> stoppedBy; // of Unknown
};

class PagePrinter : public Device // A4
{
public:
    // An error means that nothing was printed and nothing is left in a queue. Once the printer has begun the outcome is
    // a value; a job that does not end by the deadline or the stop is cancelled, so that refilled paper never prints the
    // document of a person who has left. `progress` is called on the lane.
    // Errors: PaperOut, PaperJam, CoverOpen, TonerOut, OutputFull, DeviceAbsent, DeviceSilent, DeviceFault, Cancelled.
    virtual Result<PagePrinted> print(const PageJob &job, const std::function<void(const PageProgress &)> &progress,
                                      Deadline deadline, std::stop_token stop) = 0;
};

} // namespace tongban::ports
