// SPDX-License-Identifier: GPL-3.0-or-later
// The emulated desk with its three code scanners, and the real driver of each before it. Runs under umockdev's preload.
#pragma once

#include "app/core/base/lane.h"
#include "drivers/devices/code_scanner/hid_pos_scanner.h"
#include "drivers/devices/code_scanner/keyboard_wedge.h"
#include "drivers/devices/code_scanner/serial_code_scanner.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/evdev_transport.h"
#include "drivers/transport/hidraw_transport.h"
#include "drivers/transport/serial_transport.h"

#include <QTest>

#include <atomic>

namespace tongban::tests {

inline const drivers::transport::NodeAddress hidPosAddress{.vendor = 0x1EAB, .product = 0x0D10};
inline const drivers::transport::NodeAddress wedgeAddress{.vendor = 0x05E0, .product = 0x1200};

// A scanner asked on a Lane, as the kiosk does.
class Asking
{
public:
    Asking(ports::CodeScanner &scanner, std::chrono::milliseconds within)
        : m_lane(QStringLiteral("codes")), m_code(m_lane.run([this, &scanner, within](std::stop_token stop) {
              m_hasBegun = true;
              return scanner.next(Deadline::in(within), stop);
          }))
    {}

    void stop() { m_lane.requestStop(); }
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }
    [[nodiscard]] bool isOver() const { return m_code.isFinished(); }
    [[nodiscard]] Result<domain::ScannedCode> code() { return m_code.result(); } // waits

private:
    std::atomic<bool> m_hasBegun = false;
    Lane m_lane;
    QFuture<Result<domain::ScannedCode>> m_code;
};

struct CodeRig
{
    // Longer than a busy machine lets the emulator wait in the middle of a code.
    static constexpr std::chrono::milliseconds gap{400};

    drivers::emulator::EmulatorProcess process;

    [[nodiscard]] bool start()
    {
        if (!process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--usb")}))
            return false;
        return qputenv("UMOCKDEV_DIR", process.testbed().toLocal8Bit());
    }

    // device: serial, hidpos, wedge
    [[nodiscard]] std::unique_ptr<ports::CodeScanner> scanner(const QString &device)
    {
        using namespace drivers;
        if (device == QStringLiteral("hidpos"))
            return std::make_unique<devices::HidPosScanner>(std::make_unique<transport::HidrawTransport>(hidPosAddress),
                                                            devices::HidPosOptions{.gap = gap});
        if (device == QStringLiteral("wedge"))
            return std::make_unique<devices::KeyboardWedge>(std::make_unique<transport::EvdevTransport>(wedgeAddress),
                                                            devices::KeyboardWedgeOptions{.gap = gap});
        return std::make_unique<devices::SerialCodeScanner>(
            std::make_unique<transport::SerialTransport>(
                transport::SerialOptions{process.path(QStringLiteral("codes.tty")), 115200}),
            devices::SerialCodeOptions{.gap = gap});
    }

    [[nodiscard]] bool show(const QString &device, const QString &text,
                            const QString &encoding = QStringLiteral("utf-8"))
    {
        return process.client()
            .call(QStringLiteral("code.show"), {{QStringLiteral("device"), device},
                                                {QStringLiteral("aim"), QStringLiteral("]Q1")},
                                                {QStringLiteral("encoding"), encoding},
                                                {QStringLiteral("data"), text}})
            .has_value();
    }
    [[nodiscard]] bool fault(const QString &device, const QString &kind)
    {
        return process.client()
            .call(QStringLiteral("code.fault"), {{QStringLiteral("device"), device}, {QStringLiteral("kind"), kind}})
            .has_value();
    }
    // Shows a code to a scanner that is open and asked, until it was read: what is shown a moment before the question
    // is thrown away, and a person holds it there.
    [[nodiscard]] Result<domain::ScannedCode> read(ports::CodeScanner &scanner, const QString &device,
                                                   const QString &text,
                                                   const QString &encoding = QStringLiteral("utf-8"))
    {
        using namespace std::chrono_literals;
        if (const auto there = scanner.probe(Deadline::in(2s), {}); !there)
            return fail(there.error());
        Asking asking(scanner, 20s);
        while (!QTest::qWaitFor([&] { return asking.hasBegun(); }, 5000)) {
        }
        do {
            if (!show(device, text, encoding))
                return fail(ErrorKind::NotFound, QStringLiteral("emulator"));
        } while (!QTest::qWaitFor([&] { return asking.isOver(); }, 4000));
        return asking.code();
    }

    [[nodiscard]] QJsonObject status(const QString &device)
    {
        const auto status = process.client().status();
        return status ? status->value(QStringLiteral("codes")).toObject().value(device).toObject() : QJsonObject();
    }
};

inline QByteArray describe(const Result<domain::ScannedCode> &code)
{
    return code ? QByteArray("a code")
                : QByteArray(nameOf(code.error().kind)) + " " + code.error().where.toUtf8() + " " +
                      code.error().detail.toUtf8();
}

} // namespace tongban::tests
