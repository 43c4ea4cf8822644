// SPDX-License-Identifier: GPL-3.0-or-later
// The pad on the screen: takes strokes of a finger, a pen or a mouse and draws them.
#pragma once

#include "app/view/signature_controller.h"

#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace tongban::view {

class SignatureItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    // Set it to Kiosk.signature; the strokes live there, so that a wipe reaches them whatever the screen shows.
    Q_PROPERTY(tongban::view::SignatureController *signature READ signature WRITE setSignature NOTIFY signatureChanged
                   REQUIRED)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY emptyChanged)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged)

public:
    explicit SignatureItem(QQuickItem *parent = nullptr);

    [[nodiscard]] SignatureController *signature() const { return m_signature; }
    void setSignature(SignatureController *signature);
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QColor ink() const { return m_ink; }
    void setInk(const QColor &ink);

    Q_INVOKABLE void clear();

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void signatureChanged();
    void emptyChanged();
    void inkChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void touchEvent(QTouchEvent *event) override;

private:
    void begin(QPointF at);
    void extend(QPointF to);

    QPointer<SignatureController> m_signature;
    QColor m_ink{Qt::black};
    int m_finger = -1; // id of the touch point that writes; a second finger or a resting palm does not
};

} // namespace tongban::view
