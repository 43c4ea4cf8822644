// SPDX-License-Identifier: GPL-3.0-or-later
// The input reports of a bar code scanner after "HID Point of Sale Usage Tables" 1.02, usage page 0x8C. Where the
// fields stand is read from the report descriptor: models differ.
#pragma once

#include "app/core/base/result.h"
#include "drivers/codec/aim_identifier.h"
#include "drivers/codec/hid_report_descriptor.h"

#include <array>
#include <optional>
#include <vector>

namespace tongban::drivers::codec {

struct HidPosReport // one "Scanned Data Report"
{
    int reportId = 0;                           // 0: not numbered
    std::array<std::optional<HidField>, 3> aim; // 0x8C/0xFB…0xFD, Symbology Identifier 1…3
    std::optional<HidField> length;             // 0x01/0x3B, Byte Count; page 0x8C has no usage for it
    HidField data;                              // 0x8C/0xFE, Decoded Data; elements of 8 bits
    std::optional<HidField> continued;          // 0x8C/0xFF, Decode Data Continued
};

struct HidPosLayout
{
    std::vector<HidPosReport> reports;
    QHash<int, int> bytesOfReport; // of every input report, its number not counted
    bool isNumbered = false;
    int longestReport = 0; // bytes, with the number: one read takes no more
};

// Errors: ProtocolViolation (no descriptor, no application collection 0x8C/0x02, no Decoded Data in it).
[[nodiscard]] Result<HidPosLayout> hidPosLayoutOf(const QByteArray &reportDescriptor);

struct HidPosCode
{
    std::optional<AimIdentifier> aim; // nothing: the scanner did not say
    QByteArray bytes;
};

class HidPosDecoder
{
public:
    explicit HidPosDecoder(HidPosLayout layout) : m_layout(std::move(layout)) {}

    // One report as hidraw gives it. A code when it was the last report of one; nothing when more follows and for
    // reports of other kinds (trigger, battery). Errors: ProtocolViolation (unknown number, too short, length beyond
    // its field, a code longer than any); what was collected is then forgotten.
    [[nodiscard]] Result<std::optional<HidPosCode>> feed(const QByteArray &report);

    [[nodiscard]] bool hasPending() const { return m_pending.has_value(); } // the end of a code has not come
    void clear() { m_pending.reset(); }

private:
    [[nodiscard]] Result<std::optional<HidPosCode>> feedData(const HidPosReport &report, const QByteArray &body);
    tl::unexpected<Error> broken(const QString &why);

    HidPosLayout m_layout;
    std::optional<HidPosCode> m_pending;
};

} // namespace tongban::drivers::codec
