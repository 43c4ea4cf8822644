// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/device_health.h"

namespace tongban::domain {

namespace {

DeviceHealth moved(const DeviceHealth &before, DeviceHealth after, const QDateTime &nowUtc)
{
    const bool same = before.state == after.state && before.reason == after.reason;
    after.since = same ? before.since : nowUtc;
    return after;
}

DeviceState stateFor(ErrorKind kind)
{
    if (kind == ErrorKind::DeviceAbsent)
        return DeviceState::Absent;
    switch (remedyFor(kind)) {
    case Remedy::StaffFixes:
        return DeviceState::NeedsAttention;
    case Remedy::TechnicianFixes:
        return DeviceState::Faulted;
    case Remedy::VillagerRetries: // it looked at what the person laid down: it works
    case Remedy::Waits:
    case Remedy::Refused:
    case Remedy::Nothing:
        return DeviceState::Ready;
    }
    Q_UNREACHABLE();
}

} // namespace

const char *nameOf(DeviceClass deviceClass)
{
    switch (deviceClass) {
    case DeviceClass::IdCardReader:
        return "idCardReader";
    case DeviceClass::SmartCardReader:
        return "smartCardReader";
    case DeviceClass::CodeScanner:
        return "codeScanner";
    case DeviceClass::Camera:
        return "camera";
    case DeviceClass::ReceiptPrinter:
        return "receiptPrinter";
    case DeviceClass::PagePrinter:
        return "pagePrinter";
    case DeviceClass::DocumentScanner:
        return "documentScanner";
    case DeviceClass::IoBoard:
        return "ioBoard";
    case DeviceClass::PowerSupply:
        return "powerSupply";
    }
    Q_UNREACHABLE();
}

std::optional<DeviceClass> deviceClassNamed(const QString &name)
{
    for (const DeviceClass deviceClass : allDeviceClasses) {
        if (name == QLatin1String(nameOf(deviceClass)))
            return deviceClass;
    }
    return std::nullopt;
}

const char *nameOf(DeviceState state)
{
    switch (state) {
    case DeviceState::Absent:
        return "absent";
    case DeviceState::Starting:
        return "starting";
    case DeviceState::Ready:
        return "ready";
    case DeviceState::Busy:
        return "busy";
    case DeviceState::NeedsAttention:
        return "needsAttention";
    case DeviceState::Faulted:
        return "faulted";
    }
    Q_UNREACHABLE();
}

DeviceHealth healthAfter(const DeviceHealth &before, const std::optional<Error> &outcome, const QDateTime &nowUtc)
{
    if (!outcome)
        return moved(before, {.state = DeviceState::Ready, .reason = {}, .detail = {}, .since = {}}, nowUtc);
    // Stopped before it could say anything: what was known before the operation stands.
    if (outcome->kind == ErrorKind::Cancelled && before.state != DeviceState::Busy)
        return before;
    const DeviceState state = stateFor(outcome->kind);
    if (state == DeviceState::Ready)
        return moved(before, {.state = state, .reason = {}, .detail = {}, .since = {}}, nowUtc);
    return moved(before,
                 {.state = state,
                  .reason = outcome->kind,
                  .detail = outcome->where + QStringLiteral(": ") + outcome->detail,
                  .since = {}},
                 nowUtc);
}

DeviceHealth healthWhileBusy(const DeviceHealth &before, const QDateTime &nowUtc)
{
    return moved(before, {.state = DeviceState::Busy, .reason = {}, .detail = {}, .since = {}}, nowUtc);
}

} // namespace tongban::domain
