// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/materials_controller.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/core/domain/assisted_case.h"
#include "app/core/domain/supplement.h"

namespace tongban::view {

using catalogue::MaterialLine;
using catalogue::MaterialWay;

namespace {

QString stateName(const MaterialLine &line)
{
    switch (line.way) {
    case MaterialWay::Given:
        return QStringLiteral("done");
    case MaterialWay::FromLibrary:
        return QStringLiteral("library");
    case MaterialWay::Deferred:
        return QStringLiteral("deferred");
    case MaterialWay::Shared:
        return QStringLiteral("shared");
    case MaterialWay::Commitment:
        return QStringLiteral("commitment");
    case MaterialWay::Later:
        return QStringLiteral("later");
    case MaterialWay::Paper:
        return QStringLiteral("paper");
    case MaterialWay::Scan:
    case MaterialWay::Camera:
        return line.isOptional ? QStringLiteral("optional") : QStringLiteral("needed");
    }
    return {};
}

QString hintOf(const domain::MaterialSpec &material, const MaterialLine &line)
{
    return line.way == MaterialWay::Commitment ? material.commitment : line.mayScan ? material.hint : QString();
}

} // namespace

MaterialsController::MaterialsController(QObject *parent)
    : QObject(parent), m_list({"key", "name", "hint", "state", "pageCount", "reason", "mayScan", "mayFollow"})
{}

// Offered again after a silence: the line may have come back.
void MaterialsController::showLibrary(const flow::ServiceState &state, bool canAsk)
{
    m_library.clear();
    m_consent.clear();
    if (!state.draft || state.step != flow::Step::Materials)
        return;
    if (state.library == flow::LibraryAsking::UnderWay) {
        m_library = QStringLiteral("asking");
        return;
    }
    const QStringList licences = catalogue::licencesToAsk(*state.draft);
    if (!licences.isEmpty() && !domain::isHereByCard(*state.draft)) {
        m_library = QStringLiteral("closed");
        return;
    }
    const bool isSilent = state.library == flow::LibraryAsking::Silent;
    if (licences.isEmpty() || (!canAsk && !isSilent))
        return;
    m_library = isSilent ? QStringLiteral("silent") : QStringLiteral("offer");
    if (!canAsk)
        return;
    QStringList names;
    for (const MaterialLine &line : catalogue::resolveMaterials(*state.draft)) {
        if (line.way == MaterialWay::Deferred)
            names << line.name;
    }
    m_consent = tr("您同意的话，现在就到电子证照库查您的%1，查到就不用带。").arg(names.join(tr("、")));
}

void MaterialsController::show(const flow::ServiceState &state, bool canAsk)
{
    showLibrary(state, canAsk);
    QList<QVariantList> rows;
    if (state.draft) {
        // 补正: one thing a page, until all are there.
        const auto *only = state.draft->supplement ? domain::nextToBring(*state.draft) : nullptr;
        for (const MaterialLine &line : catalogue::resolveMaterials(*state.draft)) {
            if (only && line.key != only->key)
                continue;
            const auto pages = state.draft->pages.value(line.key).size();
            rows.append({line.key, line.name, hintOf(*state.draft->item.material(line.key), line), stateName(line),
                         static_cast<int>(pages), line.reason, line.mayScan, line.mayFollow});
        }
    }
    m_list.setRows(std::move(rows));
    Q_EMIT changed();
}

void MaterialsController::askLibrary()
{
    Q_EMIT libraryAgreed();
}

void MaterialsController::tellMissing(const QString &key)
{
    Q_EMIT missing(key);
}

void MaterialsController::scan(const QString &key)
{
    Q_EMIT scanAsked(key);
}

} // namespace tongban::view
