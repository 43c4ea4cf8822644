// SPDX-License-Identifier: GPL-3.0-or-later
// The report descriptor of a USB HID device (Device Class Definition for HID 1.11, 6.2.2): which bits of which input
// report mean what. Output and feature items are skipped; delimited alternatives count by their first usage.
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace tongban::drivers::codec {

// A usage with its page in the upper half, e.g. 0x008C'00FE.
using HidUsage = quint32;

struct HidField // elements of one usage that stand one after another in an input report
{
    HidUsage usage = 0;
    HidUsage application = 0; // of the application collection around it; 0: none
    int reportId = 0;         // 0: the device does not number its reports
    int bitOffset = 0;        // in the report, its number not counted
    int bitSize = 0;          // of one element, 1…256
    int count = 0;            // elements

    [[nodiscard]] bool operator==(const HidField &) const = default;
};

struct HidInputReports
{
    std::vector<HidField> fields; // of variables; arrays and padding take room only
    QHash<int, int> bitsOfReport; // by report number; its number not counted
    std::vector<HidUsage> applications;
    bool isNumbered = false; // every report begins with a byte that is its number

    // Length of the longest input report in bytes, its number counted.
    [[nodiscard]] int longestReport() const;
};

// Errors: ProtocolViolation (cut off, unbalanced, sizes that no device has).
[[nodiscard]] Result<HidInputReports> parseHidReportDescriptor(const QByteArray &descriptor);

} // namespace tongban::drivers::codec
