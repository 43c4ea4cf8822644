// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/places_controller.h"

#include <QVariantMap>

namespace tongban::view {

PlacesController::PlacesController(const domain::RegionTree *regions, const QString &siteCode, QObject *parent)
    : QObject(parent), m_regions(regions), m_siteCode(siteCode)
{}

QString PlacesController::fullName(const QString &code) const
{
    return m_regions ? m_regions->fullName(code) : QString();
}

QString PlacesController::home() const
{
    QString code = m_siteCode;
    while (!code.isEmpty() && under(code).isEmpty())
        code = domain::regionAbove(code);
    return code;
}

QString PlacesController::above(const QString &code) const
{
    return domain::regionAbove(code);
}

QVariantList PlacesController::under(const QString &code) const
{
    QVariantList list;
    for (const domain::Region &region : m_regions ? m_regions->under(code) : std::vector<domain::Region>()) {
        list.append(QVariantMap{{QStringLiteral("code"), region.code},
                                {QStringLiteral("name"), region.name},
                                {QStringLiteral("hasMore"), region.hasMore}});
    }
    return list;
}

QString PlacesController::nameOf(const QString &code) const
{
    return m_regions ? m_regions->name(code) : QString();
}

} // namespace tongban::view
