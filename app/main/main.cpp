// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-kiosk --config FILE | --preview FILE
#include "app/core/base/log.h"
#include "app/main/author_mode.h"
#include "app/main/command_line.h"
#include "app/main/config_fault.h"
#include "app/main/fault_screen.h"
#include "app/main/kiosk_config.h"
#include "app/main/kiosk_window.h"
#include "app/main/log_file.h"
#include "app/main/preview.h"
#include "app/main/process_age.h"
#include "app/main/stop_signal.h"
#include "app/main/wiring.h"
#include "app/view/keyboard/keyboard.h"

#include <QDir>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

#include <unistd.h>

using namespace tongban;

namespace {

struct Begun
{
    app::KioskConfig config;
    std::unique_ptr<app::LogFile> logFile;
};

Result<app::KioskConfig> configOf(const app::CommandLine &line, const QString &authorsState)
{
    auto config = line.previewFile.isEmpty() ? app::loadKioskConfig(line.configFile)
                                             : app::previewConfig(line.previewFile, authorsState);
    if (!config || line.itemsDirectory.isEmpty())
        return config;
    if (!QDir(line.itemsDirectory).exists())
        return fail(ErrorKind::Misconfigured, line.itemsDirectory, QStringLiteral("no such directory of items"));
    config->itemsDirectory = line.itemsDirectory;
    return app::forAuthors(*std::move(config), authorsState);
}

Result<Begun> begin(const app::CommandLine &line, const QString &authorsState)
{
    auto config = configOf(line, authorsState);
    if (!config)
        return fail(config.error());
    auto logFile = app::LogFile::open(config->logFile);
    if (!logFile)
        return fail(logFile.error());
    return Begun{.config = *std::move(config), .logFile = *std::move(logFile)};
}

Result<int> runKiosk(QGuiApplication &application, const app::KioskConfig &config)
{
    auto wiring = app::Wiring::build(config);
    if (!wiring)
        return fail(wiring.error());
    app::StopSignal stop;
    QObject::connect(&stop, &app::StopSignal::asked, &application, &QGuiApplication::quit);
    app::KioskWindow window; // after the wiring, so that it goes first: its bindings read the controller
    QObject::connect(&window, &app::KioskWindow::painted, &application, [&wiring] {
        log(LogEvent::KioskInteractive, {{"ms", QString::number(app::processAge().count())}});
        (*wiring)->start();
    });
    if (const auto shown = window.show((*wiring)->kiosk(), config.display); !shown)
        return fail(shown.error());
    return QGuiApplication::exec();
}

// Said where a service manager keeps it, whatever is on the screen.
void say(const Error &error)
{
    std::fprintf(stderr, "tongban-kiosk: %s: %s\n", qUtf8Printable(error.where), qUtf8Printable(error.detail));
}

// As a start would find it; opens no device and keeps nothing open.
Result<void> couldStart(const app::CommandLine &line)
{
    const auto config = configOf(line, QDir::tempPath());
    if (!config)
        return fail(config.error());
    const auto logFile = app::LogFile::open(config->logFile);
    if (!logFile)
        return fail(logFile.error());
    SystemClock clock;
    const auto devices = drivers::registry::DeviceManager::open(config->deviceDirectories, clock);
    return devices ? Result<void>() : fail(devices.error());
}

int showUntilRight(QGuiApplication &application, const app::CommandLine &line, const Error &fault, char *argv[])
{
    const bool isRight = app::showFault(
        application, {.configFile = line.configFile, .fault = fault, .check = [&line] { return couldStart(line); }});
    if (isRight)
        ::execv("/proc/self/exe", argv); // begins as if it had been started now
    return app::exitMisconfigured;
}

} // namespace

int main(int argc, char *argv[])
{
    const app::CommandLine line = app::readCommandLine(argc, argv);
    if (line.exitCode)
        return *line.exitCode;
    const bool isAuthors = !line.itemsDirectory.isEmpty() || !line.previewFile.isEmpty();
    std::optional<QTemporaryDir> authorsState; // goes with what was done in it
    if (isAuthors)
        authorsState.emplace();
    auto begun = begin(line, isAuthors ? authorsState->path() : QString());
    if (!begun) {
        say(begun.error());
        if (!line.previewFile.isEmpty() || !app::hasScreen()) // an author looks at a terminal
            return app::exitMisconfigured;
        const QString readable = app::whatCanBeRead(line.configFile).logFile;
        if (auto logFile = readable.isEmpty() ? Result<std::unique_ptr<app::LogFile>>(fail(begun.error()))
                                              : app::LogFile::open(readable))
            setLogSink([sink = std::shared_ptr<app::LogFile>(*std::move(logFile))](const QByteArray &text) {
                sink->append(text);
            });
    } else {
        setLogSink([sink = begun->logFile.get()](const QByteArray &text) { sink->append(text); });
        log(LogEvent::KioskStarted, {{"version", QStringLiteral(TONGBAN_VERSION)},
                                     {"config", line.previewFile.isEmpty() ? line.configFile : line.previewFile}});
    }

    view::useOwnKeyboard();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("tongban-kiosk"));
    if (!begun)
        return showUntilRight(application, line, begun.error(), argv);
    const auto code = runKiosk(application, begun->config);
    if (!code) {
        say(code.error());
        return line.previewFile.isEmpty() ? showUntilRight(application, line, code.error(), argv)
                                          : app::exitMisconfigured;
    }
    log(LogEvent::KioskStopped);
    return *code;
}
