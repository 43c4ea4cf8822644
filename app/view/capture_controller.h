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
    // How far the scan is, in words ("第 2 张"); empty for the first page, when there is nothing to count yet.
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(int percent READ percent NOTIFY changed) // 0…100 of the present page

public:
    explicit CaptureController(QObject *parent = nullptr);

    [[nodiscard]] QString materialName() const { return m_materialName; }

    [[nodiscard]] QString progressText() const;
    [[nodiscard]] int percent() const { return m_percent; }

    void setProgress(int page, int percent);
    void show(const flow::ServiceState &state);

Q_SIGNALS:
    void changed();

private:
    QString m_materialName;
    int m_page = 1;
    int m_percent = 0;
};

} // namespace tongban::view
