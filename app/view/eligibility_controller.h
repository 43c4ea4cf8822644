// SPDX-License-Identifier: GPL-3.0-or-later
// 条件不符: the rule, and what the card answered to it.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class EligibilityController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // the rule in the words of the notice
    Q_PROPERTY(QString clause READ clause NOTIFY changed)
    // what the card says to it: 您今年 66 周岁, 您身份证上的地址不在本地
    Q_PROPERTY(QString fact READ fact NOTIFY changed)
    // where else it can be done, a sentence; empty: nowhere
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY changed)

public:
    explicit EligibilityController(QObject *parent = nullptr);

    [[nodiscard]] QString clause() const { return m_clause; }
    [[nodiscard]] QString fact() const { return m_fact; }
    [[nodiscard]] QString elsewhere() const { return m_elsewhere; }

    void show(const flow::ServiceState &state, QDate today);

Q_SIGNALS:
    void changed();

private:
    QString m_clause;
    QString m_fact;
    QString m_elsewhere;
};

} // namespace tongban::view
