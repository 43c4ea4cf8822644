// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/device_board.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::view {

namespace {

struct DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceBoard)
};

bool set(QMap<KioskDevice, ErrorKind> &map, KioskDevice device, const std::optional<ErrorKind> &kind)
{
    if (!kind)
        return map.remove(device) > 0;
    if (map.contains(device) && map.value(device) == *kind)
        return false;
    map.insert(device, *kind);
    return true;
}

QString complaint(KioskDevice device, ErrorKind kind)
{
    if (kind == ErrorKind::PaperOut)
        return DeviceWords::tr("打印机缺纸");
    if (kind == ErrorKind::CoverOpen)
        return DeviceWords::tr("%1的盖子开着").arg(labelOf(device));
    return DeviceWords::tr("%1暂时不能用").arg(labelOf(device));
}

} // namespace

QString labelOf(KioskDevice device)
{
    switch (device) {
    case KioskDevice::CardReader:
        return DeviceWords::tr("身份证阅读器");
    case KioskDevice::Scanner:
        return DeviceWords::tr("扫描仪");
    case KioskDevice::Printer:
        return DeviceWords::tr("打印机");
    }
    return {};
}

const char *nameOf(KioskDevice device)
{
    switch (device) {
    case KioskDevice::CardReader:
        return "card-reader";
    case KioskDevice::Scanner:
        return "scanner";
    case KioskDevice::Printer:
        return "printer";
    }
    return "";
}

bool DeviceBoard::reportWork(KioskDevice device, const std::optional<Error> &error)
{
    if (!error)
        return set(m_troubles, device, std::nullopt);
    switch (remedyFor(error->kind)) {
    case Remedy::StaffFixes:
    case Remedy::TechnicianFixes:
        return set(m_troubles, device, error->kind);
    case Remedy::VillagerRetries:
        return set(m_troubles, device, std::nullopt);
    case Remedy::Waits:
    case Remedy::Refused:
    case Remedy::Nothing:
        return false;
    }
    return false;
}

bool DeviceBoard::reportPresence(KioskDevice device, const std::optional<Error> &error)
{
    return set(m_missing, device, error ? std::optional(error->kind) : std::nullopt);
}

QString DeviceBoard::note() const
{
    if (!m_missing.isEmpty())
        return complaint(m_missing.firstKey(), m_missing.first());
    if (!m_troubles.isEmpty())
        return complaint(m_troubles.firstKey(), m_troubles.first());
    return {};
}

QString DeviceBoard::closedReason(const domain::ServiceItem &item) const
{
    const auto isScanned = [](const domain::MaterialSpec &material) {
        return material.origin == domain::MaterialOrigin::Scan && material.required;
    };
    // No keyboard on this terminal yet: who began would be stuck half-way (UX law 4).
    const auto isTyped = [](const domain::FormField &field) {
        return (field.type == domain::FieldType::Text || field.type == domain::FieldType::ChineseName) &&
               field.required && field.prefill.isEmpty() && field.refusal.isEmpty();
    };
    if (std::any_of(item.fields.begin(), item.fields.end(), isTyped))
        return DeviceWords::tr("要打字，请到窗口");
    const bool scans = std::any_of(item.materials.begin(), item.materials.end(), isScanned);
    if (m_missing.contains(KioskDevice::CardReader))
        return DeviceWords::tr("%1未就绪，请到窗口办理").arg(labelOf(KioskDevice::CardReader));
    if (scans && m_missing.contains(KioskDevice::Scanner))
        return DeviceWords::tr("%1未就绪，请到窗口办理").arg(labelOf(KioskDevice::Scanner));
    return {};
}

} // namespace tongban::view
