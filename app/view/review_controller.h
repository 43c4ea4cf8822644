// SPDX-License-Identifier: GPL-3.0-or-later
// 核对: everything that will be submitted, in the words of the form.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class PlacesController;

class ReviewController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // roles: key, section, label, value
    Q_PROPERTY(tongban::view::RowModel *rows READ rows CONSTANT)

public:
    // `places` outlives this.
    explicit ReviewController(const PlacesController &places, QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() { return &m_rows; }

    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    const PlacesController &m_places;
    RowModel m_rows;
};

} // namespace tongban::view
