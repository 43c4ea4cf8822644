// SPDX-License-Identifier: GPL-3.0-or-later
// 评价 (GB/T 39734): five levels, no default.
#pragma once

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

public:
    explicit RatingController(QObject *parent = nullptr);

    [[nodiscard]] RowModel *levels() { return &m_levels; }

    void show(); // anew, in the language of the screen

Q_SIGNALS:
    void changed();

private:
    RowModel m_levels;
};

} // namespace tongban::view
