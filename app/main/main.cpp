// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-kiosk --config FILE | --preview FILE
#include "app/core/base/log.h"
#include "app/main/author_mode.h"
#include "app/main/command_line.h"
#include "app/main/kiosk_config.h"
#include "app/main/kiosk_window.h"
#include "app/main/log_file.h"
#include "app/main/preview.h"
#include "app/main/process_age.h"
#include "app/main/stop_signal.h"
#include "app/main/wiring.h"
#include "app/view/keyboard/keyboard.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace tongban;

namespace {

int refuse(const Error &error)
{
    std::fprintf(stderr, "tongban-kiosk: %s: %s\n", qUtf8Printable(error.where), qUtf8Printable(error.detail));
    return app::exitMisconfigured;
}

int runKiosk(QGuiApplication &application, const app::KioskConfig &config)
{
    auto wiring = app::Wiring::build(config);
    if (!wiring)
        return refuse(wiring.error());
    app::StopSignal stop;
    QObject::connect(&stop, &app::StopSignal::asked, &application, &QGuiApplication::quit);
    app::KioskWindow window; // after the wiring, so that it goes first: its bindings read the controller
    QObject::connect(&window, &app::KioskWindow::painted, &application, [&wiring] {
        log(LogEvent::KioskInteractive, {{"ms", QString::number(app::processAge().count())}});
        (*wiring)->start();
    });
    if (const auto shown = window.show((*wiring)->kiosk(), config.display); !shown)
        return refuse(shown.error());
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const app::CommandLine line = app::readCommandLine(argc, argv);
    if (line.exitCode)
        return *line.exitCode;
    std::optional<QTemporaryDir> authorsState; // goes with what was done in it
    if (!line.itemsDirectory.isEmpty() || !line.previewFile.isEmpty())
        authorsState.emplace();
    auto config = line.previewFile.isEmpty() ? app::loadKioskConfig(line.configFile)
                                             : app::previewConfig(line.previewFile, authorsState->path());
    if (!config)
        return refuse(config.error());
    if (!line.itemsDirectory.isEmpty()) {
        config->itemsDirectory = line.itemsDirectory;
        *config = app::forAuthors(std::move(*config), authorsState->path());
    }
    const auto logFile = app::LogFile::open(config->logFile);
    if (!logFile)
        return refuse(logFile.error());
    setLogSink([sink = logFile->get()](const QByteArray &text) { sink->append(text); });
    log(LogEvent::KioskStarted, {{"version", QStringLiteral(TONGBAN_VERSION)},
                                 {"config", line.previewFile.isEmpty() ? line.configFile : line.previewFile}});

    view::useOwnKeyboard();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("tongban-kiosk"));
    const int code = runKiosk(application, *config);
    log(LogEvent::KioskStopped);
    return code;
}
