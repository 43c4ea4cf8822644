// SPDX-License-Identifier: GPL-3.0-or-later
// A real cupsd, and an IPP printer behind it: the printer is what comes and goes, cupsd is what hangs.
#include "tests/fault/cups_rig.h"
#include "tests/fault/matrix/rigs.h"
#include "tests/fault/matrix/server_line.h"
#include "tests/fault/misfit_server.h"
#include "tests/fault/page_pdf.h"

#include <QTest>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

class CupsPagePrinter final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::PagePrinter; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::WrongDevice: // a web server where the queue's printer should be
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::ChildKilled: // the driver works in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        m_cups = std::make_unique<CupsRig>();
        const QString stands = m_cups->start();
        m_line = std::make_unique<ServerLine>(m_cups->path(QStringLiteral("cups.sock")));
        return stands.isEmpty() ? m_line->listen() : stands;
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("a4")},
                {QStringLiteral("class"), QStringLiteral("pagePrinter")},
                {QStringLiteral("driver"), QStringLiteral("cups")},
                {QStringLiteral("transport"),
                 QJsonObject{{QStringLiteral("kind"), QStringLiteral("cups")},
                             {QStringLiteral("queue"), QString::fromUtf8(m_cups->options().queue)},
                             {QStringLiteral("server"), QStringLiteral("127.0.0.1:%1").arg(m_line->port())}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("requestTimeoutMs"), 500}, {QStringLiteral("pollIntervalMs"), 50}}}};
    }

    // A sheet that does not come: the mechanism stands before it until it is told otherwise.
    [[nodiscard]] QString prepareToBreak() override
    {
        m_cups->setStop("media-needed-report");
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_cups->setStop({});
        return {};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
            m_cups->killPrinter();
            return {};
        case Misfortune::Unplugged: {
            const QString printing = awaitPrinting();
            m_cups->killPrinter();
            return printing;
        }
        case Misfortune::Hangs: {
            const QString printing = awaitPrinting();
            m_cups->freezeCupsd();
            return printing;
        }
        case Misfortune::Garbage:
            m_line->set(ServerLine::Garbage);
            return {};
        case Misfortune::OneByte:
            m_line->set(ServerLine::OneByte);
            return {};
        case Misfortune::WrongDevice:
            m_stranger = std::make_unique<MisfitServer>(MisfitServer::Web);
            return m_cups->setDevicePort(m_stranger->port());
        case Misfortune::ChildKilled:
            break;
        }
        return QStringLiteral("no such misfortune");
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        m_cups->setStop({});
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return m_cups->startPrinter();
        case Misfortune::Hangs:
            m_cups->thawCupsd();
            return {};
        case Misfortune::WrongDevice:
            return m_cups->setDevicePort(m_cups->printerPort());
        case Misfortune::Garbage:
        case Misfortune::OneByte:
        case Misfortune::ChildKilled:
            break;
        }
        m_line->set(ServerLine::Whole);
        return {};
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto printed = devices.pagePrinter().print({.pdf = pdfOf(1), .title = {}, .pages = 1}, {},
                                                         Deadline::in(15s), std::move(stop));
        if (!printed)
            return fail(printed.error());
        if (printed->outcome == ports::PrintOutcome::Confirmed)
            return {};
        return fail(ErrorKind::DeviceFault, QStringLiteral("rig"),
                    QStringLiteral("nobody knows whether it was printed"));
    }

private:
    [[nodiscard]] QString awaitPrinting() const
    {
        return QTest::qWaitFor([this] { return m_cups->isMechanismAtWork(); }, 10'000)
                   ? QString()
                   : QStringLiteral("it never printed");
    }

    std::unique_ptr<CupsRig> m_cups;
    std::unique_ptr<ServerLine> m_line;
    std::unique_ptr<MisfitServer> m_stranger;
};

} // namespace

std::unique_ptr<DeviceRig> cupsPagePrinter()
{
    return std::make_unique<CupsPagePrinter>();
}

} // namespace tongban::tests
