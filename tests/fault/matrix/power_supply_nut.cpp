// SPDX-License-Identifier: GPL-3.0-or-later
// NUT's own upsd and dummy-ups: a UPS whose cable is pulled is a driver that goes.
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/matrix/server_line.h"
#include "tests/fault/nut_server.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

#include <atomic>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

class NutPowerSupply final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::PowerSupply; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::WrongDevice: // a web server where upsd should be
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::ChildKilled: // the driver works in the kiosk itself; NUT's own programs are the far end
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        m_nut = std::make_unique<NutServer>();
        m_nut->start();
        m_line = std::make_unique<ServerLine>(m_nut->port());
        const QString listening = m_line->listen();
        return listening.isEmpty() ? awaitUps() : listening;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("ups")},
                {QStringLiteral("class"), QStringLiteral("powerSupply")},
                {QStringLiteral("driver"), QStringLiteral("nut")},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("tcp")},
                                                          {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                                          {QStringLiteral("port"), m_line->port()}}},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("ups"), QLatin1String(NutServer::upsName)},
                                                        {QStringLiteral("answerTimeoutMs"), 400}}}};
    }

    // It answers in some milliseconds: to be broken in the middle it is asked again and again.
    [[nodiscard]] QString prepareToBreak() override
    {
        m_isAskedOn = true;
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_isAskedOn = false;
        return {};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            m_nut->stopDriver();
            return {};
        case Misfortune::Hangs:
            m_nut->freezeServer(true);
            return {};
        case Misfortune::Garbage:
            m_line->set(ServerLine::Garbage);
            return {};
        case Misfortune::OneByte:
            m_line->set(ServerLine::OneByte);
            return {};
        case Misfortune::WrongDevice:
            m_line->set(ServerLine::Stranger);
            return {};
        case Misfortune::ChildKilled:
            break;
        }
        return QStringLiteral("no such misfortune");
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        m_line->set(ServerLine::Whole);
        m_nut->freezeServer(false);
        if (misfortune != Misfortune::AbsentAtStart && misfortune != Misfortune::Unplugged)
            return {};
        m_nut->startDriver();
        return awaitUps();
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        if (m_isAskedOn) { // of mere questions the manager does not say that they begin
            const auto found = devices.powerSupply().probe(Deadline::in(5s), stop);
            if (!found)
                return found;
        }
        do {
            const auto state = devices.powerSupply().state(Deadline::in(5s), stop);
            if (!state)
                return fail(state.error());
        } while (m_isAskedOn);
        return {};
    }

private:
    // The UPS is plugged in once upsd knows of it: it looks for a driver every two seconds.
    QString awaitUps()
    {
        for (const QDeadlineTimer end(15'000); !end.hasExpired();) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), m_nut->port());
            socket.write("GET VAR kiosk ups.status\n");
            if (socket.waitForReadyRead(1000) && socket.readAll().contains("\"OL\"")) // empty at first
                return {};
        }
        return QStringLiteral("upsd finds no UPS");
    }

    std::unique_ptr<NutServer> m_nut;
    std::unique_ptr<ServerLine> m_line;
    std::atomic_bool m_isAskedOn = false;
};

} // namespace

std::unique_ptr<DeviceRig> nutPowerSupply()
{
    return std::make_unique<NutPowerSupply>();
}

} // namespace tongban::tests
