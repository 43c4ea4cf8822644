// SPDX-License-Identifier: GPL-3.0-or-later
// A real pcscd with a virtual reader, in a world of its own; libpcsclite reaches it over a line that can be spoiled.
#include "tests/fault/matrix/child_of_ours.h"
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/matrix/server_line.h"
#include "tests/fault/pcsc_world.h"

#include <QTest>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

const auto program = QStringLiteral("tongban-smart-c"); // all that the kernel keeps of its name

class PcscSmartCardReader final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::SmartCardReader; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
        case Misfortune::WrongDevice: // a reader of another name than the descriptor's
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::ChildKilled:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceFault}};
        case Misfortune::OneByte:
            return Expected{};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        const QString plugged = plug(ours);
        const QString listening = plugged.isEmpty() ? m_line.listenAt(QStringLiteral("/run/line.comm")) : plugged;
        qputenv("PCSCLITE_CSOCK_NAME", "/run/line.comm"); // for the smart card program
        return listening;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("reader")},
                {QStringLiteral("class"), QStringLiteral("smartCardReader")},
                {QStringLiteral("driver"), QStringLiteral("pcsc")},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("pcsc")},
                                                          {QStringLiteral("reader"), QLatin1String(ours)}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("answerTimeoutMs"), 1000}, {QStringLiteral("statusIntervalMs"), 50}}}};
    }

    [[nodiscard]] QString prepareToBreak() override // no card is laid down
    {
        m_card.reset();
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_card.reset(); // one that stays in would be given once
        m_card = std::make_unique<VirtualCard>(VirtualCard::withId(QByteArray::fromHex("04A1B2C3D4E5F6")));
        return {};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return plug(nullptr);
        case Misfortune::WrongDevice:
            return plug("Another Reader");
        case Misfortune::Hangs:
            m_pcscd->freeze();
            return {};
        case Misfortune::Garbage:
            m_line.set(ServerLine::Garbage);
            return {};
        case Misfortune::OneByte:
            m_line.set(ServerLine::OneByte);
            return {};
        case Misfortune::ChildKilled: {
            QString killed;
            static_cast<void>(QTest::qWaitFor([&] { return (killed = killChildOfOurs(program)).isEmpty(); }));
            return killed;
        }
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        m_line.set(ServerLine::Whole);
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
        case Misfortune::WrongDevice:
            return plug(ours);
        case Misfortune::Hangs:
            m_pcscd->thaw();
            return {};
        case Misfortune::Garbage:
        case Misfortune::OneByte:
        case Misfortune::ChildKilled:
            return {};
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const Deadline deadline = Deadline::in(20s);
        // pcscd looks for cards a few times a second: of one that was changed in between it holds the former.
        while (true) {
            const auto card = devices.smartCardReader().read(deadline, stop);
            if (card || !failedWith(card, ErrorKind::CardLifted))
                return card ? Result<void>() : Result<void>(fail(card.error()));
        }
    }

private:
    static constexpr auto ours = "Virtual PCD";

    // Serial readers are named in pcscd's configuration: another one is another pcscd.
    QString plug(const char *reader) // null: none
    {
        m_card.reset();
        m_pcscd.reset(); // there is but one socket
        m_pcscd = std::make_unique<Pcscd>();
        return m_pcscd->start(reader != nullptr, reader ? reader : ours) ? QString() : QStringLiteral("no pcscd");
    }

    std::unique_ptr<Pcscd> m_pcscd;
    std::unique_ptr<VirtualCard> m_card;
    ServerLine m_line{QStringLiteral("/run/pcscd/pcscd.comm")};
};

} // namespace

std::unique_ptr<DeviceRig> pcscSmartCardReader()
{
    return std::make_unique<PcscSmartCardReader>();
}

} // namespace tongban::tests
