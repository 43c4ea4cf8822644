// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/printer_rig.h"

#include <QDeadlineTimer>

namespace tongban::tests {

namespace {

using domain::DeviceState;

class SerialReceiptPrinter final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::ReceiptPrinter; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage: // some of it may look like an answer and say that something is broken
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation, ErrorKind::DeviceFault}};
        case Misfortune::WrongDevice: // a reader says nothing to a printer's question
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent, ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:     // all its answers are one byte long
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        const QString started = m_line.start(QStringLiteral("printer.tty"));
        return started.isEmpty() ? speed(0) : started;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("printer")},
                {QStringLiteral("class"), QStringLiteral("receiptPrinter")},
                {QStringLiteral("driver"), QStringLiteral("escpos")},
                {QStringLiteral("transport"), m_line.transport()},
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
            return m_line.fault(QStringLiteral("printer.fault"), "silent");
        if (misfortune == Misfortune::Garbage)
            return m_line.fault(QStringLiteral("printer.fault"), "garbage");
        const QString unplugged = m_line.fault(QStringLiteral("printer.fault"), "unplugged");
        if (misfortune != Misfortune::WrongDevice || !unplugged.isEmpty())
            return unplugged;
        return m_line.plug(QStringLiteral("reader.tty"));
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        const QString whole = m_line.fault(QStringLiteral("printer.fault"), "none");
        if (misfortune != Misfortune::WrongDevice || !whole.isEmpty())
            return whole;
        return m_line.plug(QStringLiteral("printer.tty"));
    }

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

private:
    QString speed(int dotsPerSecond)
    {
        return m_line.call(QStringLiteral("printer.set"), {{QStringLiteral("dotsPerSecond"), dotsPerSecond}});
    }
    bool isPrinting()
    {
        for (const QDeadlineTimer end(5000); !end.hasExpired();) {
            const auto state = m_line.desk().status();
            if (state && state->value(QStringLiteral("printer")).toObject().value(QStringLiteral("printing")).toBool())
                return true;
        }
        return false;
    }

    EmulatedLine m_line;
};

} // namespace

std::unique_ptr<DeviceRig> serialReceiptPrinter()
{
    return std::make_unique<SerialReceiptPrinter>();
}

} // namespace tongban::tests
