// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/kiosk_window.h"

#include <QGuiApplication>
#include <QQuickWindow>

namespace tongban::app {

Result<void> KioskWindow::show(view::KioskController &kiosk, const DisplaySettings &display)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.addImageProvider(QLatin1String(view::PageImageProvider::name), kiosk.makeImageProvider());
    m_engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&kiosk)},
                                   {QStringLiteral("width"), display.size.width()},
                                   {QStringLiteral("height"), display.size.height()}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Tongban/Shell/Main.qml")));
    auto *window =
        m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
    if (!window)
        return fail(ErrorKind::Misconfigured, QStringLiteral("kiosk-window"), QStringLiteral("the pages do not load"));
    kiosk.watchInputOf(window);
    connect(&kiosk, &view::KioskController::languageChanged, &m_engine, &QQmlEngine::retranslate);
    // Swapped on the render thread, told on ours; once.
    connect(window, &QQuickWindow::frameSwapped, this, &KioskWindow::painted,
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    if (display.fullScreen) {
        QGuiApplication::setOverrideCursor(Qt::BlankCursor); // a finger needs no arrow, and it would stay where the last person touched
        window->showFullScreen();
    } else {
        window->show();
    }
    return {};
}

} // namespace tongban::app
