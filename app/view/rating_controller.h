// SPDX-License-Identifier: GPL-3.0-or-later
// 评价 (GB/T 39734): five levels, no default; whoever is not content is asked why.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class RatingController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // roles: level (5 … 1), label
    Q_PROPERTY(tongban::view::RowModel *levels READ levels CONSTANT)
    // a level was given that asks why
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    // roles: code (for Kiosk.toggleReason), label, sign, chosen (bool)
    Q_PROPERTY(tongban::view::RowModel *reasons READ reasons CONSTANT)

public:
    explicit RatingController(QObject *parent = nullptr);

    [[nodiscard]] RowModel *levels() { return &m_levels; }

    [[nodiscard]] RowModel *reasons() { return &m_reasons; }
    [[nodiscard]] bool asking() const { return m_asking; }

    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    RowModel m_levels;
    RowModel m_reasons;
    bool m_asking = false;
};

} // namespace tongban::view
