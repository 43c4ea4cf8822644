// SPDX-License-Identifier: GPL-3.0-or-later
// tongban-emulate --dir D [--line PORT:HOST:PORT] [--reader WIRE] [--printer WIRE] [--usb] [--panel]: the devices around a kiosk, at the far end of their wires.
#include "drivers/emulator/control_server.h"
#include "drivers/emulator/emulated_desk.h"
#include "drivers/emulator/glyph_rom.h"
#include "drivers/emulator/panel/panel_window.h"
#include "drivers/emulator/preload.h"
#include "drivers/emulator/termination.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>

#include <cstdio>
#include <cstring>
#include <memory>

namespace {

using namespace tongban;
using namespace tongban::drivers::emulator;

int refuse(const QString &why)
{
    std::fprintf(stderr, "tongban-emulate: %s\n", qPrintable(why));
    return 1;
}

int refuse(const Error &error)
{
    return refuse(error.where + QStringLiteral(": ") + error.detail);
}

// The first character costs a tenth of a second of font loading; no answer shall wait for it.
void warmUp()
{
    for (const char32_t point : U"国A")
        (void)glyphDots({.point = point});
}

void sayReady(QJsonObject whereabouts)
{
    whereabouts.insert(QStringLiteral("ready"), true);
    std::puts(QJsonDocument(whereabouts).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int run(Termination &termination, bool hasPanel)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    DeskOptions::addTo(parser);
    parser.addOption({QStringLiteral("panel"), QStringLiteral("Show a window to work the devices by hand.")});
    parser.process(*QCoreApplication::instance());

    const auto options = DeskOptions::from(parser);
    if (!options)
        return refuse(options.error());

    warmUp();
    EmulatedDesk desk(*options);
    if (auto started = desk.start(); !started)
        return refuse(started.error());
    const auto execute = [&desk](const QJsonObject &command) { return desk.execute(command); };
    ControlServer control(execute);
    if (auto listening = control.listen(options->directory + QStringLiteral("/control.sock")); !listening)
        return refuse(listening.error());

    std::unique_ptr<PanelWindow> panel;
    if (hasPanel) {
        panel = std::make_unique<PanelWindow>(execute);
        QObject::connect(&desk, &EmulatedDesk::changed, panel.get(), &PanelWindow::refresh);
        panel->show();
    }
    termination.onRequest([] { QCoreApplication::quit(); });
    sayReady(desk.whereabouts());
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (wantsTestbed(argc, argv) && !enterPreload(argv))
        return refuse(QStringLiteral("--usb: cannot start under the preload"));
    Termination termination;
    bool hasPanel = false;
    for (int i = 1; i < argc; ++i)
        hasPanel = hasPanel || std::strcmp(argv[i], "--panel") == 0;
    if (hasPanel) {
        const QApplication application(argc, argv);
        return run(termination, true);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts without a display
    const QGuiApplication application(argc, argv);
    return run(termination, false);
}
