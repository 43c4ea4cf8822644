// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/receipt_printer_rig.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

class UsbReceiptPrinter final : public ReceiptPrinterRig
{
public:
    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        // Found by its ids: what has others is not taken for it, it is absent. (One with its ids and another IEEE 1284
        // id: printer_wires_test.)
        if (misfortune == Misfortune::WrongDevice)
            return std::nullopt;
        return ReceiptPrinterRig::expected(misfortune);
    }

protected:
    [[nodiscard]] QString startWire() override
    {
        return m_desk.startDesk({QStringLiteral("--printer"), QStringLiteral("usb")});
    }
    [[nodiscard]] EmulatedDesk &desk() override { return m_desk; }
    [[nodiscard]] QJsonObject transport() const override
    {
        return {{QStringLiteral("kind"), QStringLiteral("usb")},
                {QStringLiteral("vendor"), QStringLiteral("0416")},
                {QStringLiteral("product"), QStringLiteral("5011")}};
    }

private:
    EmulatedDesk m_desk;
};

} // namespace

std::unique_ptr<DeviceRig> usbReceiptPrinter()
{
    return std::make_unique<UsbReceiptPrinter>();
}

} // namespace tongban::tests
