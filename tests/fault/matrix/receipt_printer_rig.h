// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt printer on any wire: the same commands, the same faults.
#pragma once

#include "tests/fault/matrix/device_rig.h"
#include "tests/fault/matrix/emulated_desk.h"
#include "tests/fault/printer_rig.h"

#include <QDeadlineTimer>

namespace tongban::tests {

class ReceiptPrinterRig : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::ReceiptPrinter; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{domain::DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage: // some of it may look like an answer and say that something is broken
            return Expected{domain::DeviceState::Faulted, {ErrorKind::ProtocolViolation, ErrorKind::DeviceFault}};
        case Misfortune::WrongDevice: // a reader says nothing to a printer's question
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceSilent, ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:     // all its answers are one byte long
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        const QString started = startWire();
        return started.isEmpty() ? speed(0) : started;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("printer")},
                {QStringLiteral("class"), QStringLiteral("receiptPrinter")},
                {QStringLiteral("driver"), QStringLiteral("escpos")},
                {QStringLiteral("transport"), transport()},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("statusTimeoutMs"), 400},
                                                        {QStringLiteral("settleTimeoutMs"), 800},
                                                        {QStringLiteral("confirmTimeoutMs"), 2500},
                                                        {QStringLiteral("pollIntervalMs"), 50}}}};
    }

    [[nodiscard]] QString prepareToBreak() override { return speed(300); }
    [[nodiscard]] QString prepareToSucceed() override { return speed(0); }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        if (misfortune == Misfortune::Unplugged || misfortune == Misfortune::Hangs) {
            if (!isPrinting())
                return QStringLiteral("it never printed");
        }
        if (misfortune == Misfortune::Hangs)
            return desk().fault(QStringLiteral("printer.fault"), "silent");
        if (misfortune == Misfortune::Garbage)
            return desk().fault(QStringLiteral("printer.fault"), "garbage");
        return desk().fault(QStringLiteral("printer.fault"), "unplugged");
    }

    [[nodiscard]] QString cure(Misfortune) override { return desk().fault(QStringLiteral("printer.fault"), "none"); }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto outcome = devices.receiptPrinter().print(sampleReceipt(QStringLiteral("A")),
                                                            Deadline::in(std::chrono::seconds(20)), std::move(stop));
        if (!outcome)
            return fail(outcome.error());
        if (*outcome == ports::PrintOutcome::Confirmed)
            return {};
        return fail(ErrorKind::DeviceFault, QStringLiteral("rig"), QStringLiteral("nobody knows whether it was printed"));
    }

protected:
    [[nodiscard]] virtual QString startWire() = 0; // the desk, and how it is reached
    [[nodiscard]] virtual EmulatedDesk &desk() = 0;
    [[nodiscard]] virtual QJsonObject transport() const = 0;

private:
    QString speed(int dotsPerSecond)
    {
        return desk().call(QStringLiteral("printer.set"), {{QStringLiteral("dotsPerSecond"), dotsPerSecond}});
    }
    bool isPrinting()
    {
        for (const QDeadlineTimer end(5000); !end.hasExpired();) {
            const auto state = desk().desk().status();
            if (state && state->value(QStringLiteral("printer")).toObject().value(QStringLiteral("printing")).toBool())
                return true;
        }
        return false;
    }
};

} // namespace tongban::tests
