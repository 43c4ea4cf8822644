// SPDX-License-Identifier: GPL-3.0-or-later
// Touch and hold: what lies under a resting finger is read aloud, by its accessible name. The press goes on: it counts when
// it ends inside, as every slow press does, and not when the finger slides off. UI thread.
#pragma once

#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QTimer>
#include <QWindow>

#include <chrono>

namespace tongban::view {

class LabelReader : public QObject
{
    Q_OBJECT
public:
    explicit LabelReader(std::chrono::milliseconds after, QObject *parent = nullptr);

    // To be installed on the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void found(const QString &label);

private:
    void begin(QWindow *window, QPointF at);
    void moveTo(QPointF at);
    void read();

    QTimer m_timer;
    QPointer<QWindow> m_window;
    QPointF m_at; // in the window
};

} // namespace tongban::view
