// SPDX-License-Identifier: GPL-3.0-or-later
// Any transport, with what passes written to a file of its own for each opening (recording.h), masked before it reaches
// the disk. A recording never stands in the way: when the file cannot be written the device works on without it.
#pragma once

#include "drivers/transport/recording.h"
#include "drivers/transport/recording_mask.h"
#include "drivers/transport/transport.h"

#include <QElapsedTimer>
#include <QFile>

#include <functional>
#include <memory>

namespace tongban::drivers::transport {

struct RecordingOptions
{
    QString directory; // made when it is not there
    QString device;    // names the files: DEVICE-20261121-101500-123.jsonl, UTC
    std::function<std::unique_ptr<RecordingMask>()> makeMask; // a fresh one for each opening
    qint64 largest = 16 * 1024 * 1024; // bytes a file; a forgotten recording must not fill the disk
};

class RecordingTransport final : public Transport
{
public:
    RecordingTransport(std::unique_ptr<Transport> device, RecordingOptions options);

    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override { m_device->discardInput(); }
    Result<QByteArray> selfDescription(Deadline deadline, std::stop_token stop) override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_device->isOpen(); }

private:
    void begin();
    void note(RecordingEntry::Kind kind, const QByteArray &bytes);
    void put(const QByteArray &line);
    void noteLoss(const Error &error);

    std::unique_ptr<Transport> m_device;
    RecordingOptions m_options;
    std::unique_ptr<RecordingMask> m_mask;
    QFile m_file;
    QElapsedTimer m_clock;
};

} // namespace tongban::drivers::transport
