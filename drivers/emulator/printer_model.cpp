// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/printer_model.h"

#include <algorithm>
#include <utility>

namespace tongban::drivers::emulator {

using Kind = PrinterCommand::Kind;

namespace {

constexpr int cutterDots = 200; // the blade's stroke takes as long as so much feed (0.1 s)

QImage rasterImage(const PrinterCommand &raster)
{
    const QImage bits(reinterpret_cast<const uchar *>(raster.data.constData()), raster.a * 8, raster.b, raster.a,
                      QImage::Format_Mono);
    QImage image = bits.convertToFormat(QImage::Format_Grayscale8);
    image.invertPixels(); // in the stream 1 is black
    return image;
}

} // namespace

PrinterModel::PrinterModel(Sink onReceipt) : m_onReceipt(std::move(onReceipt)) {}

QByteArray PrinterModel::receive(const QByteArray &bytes, Micros)
{
    if (m_fault == PrinterFault::Silent)
        return {};
    QByteArray answers;
    for (const char byte : bytes) { // what clears the buffer clears what came before it, and itself
        m_parser.append(QByteArray(1, byte));
        if (const auto request = m_realTime.feed(static_cast<quint8>(byte)))
            answers += realTimeAnswer(*request);
    }
    return answers;
}

QByteArray PrinterModel::advance(Micros now)
{
    QByteArray answers;
    m_isWaiting = false;
    while (!m_sensors.stops()) {
        if (!m_held)
            m_held = m_parser.next();
        if (!m_held)
            break;
        m_isWaiting = m_busyUntil > now;
        if (m_isWaiting || !execute(*m_held, now, answers))
            break;
        m_held.reset();
    }
    const QByteArray automatic = automaticStatus();
    if (m_reportsChanges && automatic != std::exchange(m_lastAutomatic, automatic))
        answers += automatic;
    return m_fault == PrinterFault::Garbage && !answers.isEmpty() ? noise() : answers;
}

std::optional<Micros> PrinterModel::nextAt() const
{
    if (!m_isWaiting)
        return std::nullopt;
    return m_busyUntil;
}

bool PrinterModel::execute(const PrinterCommand &command, Micros now, QByteArray &answers)
{
    switch (command.kind) {
    case Kind::Character:
        return addCharacter(command.point, now);
    case Kind::LineFeed:
        return printLine(now);
    case Kind::FeedLines:
        return feed(command.a * m_format.linePitch, now);
    case Kind::FeedDots:
        return feed(command.a, now);
    case Kind::QrPrint:
        return printImage(drawQr(m_format.qrData, m_format.qrModule, m_format.qrLevel),
                          QStringLiteral("[QR] ") + QString::fromUtf8(m_format.qrData), now);
    case Kind::Raster:
        return printImage(rasterImage(command), QStringLiteral("[图]"), now);
    case Kind::Cut:
        return cut(command.a, now);
    case Kind::AskInOrder:
        answers += inOrderAnswer(command.a);
        return true;
    case Kind::AskProcessId:
        answers += processIdAnswer(command.data);
        return true;
    case Kind::Unknown: // rubbish on paper, so that a wrong stream is seen
        return addCharacter(U'※', now);
    case Kind::Initialise:
    case Kind::ChineseMode:
    case Kind::Align:
    case Kind::Size:
    case Kind::Bold:
    case Kind::LinePitch:
    case Kind::QrModule:
    case Kind::QrLevel:
    case Kind::QrStore:
    case Kind::AutomaticStatus:
    case Kind::Smoothing:
    case Kind::Ignored:
        changeFormat(command);
        return true;
    }
    Q_UNREACHABLE();
}

void PrinterModel::changeFormat(const PrinterCommand &command)
{
    switch (command.kind) {
    case Kind::Initialise:
        m_format = {};
        m_line.clear();
        m_parser.setChinese(false); // models differ; the stricter one shows a forgotten FS &
        return;
    case Kind::ChineseMode:
        m_parser.setChinese(command.a != 0);
        return;
    case Kind::Align:
        m_format.align = static_cast<PaperAlign>(command.a);
        return;
    case Kind::Size:
        m_format.widthScale = command.a;
        m_format.heightScale = command.b;
        return;
    case Kind::Bold:
        m_format.bold = command.a != 0;
        return;
    case Kind::LinePitch:
        m_format.linePitch = command.a < 0 ? Format().linePitch : command.a;
        return;
    case Kind::QrModule:
        m_format.qrModule = std::clamp(command.a, 1, 16);
        return;
    case Kind::QrLevel:
        m_format.qrLevel = command.a;
        return;
    case Kind::QrStore:
        m_format.qrData = command.data;
        return;
    case Kind::Smoothing:
        m_format.smooth = command.a != 0;
        return;
    case Kind::AutomaticStatus:
        m_reportsChanges = command.a != 0;
        m_lastAutomatic.clear(); // switching on reports once
        return;
    case Kind::Character:
    case Kind::LineFeed:
    case Kind::FeedLines:
    case Kind::FeedDots:
    case Kind::QrPrint:
    case Kind::Raster:
    case Kind::Cut:
    case Kind::AskInOrder:
    case Kind::AskProcessId:
    case Kind::Ignored:
    case Kind::Unknown:
        return;
    }
}

bool PrinterModel::addCharacter(char32_t point, Micros now)
{
    const Glyph glyph{point, m_format.widthScale, m_format.heightScale, m_format.bold, m_format.smooth};
    int width = glyph.width();
    for (const Glyph &set : m_line)
        width += set.width();
    if (width > m_roll.widthDots() && !m_line.empty() && !printLine(now)) // a full line prints by itself
        return false;
    m_line.push_back(glyph);
    return true;
}

bool PrinterModel::printLine(Micros now)
{
    int height = 0;
    for (const Glyph &glyph : m_line)
        height = std::max(height, glyph.height());
    const int advance = std::max(height, m_format.linePitch);
    if (!takePaper(advance, now))
        return false;
    if (m_line.empty())
        m_roll.feed(advance);
    else
        m_roll.printLine(m_line, m_format.align, advance);
    m_line.clear();
    return true;
}

bool PrinterModel::printImage(const QImage &image, const QString &text, Micros now)
{
    if (!takePaper(image.height(), now))
        return false;
    m_roll.printImage(image, m_format.align, text);
    return true;
}

bool PrinterModel::feed(int dots, Micros now)
{
    if (!m_line.empty() && !printLine(now))
        return false;
    if (!takePaper(dots, now))
        return false;
    m_roll.feed(dots);
    return true;
}

bool PrinterModel::cut(int feedDots, Micros now)
{
    if (feedDots >= 0 && !feed(m_roll.headToCutterDots() + feedDots, now))
        return false;
    ++m_receipts;
    m_onReceipt(m_roll.cut());
    if (m_dotsPerSecond > 0)
        m_busyUntil += Micros(1'000'000LL * cutterDots / m_dotsPerSecond);
    return true;
}

bool PrinterModel::takePaper(int dots, Micros now)
{
    if (m_sensors.paperLeftDots && *m_sensors.paperLeftDots < dots) {
        m_sensors.paper = PaperState::Out;
        m_sensors.paperLeftDots = 0;
        return false;
    }
    if (m_sensors.paperLeftDots)
        *m_sensors.paperLeftDots -= dots;
    m_printedSinceAnswer = true;
    if (m_dotsPerSecond > 0)
        m_busyUntil = std::max(m_busyUntil, now) + Micros(1'000'000LL * dots / m_dotsPerSecond);
    return true;
}

} // namespace tongban::drivers::emulator
