// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_device.h"

#include "drivers/devices/document_scanner/sane_frames.h"
#include "drivers/devices/document_scanner/sane_settings.h"
#include "drivers/devices/document_scanner/sane_sources.h"
#include "drivers/devices/document_scanner/sane_status.h"

#include <QFileInfo>

#include <utility>

namespace tongban::drivers::devices {

namespace {

constexpr qsizetype chunk = 64 * 1024;
// A colour A4 page at 600 dpi is 104 MB; more than this is a scanner gone mad.
constexpr qsizetype maxFrameBytes = 256 * 1024 * 1024;

} // namespace

Result<std::unique_ptr<SaneDevice>> SaneDevice::open(const QString &name)
{
    SANE_Int version = 0;
    if (const SANE_Status status = sane_init(&version, nullptr); status != SANE_STATUS_GOOD)
        return fail(saneError(status, QStringLiteral("sane.init")));
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(name.toUtf8().constData(), &handle);
    if (status == SANE_STATUS_GOOD)
        return std::unique_ptr<SaneDevice>(new SaneDevice(handle));
    sane_exit();
    // SANE says INVAL for a name that no backend knows, and backends say it for a device that was unplugged.
    if (status == SANE_STATUS_INVAL)
        return fail(ErrorKind::DeviceAbsent, QStringLiteral("sane.open"), name);
    return fail(saneError(status, QStringLiteral("sane.open")));
}

SaneDevice::~SaneDevice()
{
    if (m_underWay)
        sane_cancel(m_handle); // the head goes home and the lamp off even when a frame was left in the middle
    sane_close(m_handle);
    sane_exit();
}

Result<void> SaneDevice::configure(const QJsonObject &settings, bool feeder, bool duplex)
{
    m_pageFile = settings.value(QStringLiteral("filename")).toString();
    if (!feeder)
        return applySettings(m_handle, settings);
    const auto complete = withFeeder(settings, choicesOf(m_handle), duplex);
    if (!complete)
        return fail(ErrorKind::Misconfigured, QStringLiteral("sane.option"),
                    duplex ? QStringLiteral("duplex: the scanner does not offer both sides of a sheet")
                           : QStringLiteral("feeder: the scanner has none among its sources"));
    return applySettings(m_handle, *complete);
}

Result<void> SaneDevice::start()
{
    if (m_cancelled)
        return fail(ErrorKind::Cancelled, QStringLiteral("sane.start"));
    // For a missing file the backend says INVAL, as it does for impossible settings: only a look tells them apart.
    if (!m_pageFile.isEmpty() && !QFileInfo::exists(m_pageFile))
        return fail(ErrorKind::PageMissing, QStringLiteral("sane.start"), QStringLiteral("no page file"));
    if (const SANE_Status status = sane_start(m_handle); status != SANE_STATUS_GOOD)
        return fail(saneError(status, QStringLiteral("sane.start")));
    return {};
}

Result<imaging::Raster> SaneDevice::scanPage(const std::function<void(int percent)> &progress)
{
    SanePage page;
    m_underWay = true;
    while (true) { // one turn a frame
        if (const auto started = start(); !started)
            return fail(started.error());
        SANE_Parameters parameters{};
        if (const SANE_Status status = sane_get_parameters(m_handle, &parameters); status != SANE_STATUS_GOOD)
            return fail(saneError(status, QStringLiteral("sane.parameters")));
        const auto bytes = readFrame(parameters, progress);
        if (!bytes)
            return fail(bytes.error());
        if (const auto added = page.addFrame(parameters, *bytes); !added)
            return fail(added.error());
        if (parameters.last_frame == SANE_TRUE)
            break;
    }
    m_underWay = false; // a feeder must not be cancelled between its sheets: that would eject the rest
    return page.finish();
}

Result<QByteArray> SaneDevice::readFrame(const SANE_Parameters &parameters, const std::function<void(int)> &progress)
{
    const auto where = QStringLiteral("sane.read");
    const qint64 expected = static_cast<qint64>(parameters.bytes_per_line) * parameters.lines;
    if (expected > maxFrameBytes)
        return fail(ErrorKind::DeviceFault, where, QStringLiteral("a frame of %1 bytes").arg(expected));
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(std::max<qint64>(expected, chunk)));
    int told = -1;
    while (true) {
        const qsizetype size = bytes.size();
        bytes.resize(size + chunk);
        SANE_Int count = 0;
        const SANE_Status status =
            sane_read(m_handle, reinterpret_cast<SANE_Byte *>(bytes.data() + size), chunk, &count);
        bytes.truncate(size + std::max(count, 0));
        if (m_cancelled)
            return fail(ErrorKind::Cancelled, where);
        if (status == SANE_STATUS_EOF)
            return bytes;
        if (status != SANE_STATUS_GOOD)
            return fail(saneError(status, where));
        if (bytes.size() > maxFrameBytes)
            return fail(ErrorKind::DeviceFault, where, QStringLiteral("a page without an end"));
        const int percent = expected > 0 ? static_cast<int>(std::min<qint64>(bytes.size() * 100 / expected, 100)) : 0;
        if (std::exchange(told, percent) != percent)
            progress(percent);
    }
}

void SaneDevice::cancel()
{
    m_cancelled = true;
    sane_cancel(m_handle);
}

} // namespace tongban::drivers::devices
