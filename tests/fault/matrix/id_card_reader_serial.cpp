// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

class SerialIdCardReader final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::IdCardReader; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::WrongDevice: // a printer says nothing to a reader's question, or something of its own
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent, ErrorKind::ProtocolViolation}};
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override { return m_line.start(QStringLiteral("reader.tty")); }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("reader")},
                {QStringLiteral("class"), QStringLiteral("idCardReader")},
                {QStringLiteral("driver"), QStringLiteral("sam")},
                {QStringLiteral("transport"), m_line.transport()},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("findIntervalMs"), 50},
                                                        {QStringLiteral("findTimeoutMs"), 400}}}};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        if (misfortune != Misfortune::WrongDevice)
            return m_line.fault(QStringLiteral("card.fault"), faultOf(misfortune));
        const QString unplugged = m_line.fault(QStringLiteral("card.fault"), "unplugged");
        return unplugged.isEmpty() ? m_line.plug(QStringLiteral("printer.tty")) : unplugged;
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        const QString whole = m_line.fault(QStringLiteral("card.fault"), "none");
        if (misfortune != Misfortune::WrongDevice || !whole.isEmpty())
            return whole;
        return m_line.plug(QStringLiteral("reader.tty"));
    }

    [[nodiscard]] QString prepareToSucceed() override
    {
        return m_line.call(QStringLiteral("card.place"),
                           {{QStringLiteral("card"), QJsonObject{{"name", QStringLiteral("蓝有福")},
                                                                 {"sex", QStringLiteral("男")},
                                                                 {"ethnic", QStringLiteral("畲")},
                                                                 {"birth", "19330911"},
                                                                 {"address", QStringLiteral("青山镇畲家岭村")},
                                                                 {"idNumber", "339901193309110317"},
                                                                 {"issuer", QStringLiteral("青山县公安局")},
                                                                 {"validFrom", "20160318"},
                                                                 {"validTo", QStringLiteral("长期")}}}});
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto card = devices.idCardReader().read(Deadline::in(20s), std::move(stop));
        return card ? Result<void>() : Result<void>(fail(card.error()));
    }

private:
    static const char *faultOf(Misfortune misfortune)
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
        case Misfortune::WrongDevice:
            return "unplugged";
        case Misfortune::Hangs:
            return "silent";
        case Misfortune::Garbage:
            return "garbage";
        case Misfortune::OneByte:
            return "oneByte";
        case Misfortune::ChildKilled:
            return "none";
        }
        Q_UNREACHABLE();
    }

    EmulatedLine m_line;
};

} // namespace

std::unique_ptr<DeviceRig> serialIdCardReader()
{
    return std::make_unique<SerialIdCardReader>();
}

} // namespace tongban::tests
