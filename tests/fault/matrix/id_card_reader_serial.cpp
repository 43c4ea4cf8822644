// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/id_card_reader_rig.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

class SerialIdCardReader final : public IdCardReaderRig
{
public:
    [[nodiscard]] QString start() override { return m_line.start(QStringLiteral("reader.tty")); }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        const QString done = IdCardReaderRig::bring(misfortune);
        if (misfortune != Misfortune::WrongDevice || !done.isEmpty())
            return done;
        return m_line.plug(QStringLiteral("printer.tty"));
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        const QString whole = IdCardReaderRig::cure(misfortune);
        if (misfortune != Misfortune::WrongDevice || !whole.isEmpty())
            return whole;
        return m_line.plug(QStringLiteral("reader.tty"));
    }

protected:
    [[nodiscard]] EmulatedDesk &desk() override { return m_line; }
    [[nodiscard]] QJsonObject transport() const override { return m_line.transport(); }

private:
    EmulatedLine m_line;
};

} // namespace

std::unique_ptr<DeviceRig> serialIdCardReader()
{
    return std::make_unique<SerialIdCardReader>();
}

} // namespace tongban::tests
