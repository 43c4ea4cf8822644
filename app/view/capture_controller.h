// SPDX-License-Identifier: GPL-3.0-or-later
// 正在扫描.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class CaptureController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(QString materialName READ materialName NOTIFY changed)

public:
    explicit CaptureController(QObject *parent = nullptr);

    [[nodiscard]] QString materialName() const { return m_materialName; }

    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    QString m_materialName;
};

} // namespace tongban::view
