// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/domain/receipt_document.h"
#include "app/core/ports/device.h"

namespace tongban::ports {

// Confirmed: the printer answered in order, behind the last byte of the job: it is on paper.
// Unknown: bytes left, the answer did not come. Nobody can know; a person is asked, nothing is repeated by itself.
enum class PrintOutcome { Confirmed, Unknown };

struct PrinterStatus
{
    bool online = false;
    bool coverOpen = false;
    bool paperOut = false;
    bool paperNearEnd = false;
    bool fault = false;
};

class ReceiptPrinter : public Device
{
public:
    virtual Result<PrinterStatus> status(Deadline deadline, std::stop_token stop) = 0;

    // An error means that not one byte of the document has left (asked the status first): safe to try again.
    // Errors: PaperOut, PaperJam, CoverOpen, DeviceAbsent, DeviceSilent, DeviceFault, ProtocolViolation, Cancelled.
    // Once bytes leave, the outcome is a value.
    virtual Result<PrintOutcome> print(const domain::ReceiptDocument &document, Deadline deadline,
                                       std::stop_token stop) = 0;
};

} // namespace tongban::ports
