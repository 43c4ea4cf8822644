// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/deadline.h"
#include "app/core/base/result.h"

#include <QByteArray>
#include <QSize>

#include <stop_token>
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

class DocumentScanner // completion duty: see IdCardReader
{
public:
    virtual ~DocumentScanner() = default;

    // Scans what lies on the glass (one page) or all sheets in the feeder, in paper order, at most maxPages.
    // Errors: PageMissing, PageIllegible, ScannerJam, CoverOpen, DeviceAbsent, DeviceSilent, DeviceFault, Cancelled.
    virtual Result<std::vector<ScannedPage>> scan(const PageProfile &profile, int maxPages, Deadline deadline,
                                                  std::stop_token stop) = 0;
};

} // namespace tongban::ports
