// SPDX-License-Identifier: GPL-3.0-or-later
// What passed between a driver and a device during one opening: JSON lines, the first names device and mask.
//
//   {"recording":1,"device":"id-card-reader","mask":"sam"}
//   {"t":1234,"out":"aaaaaa9669…"}     to the device, hex, t in microseconds since open()
//   {"t":2500,"in":"aaaaaa9669…"}      from it
//   {"t":9000,"gone":true}             the device was unplugged
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tongban::drivers::transport {

struct RecordingEntry
{
    enum class Kind { Out, In, Gone };
    qint64 micros = 0;
    Kind kind = Kind::Out;
    QByteArray bytes = {}; // none of Gone

    [[nodiscard]] bool operator==(const RecordingEntry &) const = default;
};

struct Recording
{
    QString device;
    QString mask;
    std::vector<RecordingEntry> entries;
};

[[nodiscard]] QByteArray headerLine(const QString &device, const QString &mask); // with its line feed
[[nodiscard]] QByteArray lineOf(const RecordingEntry &entry);

// Misconfigured names the line. A last line that was cut short (the power went) is left out.
Result<Recording> parseRecording(const QByteArray &lines);

} // namespace tongban::drivers::transport
