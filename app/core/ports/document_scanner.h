// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device.h"

#include <QByteArray>
#include <QSize>

#include <vector>

namespace tongban::ports {

// What a city takes (SCOPE 23); other profiles come with the item.
struct PageProfile
{
    QSize minimum{640, 480}; // pixels, either orientation
    QSize maximum{1600, 1200};
    qint64 maxBytes = 90'000;
};

struct ScannedPage
{
    QByteArray jpeg; // within the profile, legible
    QSize size;
};

class DocumentScanner : public Device
{
public:
    // Scans what lies on the glass (one page) or all sheets in the feeder, in paper order, at most maxPages.
    // Errors: PageMissing, PageIllegible, ScannerJam, CoverOpen, DeviceAbsent, DeviceSilent, DeviceFault, Cancelled.
    virtual Result<std::vector<ScannedPage>> scan(const PageProfile &profile, int maxPages, Deadline deadline,
                                                  std::stop_token stop) = 0;
};

} // namespace tongban::ports
