// SPDX-License-Identifier: GPL-3.0-or-later
// 看一看扫得清不清楚. Show it with Image { cache: false }: nothing of it may outlive the page.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class PageReviewController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    // the first page, "image://pages/N"; empty when it is not held any more
    Q_PROPERTY(QString imageSource READ imageSource NOTIFY changed)
    // all pages of this scan, in paper order
    Q_PROPERTY(QStringList imageSources READ imageSources NOTIFY changed)
    // e.g. 户口簿，共 2 页
    Q_PROPERTY(QString pageText READ pageText NOTIFY changed)
    // e.g. 1200 × 1600，86 KB
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY changed)

public:
    explicit PageReviewController(QObject *parent = nullptr);

    [[nodiscard]] QString imageSource() const { return m_imageSource; }
    [[nodiscard]] QStringList imageSources() const { return m_imageSources; }
    [[nodiscard]] QString pageText() const { return m_pageText; }
    [[nodiscard]] QString sizeText() const { return m_sizeText; }

    void show(const flow::ServiceState &state, const QStringList &sources);

Q_SIGNALS:
    void changed();

private:
    QString m_imageSource;
    QStringList m_imageSources;
    QString m_pageText;
    QString m_sizeText;
};

} // namespace tongban::view
