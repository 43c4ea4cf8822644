// SPDX-License-Identifier: GPL-3.0-or-later
// A document out of any bytes: the stream is the commands of the encoder and printable text, nothing else. Held against
// the emulator's parser, which knows nothing of the encoder: not one byte is rubbish to it, paper is cut once, at the
// end, and nobody answers a real-time question that was never asked.
#include "drivers/codec/escpos_receipt.h"
#include "drivers/emulator/printer_parser.h"
#include "tests/fuzz/fuzz_input.h"

using namespace tongban;
using namespace drivers::codec;
using drivers::emulator::PrinterCommand;
using Kind = PrinterCommand::Kind;

namespace {

domain::ReceiptBlock blockOf(uint8_t shape, const QByteArray &content)
{
    switch (shape % 8) {
    case 0:
        return domain::ReceiptRule{};
    case 1:
        return domain::ReceiptFeed{shape};
    case 2:
        return domain::ReceiptQr{.data = content, .moduleDots = shape / 8};
    default:
        return domain::ReceiptText{.align = shape & 0x10 ? domain::ReceiptText::Align::Centre
                                                         : domain::ReceiptText::Align::Left,
                                   .text = QString::fromUtf8(content),
                                   .scale = shape / 32,
                                   .tall = (shape & 0x08) != 0,
                                   .bold = (shape & 0x10) != 0};
    }
}

// Dots that are the text's own bytes, commands and all.
EscposRaster draw(const QString &line, const EscposLineStyle &style)
{
    const QByteArray utf8 = line.toUtf8();
    EscposRaster raster{.rowBytes = 8, .rows = 24 * style.heightScale, .bits = {}};
    while (raster.bits.size() < raster.rowBytes * raster.rows)
        raster.bits += utf8 + QByteArray("\x10\x04\x01\x10\x05\x02\x1B\x40", 8);
    raster.bits.truncate(raster.rowBytes * raster.rows);
    return raster;
}

void check(const QByteArray &job, drivers::emulator::PrinterRom rom)
{
    drivers::emulator::RealTimeScanner scanner;
    for (const char byte : job)
        fuzz::require(!scanner.feed(static_cast<quint8>(byte)));
    drivers::emulator::PrinterParser parser;
    parser.setRom(rom);
    parser.append(job);
    int cuts = 0;
    while (const auto command = parser.next()) {
        fuzz::require(cuts == 0 && command->kind != Kind::Unknown);
        fuzz::require(command->kind != Kind::AskInOrder && command->kind != Kind::AskProcessId);
        if (command->kind == Kind::ChineseMode)
            parser.setChinese(command->a != 0);
        cuts += command->kind == Kind::Cut;
    }
    fuzz::require(cuts == 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    domain::ReceiptDocument document;
    for (const QByteArray &part : fuzz::bytesOf(data + 1, size - 1).split('\xFF')) {
        if (!part.isEmpty())
            document.blocks.push_back(blockOf(static_cast<uint8_t>(part.at(0)), part.mid(1)));
    }
    const EscposLineDrawer drawer = data[0] & 1 ? EscposLineDrawer(draw) : EscposLineDrawer();
    const int width = data[0] & 2 ? 384 : 576;
    using drivers::emulator::PrinterRom;
    check(escposReceipt(document, {.widthDots = width, .rom = RomCharset::Gbk, .draw = drawer}), PrinterRom::Gbk);
    check(escposReceipt(document, {.widthDots = width, .rom = RomCharset::Gb2312, .draw = drawer}), PrinterRom::Gb2312);
    return 0;
}
