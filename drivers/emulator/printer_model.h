// SPDX-License-Identifier: GPL-3.0-or-later
// The personality of an 80 mm ESC/POS receipt printer (DEVICES §2): a buffer, a mechanism with a speed, sensors. Pure
// but for the font.
//
// Real-time questions are answered on arrival; everything else waits its turn in the buffer. Paper out, an open cover,
// a jammed cutter or the offline key stop the mechanism where it is; the buffer survives and goes on when the cause is
// gone.
#pragma once

#include "drivers/emulator/paper_roll.h"
#include "drivers/emulator/printer_parser.h"
#include "drivers/emulator/wire_device.h"

#include <functional>

namespace tongban::drivers::emulator {

enum class PaperState { Ok, NearEnd, Out };

enum class PrinterFault {
    None,
    LoseAnswer, // the in-order answer behind printed matter gets lost on the wire
    Silent,     // hung: takes bytes, does nothing, says nothing
    Garbage,    // every answer is noise; prints
};

struct PrinterSensors
{
    PaperState paper = PaperState::Ok;
    bool coverOpen = false;
    bool offline = false; // switched off line by its key
    bool cutterJammed = false;
    std::optional<int> paperLeftDots; // the roll ends after so much more; nothing = a full roll

    [[nodiscard]] bool stops() const { return paper == PaperState::Out || coverOpen || offline || cutterJammed; }
};

class PrinterModel final : public WireDevice
{
public:
    using Sink = std::function<void(const PaperReceipt &)>;
    explicit PrinterModel(Sink onReceipt);

    void setSensors(const PrinterSensors &sensors) { m_sensors = sensors; }
    [[nodiscard]] const PrinterSensors &sensors() const { return m_sensors; }
    void setFault(PrinterFault fault) { m_fault = fault; }
    [[nodiscard]] PrinterFault fault() const { return m_fault; }
    void setRom(PrinterRom rom) { m_parser.setRom(rom); }
    [[nodiscard]] PrinterRom rom() const { return m_parser.rom(); }
    // DLE ENQ 2 forgets the buffer whatever stopped the mechanism; else (most models) after a cutter error only.
    void setClearsAlways(bool clears) { m_clearsAlways = clears; }
    [[nodiscard]] bool clearsAlways() const { return m_clearsAlways; }
    void setSpeed(int dotsPerSecond) { m_dotsPerSecond = dotsPerSecond; } // 0 = no time at all
    [[nodiscard]] int receipts() const { return m_receipts; }

    // USB printer class 1.1, 4.2.2: bit 5 paper empty, bit 4 selected, bit 3 no error.
    [[nodiscard]] quint8 portStatus() const
    {
        return static_cast<quint8>((m_sensors.paper == PaperState::Out ? 0x20 : 0) | (m_sensors.offline ? 0 : 0x10) |
                                   (m_sensors.coverOpen || m_sensors.cutterJammed ? 0 : 0x08));
    }
    // USB printer class 1.1, 4.2.3: what is in the buffer is lost.
    void softReset()
    {
        m_parser.clear();
        m_held.reset();
        m_line.clear();
    }

    [[nodiscard]] QByteArray receive(const QByteArray &bytes, Micros now) override;
    [[nodiscard]] QByteArray advance(Micros now) override;
    [[nodiscard]] std::optional<Micros> nextAt() const override;

private:
    struct Format
    {
        PaperAlign align = PaperAlign::Left;
        int widthScale = 1;
        int heightScale = 1;
        bool bold = false;
        bool smooth = false;
        int linePitch = 30; // dots, 1/6 inch less leading: the usual default
        int qrModule = 3;
        int qrLevel = 0;
        QByteArray qrData;
    };

    [[nodiscard]] QByteArray realTimeAnswer(const RealTimeScanner::Request &request);
    [[nodiscard]] static QByteArray noise(); // no byte of it is a valid answer
    void recover();
    void forgetBuffer();

    // False when the mechanism stopped before it: the command is tried again later.
    [[nodiscard]] bool execute(const PrinterCommand &command, Micros now, QByteArray &answers);
    void changeFormat(const PrinterCommand &command);
    [[nodiscard]] bool addCharacter(char32_t point, Micros now);
    [[nodiscard]] bool printLine(Micros now);
    [[nodiscard]] bool printImage(const QImage &image, const QString &text, Micros now);
    [[nodiscard]] bool feed(int dots, Micros now);
    [[nodiscard]] bool cut(int feedDots, Micros now);
    [[nodiscard]] bool takePaper(int dots, Micros now); // moves the mechanism; false when the roll ends first
    [[nodiscard]] QByteArray inOrderAnswer(int n);
    [[nodiscard]] QByteArray processIdAnswer(const QByteArray &id);
    [[nodiscard]] bool isAnswerLost();
    [[nodiscard]] QByteArray automaticStatus() const;

    Sink m_onReceipt;
    PaperRoll m_roll;
    PrinterParser m_parser;
    RealTimeScanner m_realTime;
    Format m_format;
    PrinterSensors m_sensors;
    PrinterFault m_fault = PrinterFault::None;
    std::vector<Glyph> m_line;
    std::optional<PrinterCommand> m_held; // the command in hand
    QByteArray m_lastAutomatic;
    bool m_clearsAlways = false;
    bool m_reportsChanges = false; // GS a
    bool m_printedSinceAnswer = false;
    bool m_isWaiting = false; // for the mechanism
    Micros m_busyUntil{0};
    int m_dotsPerSecond = 2000; // 250 mm/s
    int m_receipts = 0;
};

} // namespace tongban::drivers::emulator
