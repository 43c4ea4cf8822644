// SPDX-License-Identifier: GPL-3.0-or-later
// One SANE device for the time of one errand; blocking. Only the scan program includes this: backends crash and hang.
#pragma once

#include "app/core/base/result.h"
#include "drivers/imaging/raster.h"

#include <QJsonObject>

#include <sane/sane.h>

#include <atomic>
#include <functional>
#include <memory>

namespace tongban::drivers::devices {

class SaneDevice
{
public:
    // DeviceAbsent when there is no such device or another program holds it; DeviceFault when the system refuses.
    static Result<std::unique_ptr<SaneDevice>> open(const QString &name);
    ~SaneDevice();
    SaneDevice(const SaneDevice &) = delete;
    SaneDevice &operator=(const SaneDevice &) = delete;

    // Misconfigured names the setting that this scanner does not have; "duplex" and "feeder" too.
    Result<void> configure(const QJsonObject &settings, bool feeder, bool duplex);

    // One page, to its last byte. A page that fails is left as it is until this object goes: backends are known to hang
    // when they are cancelled, and what happened must have been told before that. percent is called from 0 to 100.
    // PageMissing, ScannerJam, CoverOpen, DeviceFault, Cancelled.
    Result<imaging::Raster> scanPage(const std::function<void(int percent)> &progress);

    // Any thread, at any moment; the scan under way ends with Cancelled.
    void cancel();

private:
    explicit SaneDevice(SANE_Handle handle) : m_handle(handle) {}
    Result<void> start();
    Result<QByteArray> readFrame(const SANE_Parameters &parameters, const std::function<void(int)> &progress);

    SANE_Handle m_handle;
    bool m_underWay = false; // a page was begun and not read to its end
    QString m_pageFile; // of a backend that reads its pages from a file
    // sane_cancel() may show as an early end of file: only the flag and the byte count tell (DEVICES 5).
    std::atomic<bool> m_cancelled = false;
};

} // namespace tongban::drivers::devices
