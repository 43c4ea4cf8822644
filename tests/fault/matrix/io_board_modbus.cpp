// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/rigs.h"

#include <atomic>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

class ModbusIoBoard final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::IoBoard; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::WrongDevice: // a card reader says nothing to a board's question, or something of its own
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation, ErrorKind::DeviceSilent}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override { return m_line.start(QStringLiteral("board.tty")); }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        QJsonObject transport = m_line.transport();
        transport.insert(QStringLiteral("baudRate"), 9600);
        return {{QStringLiteral("id"), QStringLiteral("board")},
                {QStringLiteral("class"), QStringLiteral("ioBoard")},
                {QStringLiteral("driver"), QStringLiteral("modbus-rtu")},
                {QStringLiteral("transport"), transport},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("unit"), 1},
                             {QStringLiteral("inputs"), QJsonObject{{QStringLiteral("door"), 0}}},
                             {QStringLiteral("lamps"), QJsonObject{{QStringLiteral("idCardReader"), 0}}}}}};
    }

    // A lamp is lit in some milliseconds: to be broken in the middle it blinks until it is.
    [[nodiscard]] QString prepareToBreak() override
    {
        m_isBlinking = true;
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_isBlinking = false;
        return {};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        if (misfortune == Misfortune::Hangs)
            return fault("silent");
        if (misfortune == Misfortune::Garbage)
            return fault("garbage");
        if (misfortune == Misfortune::OneByte)
            return fault("oneByte");
        const QString unplugged = fault("unplugged");
        if (misfortune != Misfortune::WrongDevice || !unplugged.isEmpty())
            return unplugged;
        return m_line.plug(QStringLiteral("reader.tty"));
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        const QString whole = fault("none");
        if (misfortune != Misfortune::WrongDevice || !whole.isEmpty())
            return whole;
        return m_line.plug(QStringLiteral("board.tty"));
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        bool isOn = false;
        do {
            isOn = !isOn;
            auto lit = devices.ioBoard().light(domain::DeviceClass::IdCardReader, isOn, Deadline::in(5s), stop);
            if (!lit)
                return lit;
        } while (m_isBlinking);
        return {};
    }

private:
    QString fault(const char *kind) { return m_line.fault(QStringLiteral("board.fault"), kind); }

    EmulatedLine m_line;
    std::atomic_bool m_isBlinking = false;
};

} // namespace

std::unique_ptr<DeviceRig> modbusIoBoard()
{
    return std::make_unique<ModbusIoBoard>();
}

} // namespace tongban::tests
