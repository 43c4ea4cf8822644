// SPDX-License-Identifier: GPL-3.0-or-later
// An A4 printer behind CUPS (DEVICES §4).
//
//   look       the queue takes jobs, the printer itself names no reason against it (cupsd's reasons go stale)
//   sweep      jobs that a crash, a dead cupsd or a late cancel left behind are withdrawn and taken out of the spool
//   create, send, follow to the end of the job by job-state alone
//   withdraw   at the deadline and at a stop: refilled paper must never print the document of a person who has left
//
// The end of a job is the printer's own job-state where the printer can be asked: cupsd calls a job completed that the
// printer has only taken ("held" ends the wait of CUPS' ipp back end; seen with ippeveprinter, CUPS 2.4.2). Likewise
// the count: the queue's is that of a filter, or 1.
//
// Confirmed: the job is completed, and as many sides were counted as the document has pages. Of a model that counts
// nothing (options: countsPages false) the completed job is enough.
//
// A finished job is purged, so that no document stays in the spool. `PreserveJobFiles No` in the site's cupsd.conf
// takes withdrawn ones away at once too; without it they stay until the next look.
#pragma once

#include "app/core/ports/page_printer.h"
#include "drivers/devices/page_printer/cups_queue.h"

#include <QList>

#include <functional>
#include <optional>

namespace tongban::drivers::devices {

class CupsPrinter final : public ports::PagePrinter // all calls on the printer's Lane
{
public:
    explicit CupsPrinter(const CupsOptions &options);

    Result<void> probe(Deadline deadline, std::stop_token stop) override;
    Result<ports::PagePrinted> print(const ports::PageJob &job,
                                     const std::function<void(const ports::PageProgress &)> &progress,
                                     Deadline deadline, std::stop_token stop) override;
    void close() override {} // every question has a connection of its own

private:
    using Progress = std::function<void(const ports::PageProgress &)>;
    struct Running // a job, while it is followed
    {
        int id = 0;
        QByteArray title = {};
        int pages = 1;
        bool duplex = false;
        JobFacts queue = {};
        std::optional<JobFacts> printer = {}; // nothing: does not know the job, or was not reached
        bool isPrinterMissed = false;         // at the last look
        ports::PageProgress told = {};
    };

    Result<void> makeReady(Deadline deadline, const std::stop_token &stop);
    void sweep(bool isIdle, Deadline deadline, const std::stop_token &stop);
    Result<ports::PagePrinted> follow(Running &running, const Progress &progress, Deadline deadline,
                                      const std::stop_token &stop);
    void countAtPrinter(Running &running, Deadline deadline, const std::stop_token &stop);
    void lookAtPrinter(Running &running, const Progress &progress, Deadline deadline, const std::stop_token &stop);
    [[nodiscard]] ports::PagePrinted conclude(const Running &running, Deadline deadline, const std::stop_token &stop);
    [[nodiscard]] ports::PagePrinted giveUp(const Running &running, ErrorKind why);
    void withdraw(const Running &running);
    void withdrawOwed(bool isQueueIdle, Deadline deadline, const std::stop_token &stop);
    [[nodiscard]] int sidesOf(const Running &running) const;

    CupsOptions m_options;
    CupsQueue m_queue;
    QList<QByteArray> m_owed; // names of withdrawn jobs that the printer may still have or get
    std::optional<IppEndpoint> m_printer; // behind the queue, as it was last seen
};

} // namespace tongban::drivers::devices
