// SPDX-License-Identifier: GPL-3.0-or-later
// 办事指南: what the chosen item asks and gives.
#pragma once

#include "app/flow/service/service_flow.h"
#include "app/view/row_model.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class GuideController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    // 承诺办结时限: 20个工作日内办好, 当场办好
    Q_PROPERTY(QString limit READ limit NOTIFY changed)
    // 受理部门
    Q_PROPERTY(QString department READ department NOTIFY changed)
    // why it cannot be done here now, and where else; empty: it can
    Q_PROPERTY(QString closedReason READ closedReason NOTIFY changed)
    // roles: title, text
    Q_PROPERTY(tongban::view::RowModel *sections READ sections CONSTANT)
    // what to bring
    Q_PROPERTY(QStringList materialNames READ materialNames NOTIFY changed)

public:
    explicit GuideController(QObject *parent = nullptr);

    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QString limit() const { return m_limit; }
    [[nodiscard]] QString department() const { return m_department; }
    [[nodiscard]] QString closedReason() const { return m_closedReason; }
    [[nodiscard]] RowModel *sections() { return &m_sections; }
    [[nodiscard]] QStringList materialNames() const { return m_materialNames; }

    void show(const flow::ServiceState &state, const QString &closedReason);

Q_SIGNALS:
    void changed();

private:
    QString m_summary;
    QString m_limit;
    QString m_department;
    QString m_closedReason;
    RowModel m_sections;
    QStringList m_materialNames;
};

} // namespace tongban::view
