// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/receipt_printer_rig.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

class SerialReceiptPrinter final : public ReceiptPrinterRig
{
public:
    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        const QString done = ReceiptPrinterRig::bring(misfortune);
        if (misfortune != Misfortune::WrongDevice || !done.isEmpty())
            return done;
        return m_line.plug(QStringLiteral("reader.tty"));
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        const QString whole = ReceiptPrinterRig::cure(misfortune);
        if (misfortune != Misfortune::WrongDevice || !whole.isEmpty())
            return whole;
        return m_line.plug(QStringLiteral("printer.tty"));
    }

protected:
    [[nodiscard]] QString startWire() override { return m_line.start(QStringLiteral("printer.tty")); }
    [[nodiscard]] EmulatedDesk &desk() override { return m_line; }
    [[nodiscard]] QJsonObject transport() const override { return m_line.transport(); }

private:
    EmulatedLine m_line;
};

} // namespace

std::unique_ptr<DeviceRig> serialReceiptPrinter()
{
    return std::make_unique<SerialReceiptPrinter>();
}

} // namespace tongban::tests
