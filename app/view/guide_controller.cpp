// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/guide_controller.h"

#include "app/core/domain/item/item_guide.h"
#include "app/view/session_item.h"

namespace tongban::view {

GuideController::GuideController(QObject *parent) : QObject(parent), m_sections({"title", "text"}) {}

void GuideController::show(const flow::ServiceState &state, const QString &closedReason)
{
    m_closedReason = closedReason;
    const domain::ServiceItem *item = itemOf(state);
    m_summary = item ? item->summary : QString();
    m_limit = item ? domain::doneWithinText(item->promised) : QString();
    m_department = item ? item->department : QString();
    m_materialNames.clear();
    QList<QVariantList> rows;
    if (item) {
        for (const domain::GuideSection &section : domain::guideOf(*item))
            rows.append({section.title, section.text});
        for (const domain::MaterialSpec &material : item->materials)
            m_materialNames.append(material.name);
    }
    m_sections.setRows(std::move(rows));
    Q_EMIT changed();
}

} // namespace tongban::view
