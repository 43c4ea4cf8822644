// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: loads Tongban.Shell, sizes it as configured, and tells when the first page is on the screen.
#pragma once

#include "app/main/kiosk_config.h"
#include "app/view/kiosk_controller.h"

#include <QObject>
#include <QQmlApplicationEngine>

class QQuickWindow;

namespace tongban::app {

class KioskWindow : public QObject
{
    Q_OBJECT
public:
    // The controller outlives the window. Error: Misconfigured (the QML modules are not whole).
    [[nodiscard]] Result<void> show(view::KioskController &kiosk, const DisplaySettings &display);

Q_SIGNALS:
    void painted(); // once: the first frame is on the screen and input is taken

private:
    QQmlApplicationEngine m_engine;
};

} // namespace tongban::app
