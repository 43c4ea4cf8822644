// SPDX-License-Identifier: GPL-3.0-or-later
// Everything around one kiosk, and the one command interface to it: the control socket and the panel both come through
// execute(). Commands and their keys stand in README.md; an unknown key is an error, so that no test sets nothing.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/board_on_desk.h"
#include "drivers/emulator/camera_on_desk.h"
#include "drivers/emulator/codes_on_desk.h"
#include "drivers/emulator/desk_options.h"
#include "drivers/emulator/line_relay.h"
#include "drivers/emulator/printer_model.h"
#include "drivers/emulator/receipt_tray.h"
#include "drivers/emulator/sam_reader.h"
#include "drivers/emulator/scanner_glass.h"
#include "drivers/emulator/tcp_port.h"
#include "drivers/emulator/testbed.h"
#include "drivers/emulator/usb_bus.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace tongban::drivers::emulator {

class EmulatedDesk final : public QObject
{
    Q_OBJECT

public:
    explicit EmulatedDesk(const DeskOptions &options);

    Result<void> start(); // DeviceFault when a terminal, a link or the relay's port cannot be had

    // {"do": …} → {"ok":true,…} or {"ok":false,"error":…}
    [[nodiscard]] QJsonObject execute(const QJsonObject &command);
    [[nodiscard]] QJsonObject status() const;
    // What a kiosk must know to find the devices: "testbed", the value of UMOCKDEV_DIR;
    // "printerPort" of a printer on the network.
    [[nodiscard]] QJsonObject whereabouts() const;

Q_SIGNALS:
    void changed(); // by a command, or by what the kiosk did

private:
    Result<void> dispatch(const QString &what, const QJsonObject &arguments);
    Result<void> placeCard(const QJsonObject &arguments);
    Result<void> setReaderFault(const QString &kind);
    Result<void> setPrinter(const QJsonObject &arguments);
    Result<void> setPrinterModel(const QJsonObject &arguments);
    Result<void> setPrinterFault(const QString &kind);
    Result<void> commandLine(const QString &what, const QJsonObject &arguments);
    Result<void> plug(WirePort &port, bool isPlugged);
    [[nodiscard]] std::unique_ptr<WirePort> readerPort(const DeskOptions &options);
    [[nodiscard]] std::unique_ptr<WirePort> printerPort(const DeskOptions &options);

    std::unique_ptr<Testbed> m_testbed; // before the devices that stand in it
    std::optional<UsbBus> m_bus;
    SamReader m_reader;
    std::unique_ptr<WirePort> m_readerPort;
    ReceiptTray m_tray;
    PrinterModel m_printer;
    std::unique_ptr<WirePort> m_printerPort;
    quint16 m_printerTcpPort = 0; // 0: not on a network
    ScannerGlass m_glass;
    BoardOnDesk m_board;
    std::optional<CameraOnDesk> m_camera;
    std::unique_ptr<CodesOnDesk> m_codes;
    std::unique_ptr<LineRelay> m_line;
};

} // namespace tongban::drivers::emulator
