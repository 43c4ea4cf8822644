// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-kiosk --config FILE
#include "app/core/base/log.h"
#include "app/main/kiosk_config.h"
#include "app/main/log_file.h"
#include "app/main/stop_signal.h"

#include <QCommandLineParser>
#include <QGuiApplication>

#include <cstdio>

namespace {

constexpr int exitMisconfigured = 2;

int refuse(const tongban::Error &error)
{
    std::fprintf(stderr, "tongban-kiosk: %s: %s\n", qUtf8Printable(error.where), qUtf8Printable(error.detail));
    return exitMisconfigured;
}

QString configFile(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Configuration file."), QStringLiteral("FILE"));
    parser.addOption(config);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);
    return parser.value(config);
}

} // namespace

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("tongban-kiosk"));
    QGuiApplication::setApplicationVersion(QStringLiteral(TONGBAN_VERSION));
    const QString file = configFile(QGuiApplication::arguments());
    const auto config = tongban::app::loadKioskConfig(file);
    if (!config)
        return refuse(config.error());
    const auto logFile = tongban::app::LogFile::open(config->logFile);
    if (!logFile)
        return refuse(logFile.error());
    tongban::setLogSink([sink = logFile->get()](const QByteArray &line) { sink->append(line); });
    tongban::log(tongban::LogEvent::KioskStarted, {{"version", QGuiApplication::applicationVersion()}, {"config", file}});

    tongban::app::StopSignal stop;
    QObject::connect(&stop, &tongban::app::StopSignal::asked, &application, &QGuiApplication::quit);
    const int code = QGuiApplication::exec();
    tongban::log(tongban::LogEvent::KioskStopped);
    return code;
}
