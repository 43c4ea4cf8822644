// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/device_board.h"

#include "app/view/device_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::view {

using domain::DeviceClass;
using domain::DeviceState;

namespace {

struct BoardWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceBoard)
};

bool isOutOfOrder(const domain::DeviceHealth &health)
{
    return health.state == DeviceState::Absent || health.state == DeviceState::Faulted;
}

} // namespace

bool DeviceBoard::report(DeviceClass deviceClass, const domain::DeviceHealth &health)
{
    if (deviceClass == DeviceClass::IoBoard || deviceClass == DeviceClass::PowerSupply)
        return false;
    switch (health.state) {
    case DeviceState::Starting:
    case DeviceState::Busy:
        return false;
    case DeviceState::Ready:
        return m_troubles.remove(deviceClass) > 0;
    case DeviceState::Absent:
    case DeviceState::NeedsAttention:
    case DeviceState::Faulted:
        break;
    }
    const auto known = m_troubles.constFind(deviceClass);
    const bool isNews =
        known == m_troubles.constEnd() || known->state != health.state || known->reason != health.reason;
    m_troubles.insert(deviceClass, health);
    return isNews;
}

QString DeviceBoard::note() const
{
    auto worst = std::find_if(m_troubles.begin(), m_troubles.end(), isOutOfOrder);
    if (worst == m_troubles.end())
        worst = m_troubles.begin();
    return worst == m_troubles.end() ? QString() : sentenceFor(worst.key(), worst.value());
}

bool DeviceBoard::isOut(DeviceClass deviceClass) const
{
    return isOutOfOrder(m_troubles.value(deviceClass)); // not known: Starting
}

QString DeviceBoard::closedReason(const domain::ServiceItem &item) const
{
    const auto isScanned = [](const domain::MaterialSpec &material) {
        return material.origin == domain::MaterialOrigin::Scan && material.required;
    };
    // Without a dictionary who began would be stuck half-way (UX law 4).
    const auto isTyped = [](const domain::FormField &field) {
        return (field.type == domain::FieldType::Text || field.type == domain::FieldType::ChineseName) &&
               field.required && field.prefill.isEmpty() && field.refusal.isEmpty();
    };
    if (!m_canWrite && std::any_of(item.fields.begin(), item.fields.end(), isTyped))
        return BoardWords::tr("要打字，请到窗口");
    if (isOut(DeviceClass::IdCardReader))
        return closedWords(DeviceClass::IdCardReader);
    const bool scans = std::any_of(item.materials.begin(), item.materials.end(), isScanned);
    if (scans && isOut(DeviceClass::DocumentScanner))
        return closedWords(DeviceClass::DocumentScanner);
    return {};
}

} // namespace tongban::view
