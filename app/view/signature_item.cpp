// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/signature_item.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>

namespace tongban::view {

SignatureItem::SignatureItem(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setAntialiasing(true);
}

void SignatureItem::setSignature(SignatureController *signature)
{
    if (signature == m_signature)
        return;
    if (m_signature)
        m_signature->disconnect(this);
    m_signature = signature;
    if (signature) {
        connect(signature, &SignatureController::changed, this, [this] { update(); });
        connect(signature, &SignatureController::changed, this, &SignatureItem::emptyChanged);
    }
    Q_EMIT signatureChanged();
    Q_EMIT emptyChanged();
    update();
}

bool SignatureItem::isEmpty() const
{
    return !m_signature || m_signature->isEmpty();
}

void SignatureItem::setInk(const QColor &ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    Q_EMIT inkChanged();
    update();
}

void SignatureItem::clear()
{
    if (m_signature)
        m_signature->clear();
}

void SignatureItem::paint(QPainter *painter)
{
    if (!m_signature)
        return;
    painter->setPen(QPen(m_ink, qMax(3.0, width() / 180), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &stroke : m_signature->strokes())
        painter->drawPolyline(stroke);
}

void SignatureItem::begin(QPointF at)
{
    if (m_signature)
        m_signature->beginStroke(at, size());
}

void SignatureItem::extend(QPointF to)
{
    if (m_signature)
        m_signature->extendStroke(to);
}

void SignatureItem::mousePressEvent(QMouseEvent *event)
{
    setKeepMouseGrab(true); // a page that scrolls must not take the pen away
    begin(event->position());
}

void SignatureItem::mouseMoveEvent(QMouseEvent *event)
{
    extend(event->position());
}

void SignatureItem::mouseReleaseEvent(QMouseEvent *event)
{
    extend(event->position());
    setKeepMouseGrab(false);
}

void SignatureItem::touchEvent(QTouchEvent *event)
{
    for (const QTouchEvent::TouchPoint &point : event->points()) {
        if (m_finger < 0 && point.state() == QEventPoint::Pressed) {
            m_finger = point.id();
            setKeepTouchGrab(true);
            begin(point.position());
        } else if (point.id() == m_finger && point.state() != QEventPoint::Stationary) {
            extend(point.position());
            if (point.state() == QEventPoint::Released)
                m_finger = -1;
        }
    }
    if (event->type() == QEvent::TouchCancel || event->type() == QEvent::TouchEnd)
        m_finger = -1;
    event->accept();
}

} // namespace tongban::view
