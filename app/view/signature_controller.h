// SPDX-License-Identifier: GPL-3.0-or-later
// 签名: the strokes of one person, held in memory only.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QByteArray>
#include <QObject>
#include <QPointF>
#include <QPolygonF>
#include <QSize>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace tongban::view {

class SignatureController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("held by Kiosk")
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    // what the signature stands under; shown above the pad
    Q_PROPERTY(QString consent READ consent NOTIFY consentChanged)

public:
    explicit SignatureController(QObject *parent = nullptr);

    // True until something that can be a signature is there (a stroke of some length; a tap is none).
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString consent() const { return m_consent; }
    void show(const flow::ServiceState &state);
    [[nodiscard]] const std::vector<QPolygonF> &strokes() const { return m_strokes; }

    // Points in the pad's own coordinates, pixels; `pad` is its size then.
    void beginStroke(QPointF at, QSizeF pad);
    void extendStroke(QPointF to);
    Q_INVOKABLE void clear();
    void setLocked(bool locked) { m_locked = locked; } // while it is sealed: what is kept is what is shown

    struct Picture
    {
        QByteArray png; // black on white, grey scale
        QSize size;     // pixels
    };
    // The signature cropped to the pad, 900 pixels wide. Empty PNG while empty.
    [[nodiscard]] Picture picture() const;

Q_SIGNALS:
    void changed(); // the strokes
    void consentChanged();

private:
    std::vector<QPolygonF> m_strokes;
    QSizeF m_pad;
    QString m_consent;
    bool m_locked = false;
};

} // namespace tongban::view
