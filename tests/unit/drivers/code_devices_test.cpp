// SPDX-License-Identifier: GPL-3.0-or-later
// The three code scanners before a transport that says what a script says: pauses, cuts and strangers that no emulated
// device shows.
#include "drivers/devices/code_scanner/hid_pos_scanner.h"
#include "drivers/devices/code_scanner/keyboard_wedge.h"
#include "drivers/devices/code_scanner/serial_code_scanner.h"
#include "tests/unit/drivers/hid_descriptors.h"

#include <QTest>

#include <linux/input.h>

#include <deque>

using namespace tongban;
using namespace tongban::drivers;
using namespace std::chrono_literals;

namespace {

// Reads give one piece each; when there are no more the line is silent for ever.
class Script final : public transport::Transport
{
public:
    explicit Script(QByteArrayList pieces, QByteArray description = {})
        : m_pieces(pieces.cbegin(), pieces.cend()), m_description(std::move(description))
    {}

    Result<void> open() override { return {}; }
    Result<void> write(const QByteArray &, Deadline, std::stop_token) override { return {}; }
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token) override
    {
        if (m_pieces.empty()) {
            while (!deadline.expired()) // the callers' spans are a few milliseconds
                QThread::yieldCurrentThread();
            return fail(ErrorKind::DeviceSilent, QStringLiteral("script"));
        }
        const QByteArray piece = m_pieces.front();
        m_pieces.pop_front();
        return piece.first(std::min(maxBytes, piece.size()));
    }
    void discardInput() override {} // the script begins after the question
    Result<QByteArray> selfDescription(Deadline, std::stop_token) override { return m_description; }
    void close() override {}
    [[nodiscard]] bool isOpen() const override { return true; }

private:
    std::deque<QByteArray> m_pieces;
    QByteArray m_description;
};

Result<domain::ScannedCode> serial(const QByteArrayList &pieces, codec::CodeEnding ending = codec::CodeEnding::Line)
{
    devices::SerialCodeScanner scanner(std::make_unique<Script>(pieces), {.ending = ending, .gap = 5ms});
    return scanner.next(Deadline::in(100ms), {});
}

Result<domain::ScannedCode> hidPos(const QByteArrayList &reports, const QByteArray &descriptor)
{
    devices::HidPosScanner scanner(std::make_unique<Script>(reports, descriptor), {.gap = 5ms});
    return scanner.next(Deadline::in(100ms), {});
}

Result<domain::ScannedCode> wedge(const QByteArrayList &events)
{
    devices::KeyboardWedge scanner(std::make_unique<Script>(events), {.gap = 5ms});
    return scanner.next(Deadline::in(100ms), {});
}

QByteArray keys(std::initializer_list<quint16> codes)
{
    QByteArray events;
    for (const quint16 code : codes) {
        input_event event{};
        event.type = EV_KEY;
        event.code = code;
        event.value = 1;
        events += QByteArray(reinterpret_cast<const char *>(&event), sizeof event);
    }
    return events;
}

QString textOf(const Result<domain::ScannedCode> &code)
{
    return code ? code->text.reveal() : QLatin1String(nameOf(code.error().kind));
}

} // namespace

class CodeDevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPauseEndsACode()
    {
        QCOMPARE(textOf(serial({"ab", "c"})), QStringLiteral("abc"));
        QCOMPARE(textOf(serial({"a\r\nb\r\n"}, codec::CodeEnding::Gap)), QStringLiteral("a\r\nb"));
        QCOMPARE(textOf(wedge({keys({KEY_A}), keys({KEY_B})})), QStringLiteral("ab"));
    }

    void onlyTheFirstCodeIsGiven()
    {
        QCOMPARE(textOf(serial({"a\rb\r"})), QStringLiteral("a"));
        QCOMPARE(textOf(wedge({keys({KEY_A, KEY_ENTER, KEY_B, KEY_ENTER})})), QStringLiteral("a"));
    }

    void aCodeWithoutItsEndIsUnreadable()
    {
        QCOMPARE(textOf(serial({"abc"}, codec::CodeEnding::Cr)), QStringLiteral("CodeUnreadable"));
        const QByteArray begun = QByteArray("\x02\x01]Q1", 5) + QByteArray("a").leftJustified(58, '\0') + '\x01';
        QCOMPARE(textOf(hidPos({begun}, tests::scannerDescriptor())), QStringLiteral("CodeUnreadable"));
    }

    void nothingShownIsAbsent()
    {
        QCOMPARE(textOf(serial({})), QStringLiteral("CodeAbsent"));
        QCOMPARE(textOf(serial({"\r\n"})), QStringLiteral("CodeAbsent")); // the end of nothing
        QCOMPARE(textOf(hidPos({}, tests::scannerDescriptor())), QStringLiteral("CodeAbsent"));
        QCOMPARE(textOf(wedge({keys({KEY_ENTER})})), QStringLiteral("CodeAbsent"));
    }

    void oddBytesOnceAreOneOddCode() { QCOMPARE(textOf(serial({"\xFF\xFE\r"})), QStringLiteral("CodeUnreadable")); }

    void somethingElseOnTheLine()
    {
        const QByteArrayList stream(20, QByteArray(1000, '\x7E'));
        QCOMPARE(textOf(serial(stream)), QStringLiteral("ProtocolViolation"));
        QCOMPARE(textOf(serial(QByteArrayList{"\xFF\r"} + stream)), QStringLiteral("ProtocolViolation"));
        QCOMPARE(textOf(wedge(QByteArrayList(9000, keys({KEY_A})))), QStringLiteral("ProtocolViolation"));
    }

    void somethingElseInTheSocket()
    {
        QCOMPARE(textOf(hidPos({}, tests::keyboardDescriptor())), QStringLiteral("ProtocolViolation"));
        devices::HidPosScanner keyboard(std::make_unique<Script>(QByteArrayList(), tests::keyboardDescriptor()), {});
        QVERIFY(failedWith(keyboard.probe(Deadline::in(100ms), {}), ErrorKind::ProtocolViolation));
    }
};

QTEST_GUILESS_MAIN(CodeDevicesTest)
#include "code_devices_test.moc"
