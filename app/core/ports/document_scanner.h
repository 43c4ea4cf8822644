// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device.h"

#include <QByteArray>
#include <QSize>

#include <functional>
#include <optional>
#include <vector>

namespace tongban::ports {

// What a city takes (SCOPE 23); other profiles come with the item.
struct PageProfile
{
    QSize minimum{640, 480}; // pixels, either orientation
    QSize maximum{1600, 1200};
    qint64 maxBytes = 90'000;
};

// A small look at a page: on a thin line an office sees what was brought long before the pages themselves arrive.
struct PageThumbnail
{
    static constexpr int longestSide = 320; // pixels
    static constexpr qint64 maxBytes = 12 * 1024;

    QByteArray jpeg;
    QSize size;
};

struct ScannedPage
{
    QByteArray jpeg; // within the profile, legible
    QSize size;
    std::optional<PageThumbnail> thumbnail{}; // a device may give none: nobody waits for it
};

struct ScanProgress
{
    int page = 1;    // from 1, in paper order
    int percent = 0; // 0…100 of that page, as far as the scanner tells
};
// Called on the Lane, during the call, at most once a percent; must not block. May be empty.
using OnScanProgress = std::function<void(const ScanProgress &)>;

class DocumentScanner : public Device
{
public:
    // Scans what lies on the glass (one page) or all sheets in the feeder, in paper order (front, back, front … where
    // both sides are scanned), at most maxPages; what lies beyond stays in the feeder. Pages stand as the scanner gave
    // them: nothing is turned by guessing.
    //
    // All or nothing: a stack that fails at its third page gives an error that names the page, and no pages. After a
    // jam nobody knows whether the sheet between the rollers was counted; a stack that was laid again and came twice in
    // part, or not whole, would be found at the office, weeks later. The villager hears that the whole stack is to be
    // laid again.
    // Errors: PageMissing, PageIllegible, ScannerJam, CoverOpen, DeviceAbsent (or held by another program),
    // DeviceSilent, DeviceFault, ProtocolViolation, Misconfigured, Cancelled.
    virtual Result<std::vector<ScannedPage>> scan(const PageProfile &profile, int maxPages, Deadline deadline,
                                                  std::stop_token stop, const OnScanProgress &progress) = 0;
};

} // namespace tongban::ports
