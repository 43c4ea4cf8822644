// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what is personal out of a stream before a recording reaches the disk. A mask keeps the number of bytes and
// whatever the protocol needs (framing, status, checksums), so that a recording can be played back; it remembers where in
// the protocol both directions stand. Which mask goes with which device: drivers/registry.
#pragma once

#include <QByteArray>

namespace tongban::drivers::transport {

class RecordingMask
{
public:
    virtual ~RecordingMask() = default;
    // The pieces of a stream in their order, cut anywhere; as many bytes come back, sooner or later.
    [[nodiscard]] virtual QByteArray toDevice(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual QByteArray fromDevice(const QByteArray &bytes) = 0;
    [[nodiscard]] virtual const char *name() const = 0; // stands in the recording
};

// Knows no protocol: only how much was said when.
class MaskEverything final : public RecordingMask
{
public:
    [[nodiscard]] QByteArray toDevice(const QByteArray &bytes) override { return QByteArray(bytes.size(), '\0'); }
    [[nodiscard]] QByteArray fromDevice(const QByteArray &bytes) override { return QByteArray(bytes.size(), '\0'); }
    [[nodiscard]] const char *name() const override { return "all"; }
};

} // namespace tongban::drivers::transport
