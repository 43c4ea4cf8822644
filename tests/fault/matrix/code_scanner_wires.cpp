// SPDX-License-Identifier: GPL-3.0-or-later
// The three code scanners of the emulated desk, each with its own driver.
#include "tests/fault/matrix/emulated_line.h"
#include "tests/fault/matrix/rigs.h"

namespace tongban::tests {

namespace {

using domain::DeviceState;

class CodeScannerRig : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::CodeScanner; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Garbage:
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::OneByte:
            return Expected{};
        case Misfortune::Hangs:       // never asked anything: it is as quiet as one that sees no code (code_scanner_test)
        case Misfortune::WrongDevice: // found by its ids; on a serial port what says nothing is as quiet as a scanner
        case Misfortune::ChildKilled: // the drivers work in the kiosk itself
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QJsonObject descriptor() const override
    {
        // Longer than a busy machine lets the emulator wait in the middle of a code.
        return {{QStringLiteral("id"), QStringLiteral("scanner")},
                {QStringLiteral("class"), QStringLiteral("codeScanner")},
                {QStringLiteral("driver"), driver()},
                {QStringLiteral("transport"), transport()},
                {QStringLiteral("options"), QJsonObject{{QStringLiteral("gapMs"), 400}}}};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return fault(QStringLiteral("unplugged"));
        case Misfortune::Garbage:
            return fault(QStringLiteral("garbage"));
        case Misfortune::OneByte:
            return fault(QStringLiteral("oneByte"));
        case Misfortune::Hangs:
        case Misfortune::WrongDevice:
        case Misfortune::ChildKilled:
            return QStringLiteral("not to be had");
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString cure(Misfortune) override { return fault(QStringLiteral("none")); }

    // Held there as a person does: what is seen before the question is thrown away.
    [[nodiscard]] QString prepareToSucceed() override
    {
        return desk().call(QStringLiteral("code.show"), {{QStringLiteral("device"), device()},
                                                         {QStringLiteral("aim"), QStringLiteral("]Q1")},
                                                         {QStringLiteral("data"), shown()},
                                                         {QStringLiteral("holdMs"), 30'000}});
    }

    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const Deadline deadline = Deadline::in(std::chrono::seconds(20));
        while (true) {
            const auto code = devices.codeScanner().next(deadline, stop);
            // The question may have come in the middle of a code; it is held there still.
            const bool isCut = code ? code->text.reveal() != shown() : failedWith(code, ErrorKind::CodeUnreadable);
            if (!isCut || deadline.expired())
                return code ? Result<void>() : Result<void>(fail(code.error()));
        }
    }

protected:
    [[nodiscard]] virtual EmulatedDesk &desk() = 0;
    [[nodiscard]] virtual QString device() const = 0; // as the emulator calls it
    [[nodiscard]] virtual QString driver() const = 0;
    [[nodiscard]] virtual QJsonObject transport() const = 0;

private:
    static QString shown() { return QStringLiteral("YSL-0001"); }

    QString fault(const QString &kind)
    {
        return desk().call(QStringLiteral("code.fault"),
                           {{QStringLiteral("device"), device()}, {QStringLiteral("kind"), kind}});
    }
};

class SerialCodeScannerRig final : public CodeScannerRig
{
public:
    [[nodiscard]] QString start() override { return m_line.start(QStringLiteral("codes.tty")); }

protected:
    [[nodiscard]] EmulatedDesk &desk() override { return m_line; }
    [[nodiscard]] QString device() const override { return QStringLiteral("serial"); }
    [[nodiscard]] QString driver() const override { return QStringLiteral("serial-code"); }
    [[nodiscard]] QJsonObject transport() const override { return m_line.transport(); }

private:
    EmulatedLine m_line;
};

class HidPosRig final : public CodeScannerRig
{
public:
    [[nodiscard]] QString start() override { return m_desk.startDesk({QStringLiteral("--usb")}); }

protected:
    [[nodiscard]] EmulatedDesk &desk() override { return m_desk; }
    [[nodiscard]] QString device() const override { return QStringLiteral("hidpos"); }
    [[nodiscard]] QString driver() const override { return QStringLiteral("hid-pos"); }
    [[nodiscard]] QJsonObject transport() const override
    {
        return {{QStringLiteral("kind"), QStringLiteral("hidraw")},
                {QStringLiteral("vendor"), QStringLiteral("1eab")},
                {QStringLiteral("product"), QStringLiteral("0d10")}};
    }

private:
    EmulatedDesk m_desk;
};

class KeyboardWedgeRig final : public CodeScannerRig
{
public:
    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        // Keys of no character are a code that cannot be read, and no fault of the scanner; the kernel hands over
        // whole events only, and half of one that is thrown away would never be made up for (both: code_scanner_test).
        if (misfortune == Misfortune::Garbage || misfortune == Misfortune::OneByte)
            return std::nullopt;
        return CodeScannerRig::expected(misfortune);
    }
    [[nodiscard]] QString start() override { return m_desk.startDesk({QStringLiteral("--usb")}); }

protected:
    [[nodiscard]] EmulatedDesk &desk() override { return m_desk; }
    [[nodiscard]] QString device() const override { return QStringLiteral("wedge"); }
    [[nodiscard]] QString driver() const override { return QStringLiteral("keyboard-wedge"); }
    [[nodiscard]] QJsonObject transport() const override
    {
        return {{QStringLiteral("kind"), QStringLiteral("evdev")},
                {QStringLiteral("vendor"), QStringLiteral("05e0")},
                {QStringLiteral("product"), QStringLiteral("1200")}};
    }

private:
    EmulatedDesk m_desk;
};

} // namespace

std::unique_ptr<DeviceRig> serialCodeScanner()
{
    return std::make_unique<SerialCodeScannerRig>();
}

std::unique_ptr<DeviceRig> hidPosCodeScanner()
{
    return std::make_unique<HidPosRig>();
}

std::unique_ptr<DeviceRig> keyboardWedgeCodeScanner()
{
    return std::make_unique<KeyboardWedgeRig>();
}

} // namespace tongban::tests
