// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/device_board.h"

#include "app/core/domain/case_parties.h"
#include "app/view/device_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

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

// Nothing but its pages on the glass will do.
bool mustBeScanned(const domain::MaterialSpec &material)
{
    return !material.optional && !material.late &&
           std::all_of(material.origins.begin(), material.origins.end(),
                       [](domain::MaterialOrigin origin) { return origin == domain::MaterialOrigin::Scan; });
}

// This terminal has no page that takes photographs.
bool mustBePhotographed(const domain::MaterialSpec &material)
{
    return !material.optional && !material.late &&
           std::all_of(material.origins.begin(), material.origins.end(),
                       [](domain::MaterialOrigin origin) { return origin == domain::MaterialOrigin::Camera; });
}

bool isOneOf(domain::FieldType type, std::initializer_list<domain::FieldType> types)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

// Only an answer of the person will do.
bool mustBeAnswered(const domain::FormField &field)
{
    return field.required && !field.prefill.startsWith(QStringLiteral("card.")) && field.refusal.isEmpty();
}

// Who began without what it takes to answer would be stuck half-way (UX law 4).
bool mustBeWritten(const domain::FormField &field)
{
    const auto isWords = [](const domain::FormField &asked) {
        return isOneOf(asked.type, {domain::FieldType::Text, domain::FieldType::ChineseName});
    };
    return mustBeAnswered(field) &&
           (isWords(field) || std::any_of(field.rowFields.begin(), field.rowFields.end(), isWords));
}

bool mustBeAPlace(const domain::FormField &field)
{
    return mustBeAnswered(field) && field.type == domain::FieldType::Region;
}

// Somebody must be there in every situation who cannot be by an ID card; where only some ask for them, their answer is
// closed (form_controller).
bool asksWhomNoCardBrings(const domain::ServiceItem &item)
{
    return std::any_of(item.parties.begin(), item.parties.end(), [](const domain::Party &party) {
        return party.when.kind == domain::Condition::Kind::Always && !domain::comesByCard(party);
    });
}

QString closedByDate(const domain::ServiceItem &item, QDate today)
{
    if (!today.isValid())
        return {};
    if (item.effectiveFrom.isValid() && item.effectiveFrom > today)
        return BoardWords::tr("%1起可以办").arg(item.effectiveFrom.toString(QStringLiteral("yyyy年M月d日")));
    if (item.cancelledFrom.isValid() && item.cancelledFrom <= today)
        return BoardWords::tr("已经停办，请到窗口问");
    return {};
}

QString closedForGood(const domain::ServiceItem &item)
{
    if (item.selfService.level == domain::SelfService::Level::View)
        return item.selfService.where;
    if (asksWhomNoCardBrings(item))
        return BoardWords::tr("要几个人一起办，请到窗口");
    if (std::any_of(item.materials.begin(), item.materials.end(), mustBePhotographed))
        return BoardWords::tr("要拍照，请到窗口");
    return {};
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

QString DeviceBoard::closedReason(const domain::ServiceItem &item, QDate today) const
{
    if (const QString reason = closedByDate(item, today); !reason.isEmpty())
        return reason;
    if (const QString reason = closedForGood(item); !reason.isEmpty())
        return reason;
    if (!m_canWrite && std::any_of(item.fields.begin(), item.fields.end(), mustBeWritten))
        return BoardWords::tr("要打字，请到窗口");
    if (!m_knowsPlaces && std::any_of(item.fields.begin(), item.fields.end(), mustBeAPlace))
        return BoardWords::tr("要选地址，请到窗口");
    if (!m_lineIsUp && item.selfService.level == domain::SelfService::Level::Instant)
        return BoardWords::tr("网络不通，通了再来，或到窗口");
    if (isOut(DeviceClass::IdCardReader))
        return closedWords(DeviceClass::IdCardReader);
    const bool scans = std::any_of(item.materials.begin(), item.materials.end(), mustBeScanned);
    if (scans && isOut(DeviceClass::DocumentScanner))
        return closedWords(DeviceClass::DocumentScanner);
    return {};
}

} // namespace tongban::view
