// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/materials_controller.h"

namespace tongban::view {

namespace {

QString stateName(const domain::MaterialSpec &material, std::size_t pages)
{
    switch (material.origin) {
    case domain::MaterialOrigin::Commitment:
        return QStringLiteral("commitment");
    case domain::MaterialOrigin::Library:
        return QStringLiteral("library");
    case domain::MaterialOrigin::Scan:
        break;
    }
    if (pages > 0)
        return QStringLiteral("done");
    return material.required ? QStringLiteral("needed") : QStringLiteral("optional");
}

} // namespace

MaterialsController::MaterialsController(QObject *parent)
    : QObject(parent), m_list({"key", "name", "hint", "state", "pageCount"})
{}

void MaterialsController::show(const flow::ServiceState &state)
{
    QList<QVariantList> rows;
    if (state.draft) {
        for (const domain::MaterialSpec &material : state.draft->item.materials) {
            const auto pages = state.draft->pages.value(material.key).size();
            rows.append(
                {material.key, material.name, material.hint, stateName(material, pages), static_cast<int>(pages)});
        }
    }
    m_list.setRows(std::move(rows));
    Q_EMIT changed();
}

void MaterialsController::scan(const QString &key)
{
    Q_EMIT scanAsked(key);
}

} // namespace tongban::view
