// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/registry/supervised/supervised.h"

namespace tongban::drivers::registry {

class SupervisedReceiptPrinter final : public Supervised<ports::ReceiptPrinter, &Devices::receiptPrinter>
{
public:
    using Supervised::Supervised;
    Result<ports::PrinterStatus> status(Deadline deadline, std::stop_token stop) override
    {
        return listen([&](ports::ReceiptPrinter &printer) { return printer.status(deadline, std::move(stop)); },
                      &SupervisedReceiptPrinter::verdictOn);
    }
    Result<ports::PrintOutcome> print(const domain::ReceiptDocument &document, Deadline deadline,
                                      std::stop_token stop) override
    {
        return supervise(
            deadline,
            [&](ports::ReceiptPrinter &printer) { return printer.print(document, deadline, std::move(stop)); },
            [](const Result<ports::PrintOutcome> &outcome) { return *outcome == ports::PrintOutcome::Unknown; });
    }

private:
    static std::optional<Error> verdictOn(const ports::PrinterStatus &status)
    {
        const auto trouble = [](ErrorKind kind, const char *detail) {
            return Error{kind, QStringLiteral("printer status"), QLatin1String(detail)};
        };
        if (status.paperOut)
            return trouble(ErrorKind::PaperOut, "no paper");
        if (status.coverOpen)
            return trouble(ErrorKind::CoverOpen, "cover open");
        if (status.fault || !status.online)
            return trouble(ErrorKind::DeviceFault, status.fault ? "fault" : "off line");
        return std::nullopt;
    }
};

class SupervisedPagePrinter final : public Supervised<ports::PagePrinter, &Devices::pagePrinter>
{
public:
    using Supervised::Supervised;
    Result<ports::PagePrinted> print(const ports::PageJob &job,
                                     const std::function<void(const ports::PageProgress &)> &progress,
                                     Deadline deadline, std::stop_token stop) override
    {
        return supervise(
            deadline,
            [&](ports::PagePrinter &printer) { return printer.print(job, progress, deadline, std::move(stop)); },
            [](const Result<ports::PagePrinted> &printed) {
                return printed->outcome == ports::PrintOutcome::Unknown;
            });
    }
};

} // namespace tongban::drivers::registry
