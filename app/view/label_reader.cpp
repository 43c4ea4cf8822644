// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/label_reader.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QTouchEvent>

namespace tongban::view {

namespace {

constexpr double trembling = 24; // pixels that a resting finger may wander

// The innermost thing there that has a name.
QString labelAt(QAccessibleInterface *from, QPoint at)
{
    QString label;
    while (from) {
        if (const QString name = from->text(QAccessible::Name); !name.isEmpty())
            label = name;
        from = from->childAt(at.x(), at.y());
    }
    return label;
}

} // namespace

LabelReader::LabelReader(std::chrono::milliseconds after, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(after);
    connect(&m_timer, &QTimer::timeout, this, &LabelReader::read);
}

bool LabelReader::eventFilter(QObject *watched, QEvent *event)
{
    auto *window = qobject_cast<QWindow *>(watched);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        begin(window, static_cast<QMouseEvent *>(event)->position());
        break;
    case QEvent::MouseMove:
        moveTo(static_cast<QMouseEvent *>(event)->position());
        break;
    case QEvent::TouchBegin:
        begin(window, static_cast<QTouchEvent *>(event)->points().constFirst().position());
        break;
    case QEvent::TouchUpdate:
        moveTo(static_cast<QTouchEvent *>(event)->points().constFirst().position());
        break;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        m_timer.stop();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void LabelReader::begin(QWindow *window, QPointF at)
{
    m_window = window;
    m_at = at;
    m_timer.start();
}

void LabelReader::moveTo(QPointF at)
{
    if (m_timer.isActive() && (at - m_at).manhattanLength() > trembling)
        begin(m_window, at);
}

void LabelReader::read()
{
    if (!m_window)
        return;
    // The window's own name is the hall's: only what lies in it is read.
    QAccessibleInterface *window = QAccessible::queryAccessibleInterface(m_window);
    const QPoint at = m_window->mapToGlobal(m_at).toPoint();
    const QString label = window ? labelAt(window->childAt(at.x(), at.y()), at) : QString();
    if (!label.isEmpty())
        Q_EMIT found(label);
}

} // namespace tongban::view
