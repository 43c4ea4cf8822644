// SPDX-License-Identifier: GPL-3.0-or-later
// Both layouts of the reader's pipes: header and body apart, and one pair.
#include "tests/fault/matrix/id_card_reader_rig.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

class UsbIdCardReader final : public IdCardReaderRig
{
public:
    explicit UsbIdCardReader(const QString &wire) : m_wire(wire) {}

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        if (misfortune == Misfortune::WrongDevice) // found by its ids: what has others is not taken for it, it is absent
            return std::nullopt;
        return IdCardReaderRig::expected(misfortune);
    }

    [[nodiscard]] QString start() override { return m_desk.startDesk({QStringLiteral("--reader"), m_wire}); }

protected:
    [[nodiscard]] EmulatedDesk &desk() override { return m_desk; }
    [[nodiscard]] QJsonObject transport() const override
    {
        return {{QStringLiteral("kind"), QStringLiteral("usb")},
                {QStringLiteral("vendor"), QStringLiteral("0400")},
                {QStringLiteral("product"), QStringLiteral("c35a")}};
    }

private:
    const QString m_wire;
    EmulatedDesk m_desk;
};

} // namespace

std::unique_ptr<DeviceRig> splitUsbIdCardReader()
{
    return std::make_unique<UsbIdCardReader>(QStringLiteral("usb:split"));
}

std::unique_ptr<DeviceRig> pairUsbIdCardReader()
{
    return std::make_unique<UsbIdCardReader>(QStringLiteral("usb:pair"));
}

} // namespace tongban::tests
