// SPDX-License-Identifier: GPL-3.0-or-later
// 看一看扫得清不清楚. Show it with Image { cache: false }: nothing of it may outlive the page.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class PageReviewController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // the pages of this scan in their order, "image://pages/N"; empty when they are not held any more
    Q_PROPERTY(QStringList imageSources READ imageSources NOTIFY changed)
    // e.g. 户口簿，共 2 页
    Q_PROPERTY(QString pageText READ pageText NOTIFY changed)

public:
    explicit PageReviewController(QObject *parent = nullptr);

    [[nodiscard]] QStringList imageSources() const { return m_imageSources; }
    [[nodiscard]] QString pageText() const { return m_pageText; }

    void show(const flow::ServiceState &state, const QHash<QUuid, QString> &previews);

Q_SIGNALS:
    void changed();

private:
    QStringList m_imageSources;
    QString m_pageText;
};

} // namespace tongban::view
