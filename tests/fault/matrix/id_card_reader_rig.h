// SPDX-License-Identifier: GPL-3.0-or-later
// The id-card reader on any wire: the same commands, the same faults.
#pragma once

#include "tests/fault/matrix/device_rig.h"
#include "tests/fault/matrix/emulated_desk.h"

namespace tongban::tests {

class IdCardReaderRig : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::IdCardReader; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{domain::DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
            return Expected{domain::DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::WrongDevice: // a printer says nothing to a reader's question, or something of its own
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceSilent, ErrorKind::ProtocolViolation}};
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("reader")},
                {QStringLiteral("class"), QStringLiteral("idCardReader")},
                {QStringLiteral("driver"), QStringLiteral("sam")},
                {QStringLiteral("transport"), transport()},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("findIntervalMs"), 50},
                                                        {QStringLiteral("findTimeoutMs"), 400}}}};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        return desk().fault(QStringLiteral("card.fault"), faultOf(misfortune));
    }

    [[nodiscard]] QString cure(Misfortune) override { return desk().fault(QStringLiteral("card.fault"), "none"); }

    [[nodiscard]] QString prepareToSucceed() override
    {
        return desk().call(QStringLiteral("card.place"),
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
        const auto card = devices.idCardReader().read(Deadline::in(std::chrono::seconds(20)), std::move(stop));
        return card ? Result<void>() : Result<void>(fail(card.error()));
    }

protected:
    [[nodiscard]] virtual EmulatedDesk &desk() = 0;
    [[nodiscard]] virtual QJsonObject transport() const = 0;

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
};

} // namespace tongban::tests
