// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/document_scanner/sane_status.h"

namespace tongban::drivers::devices {

namespace {

ErrorKind kindOf(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_NO_DOCS:
        return ErrorKind::PageMissing;
    case SANE_STATUS_JAMMED:
        return ErrorKind::ScannerJam;
    case SANE_STATUS_COVER_OPEN:
        return ErrorKind::CoverOpen;
    case SANE_STATUS_CANCELLED:
        return ErrorKind::Cancelled;
    case SANE_STATUS_DEVICE_BUSY: // another program holds it: for us it is not there
        return ErrorKind::DeviceAbsent;
    case SANE_STATUS_GOOD:
    case SANE_STATUS_UNSUPPORTED:
    case SANE_STATUS_INVAL:
    case SANE_STATUS_EOF:
    case SANE_STATUS_IO_ERROR:
    case SANE_STATUS_NO_MEM:
    case SANE_STATUS_ACCESS_DENIED:
        return ErrorKind::DeviceFault;
    }
    return ErrorKind::DeviceFault; // backends use numbers of their own, e.g. 12 "warming up"
}

} // namespace

Error saneError(SANE_Status status, const QString &where)
{
    return {kindOf(status), where, QString::fromLatin1(sane_strstatus(status))};
}

} // namespace tongban::drivers::devices
