// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/receipt_printer_rig.h"
#include "tests/fault/matrix/rigs.h"

#include <QTcpServer>

namespace tongban::tests {

namespace {

class TcpReceiptPrinter final : public ReceiptPrinterRig
{
public:
    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        const QString done = ReceiptPrinterRig::bring(misfortune);
        if (misfortune != Misfortune::WrongDevice || !done.isEmpty())
            return done;
        // Another box at the printer's address: the kernel takes the call, and nobody answers the questions.
        m_stranger = std::make_unique<QTcpServer>();
        return m_stranger->listen(QHostAddress::LocalHost, m_desk.process().printerPort()) ? QString()
                                                                                          : m_stranger->errorString();
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        m_stranger.reset();
        return ReceiptPrinterRig::cure(misfortune);
    }

protected:
    [[nodiscard]] QString startWire() override
    {
        return m_desk.startDesk({QStringLiteral("--printer"), QStringLiteral("tcp")});
    }
    [[nodiscard]] EmulatedDesk &desk() override { return m_desk; }
    [[nodiscard]] QJsonObject transport() const override
    {
        return {{QStringLiteral("kind"), QStringLiteral("tcp")},
                {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                {QStringLiteral("port"), m_desk.process().printerPort()}};
    }

private:
    EmulatedDesk m_desk;
    std::unique_ptr<QTcpServer> m_stranger;
};

} // namespace

std::unique_ptr<DeviceRig> tcpReceiptPrinter()
{
    return std::make_unique<TcpReceiptPrinter>();
}

} // namespace tongban::tests
