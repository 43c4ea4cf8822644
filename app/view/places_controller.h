// SPDX-License-Identifier: GPL-3.0-or-later
// Places that a person may choose from, beginning where the hall stands. Codes as in app/core/domain/region_tree.h.
#pragma once

#include "app/core/domain/region_tree.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class PlacesController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")

public:
    // The tree outlives this; none: nothing is known. siteCode: 12 digits.
    PlacesController(const domain::RegionTree *regions, const QString &siteCode, QObject *parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return !m_regions || m_regions->isEmpty(); }
    [[nodiscard]] QString fullName(const QString &code) const;

    // The smallest region around the hall that has others in it.
    Q_INVOKABLE [[nodiscard]] QString home() const;
    Q_INVOKABLE [[nodiscard]] QString above(const QString &code) const;
    // [{code, name, hasMore}]; empty code: the provinces.
    Q_INVOKABLE [[nodiscard]] QVariantList under(const QString &code) const;
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString &code) const;

private:
    const domain::RegionTree *m_regions;
    QString m_siteCode;
};

} // namespace tongban::view
