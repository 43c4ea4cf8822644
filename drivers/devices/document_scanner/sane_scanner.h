// SPDX-License-Identifier: GPL-3.0-or-later
// A document scanner behind SANE (DEVICES 5). The scan itself runs in tongban-scan, a process of its own: a backend
// that crashes is a DeviceFault, one that hangs is left behind at the deadline and ended.
#pragma once

#include "app/core/ports/document_scanner.h"
#include "drivers/devices/document_scanner/sane_scanner_options.h"
#include "drivers/transport/child_process.h"
#include "drivers/devices/document_scanner/scan_protocol.h"

#include <memory>

namespace tongban::drivers::devices {

class SaneScanner final : public ports::DocumentScanner // all calls on the scanner's Lane
{
public:
    // `program`: path of tongban-scan; it stands beside the kiosk's own executable.
    SaneScanner(SaneScannerOptions options, QString program);

    // Besides the port's errors: Misconfigured when the descriptor names an option that the scanner does not have.
    Result<std::vector<ports::ScannedPage>> scan(const ports::PageProfile &profile, int maxPages, Deadline deadline,
                                                 std::stop_token stop, const ports::OnScanProgress &progress) override;
    Result<void> probe(Deadline deadline, std::stop_token stop) override;
    void close() override; // ends the scan program

private:
    [[nodiscard]] ScanRequest request(const ports::PageProfile &profile, int maxPages) const;
    Result<std::vector<ports::ScannedPage>> converse(const ScanRequest &request, Deadline deadline,
                                                     const std::stop_token &stop,
                                                     const ports::OnScanProgress &progress);
    // Two programs cannot have one scanner: the former one is on its way out, or is helped out.
    Result<void> awaitFormerEnd(Deadline deadline, const std::stop_token &stop);

    SaneScannerOptions m_options;
    QString m_program;
    std::unique_ptr<transport::ChildProcess> m_process; // the present scan, or the last one still on its way out
};

} // namespace tongban::drivers::devices
