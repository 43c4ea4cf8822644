// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/fault_screen.h"

#include "app/core/base/log.h"
#include "app/main/config_fault.h"
#include "app/main/kiosk_window.h"
#include "app/main/stop_signal.h"
#include "app/view/kiosk_controller.h"

#include <QGuiApplication>
#include <QTimer>

namespace tongban::app {

namespace {

using namespace std::chrono_literals;

constexpr auto lookInterval = 3s; // a technician waits in front of it

template <class Port> view::Door<Port> shut(const Error &fault)
{
    return [fault]() -> Result<Port *> { return fail(fault); };
}

view::KioskPorts shutPorts(const Error &fault, Lane &lane, const Clock &clock, const domain::SiteProfile &site)
{
    view::KioskPorts ports;
    ports.storeLane = ports.cardLane = ports.scanLane = ports.printLane = &lane;
    ports.store = [fault]() -> Result<view::StorePorts> { return fail(fault); };
    ports.cardReader = shut<ports::IdCardReader>(fault);
    ports.scanner = shut<ports::DocumentScanner>(fault);
    ports.printer = shut<ports::ReceiptPrinter>(fault);
    ports.clock = &clock;
    ports.site = site;
    return ports;
}

} // namespace

bool hasScreen()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") ||
           qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

bool showFault(QGuiApplication &application, const FaultScreen &screen)
{
    const KioskConfig readable = whatCanBeRead(screen.configFile);
    SystemClock clock;
    Lane lane(QStringLiteral("nothing"));
    view::KioskController kiosk(shutPorts(screen.fault, lane, clock, readable.site));
    kiosk.setMisconfigured(technicianWords(screen.fault));
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::asked, &application, &QGuiApplication::quit);
    KioskWindow window;
    if (const auto shown = window.show(kiosk, readable.display); !shown)
        return false;
    log(LogEvent::ErrorShown, {{"kind", QLatin1String(nameOf(screen.fault.kind))},
                               {"where", screen.fault.where},
                               {"detail", screen.fault.detail}});
    bool isRight = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &application, [&] {
        isRight = screen.check().has_value();
        if (isRight)
            QGuiApplication::quit();
    });
    look.start(lookInterval);
    QGuiApplication::exec();
    return isRight;
}

} // namespace tongban::app
