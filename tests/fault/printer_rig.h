// SPDX-License-Identifier: GPL-3.0-or-later
// The real printer driver on a real serial line, with the emulated printer at its far end.
#pragma once

#include "drivers/codec/escpos_text.h"
#include "drivers/devices/receipt_printer/escpos_printer.h"
#include "drivers/emulator/client/emulator_process.h"
#include "drivers/transport/serial_transport.h"

#include <QFile>

namespace tongban::tests {

class PrinterRig
{
public:
    // Throws nothing, returns why it does not stand; empty when it does.
    [[nodiscard]] QString start(std::chrono::milliseconds confirmTimeout = std::chrono::milliseconds(10'000))
    {
        const auto started = m_process.start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"));
        if (!started)
            return started.error().detail;
        m_printer = makePrinter(confirmTimeout);
        const auto set = client().setPrinter({{QStringLiteral("dotsPerSecond"), 0}});
        return set ? QString() : set.error().detail;
    }

    // A second driver on the same line: the kiosk after a crash.
    [[nodiscard]] std::unique_ptr<drivers::devices::EscposPrinter>
    makePrinter(std::chrono::milliseconds confirmTimeout) const
    {
        drivers::devices::EscposOptions options;
        options.statusTimeout = std::chrono::milliseconds(1000);
        options.confirmTimeout = confirmTimeout;
        options.pollInterval = std::chrono::milliseconds(20);
        return std::make_unique<drivers::devices::EscposPrinter>(
            std::make_unique<drivers::transport::SerialTransport>(
                drivers::transport::SerialOptions{m_process.path(QStringLiteral("printer.tty")), 115200}),
            options);
    }

    [[nodiscard]] Result<ports::PrintOutcome> print(const domain::ReceiptDocument &document, std::stop_token stop = {})
    {
        return m_printer->print(document, Deadline::in(std::chrono::seconds(20)), stop);
    }

    [[nodiscard]] drivers::emulator::EmulatorClient &client() { return m_process.client(); }
    [[nodiscard]] drivers::emulator::EmulatorProcess &process() { return m_process; }
    [[nodiscard]] ports::ReceiptPrinter &printer() { return *m_printer; }

    [[nodiscard]] int receipts() { return state().value(QStringLiteral("receipts")).toInt(-1); }
    [[nodiscard]] bool isPrinting()
    {
        return state().value(QStringLiteral("printer")).toObject().value(QStringLiteral("printing")).toBool();
    }
    [[nodiscard]] QString text(int number) const
    {
        QFile file(m_process.path(QStringLiteral("paper/%1.txt").arg(number, 3, 10, QLatin1Char('0'))));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    [[nodiscard]] QJsonObject state() { return client().status().value_or(QJsonObject()); }

    drivers::emulator::EmulatorProcess m_process;
    std::unique_ptr<drivers::devices::EscposPrinter> m_printer;
};

// A receipt as long as the real ones: about 15 cm.
[[nodiscard]] inline domain::ReceiptDocument sampleReceipt(const QString &number)
{
    using domain::ReceiptText;
    constexpr auto centre = ReceiptText::Align::Centre;
    domain::ReceiptDocument receipt;
    const auto add = [&](domain::ReceiptBlock block) { receipt.blocks.push_back(std::move(block)); };
    add(ReceiptText{.align = centre, .text = QStringLiteral("青山镇便民服务中心"), .scale = 2, .bold = true});
    add(ReceiptText{.align = centre, .text = QStringLiteral("预受理回执"), .tall = true});
    add(domain::ReceiptRule{});
    add(ReceiptText{.align = centre, .text = number, .scale = 4, .bold = true});
    add(ReceiptText{.align = centre, .text = QStringLiteral("预受理编号")});
    add(domain::ReceiptRule{});
    add(ReceiptText{.text = QStringLiteral("事项：高龄津贴申请"), .tall = true});
    add(ReceiptText{.text = QStringLiteral("时间：2026年11月21日 09:15"), .tall = true});
    add(ReceiptText{.text = QStringLiteral("已收材料"), .tall = true, .bold = true});
    add(ReceiptText{.text = QStringLiteral("1. 居民身份证（读卡）"), .tall = true});
    add(ReceiptText{.text = QStringLiteral("2. 银行存折复印件　2页"), .tall = true});
    add(domain::ReceiptRule{});
    add(ReceiptText{.text = QStringLiteral("20个工作日内办结。津贴下月起按月打到您的卡上，不用再来。"), .tall = true});
    add(ReceiptText{.text = QStringLiteral("有事请打 0571-8899 0011，或找本中心3号窗口。"), .tall = true});
    add(domain::ReceiptQr{.data = "TB1;" + number.toUtf8() + ";sha=0123456789abcdef0123456789abcdef", .moduleDots = 6});
    add(ReceiptText{.align = centre, .text = QStringLiteral("本回执不是受理通知书"), .tall = true});
    return receipt;
}

// What must stand on the paper, line by line.
[[nodiscard]] inline QString expectedText(const domain::ReceiptDocument &document)
{
    QString text;
    for (const domain::ReceiptBlock &block : document.blocks) {
        if (const auto *words = std::get_if<domain::ReceiptText>(&block))
            text += drivers::codec::escposWrap(words->text, 576, words->scale).join(u'\n') + u'\n';
        if (std::holds_alternative<domain::ReceiptRule>(block))
            text += QString(24, u'─') + u'\n';
        if (const auto *qr = std::get_if<domain::ReceiptQr>(&block))
            text += QStringLiteral("[QR] ") + QString::fromUtf8(qr->data) + u'\n';
    }
    return text;
}

[[nodiscard]] inline QByteArray describe(const Result<ports::PrintOutcome> &result)
{
    if (result)
        return *result == ports::PrintOutcome::Confirmed ? "Confirmed" : "Unknown";
    return QByteArray(nameOf(result.error().kind)) + " " + result.error().where.toUtf8() + " " +
           result.error().detail.toUtf8();
}

} // namespace tongban::tests

#define EXPECT_OUTCOME(result, expected)                                                                               \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(seen.has_value() && *seen == (expected), tongban::tests::describe(seen).constData());                 \
    } while (false)

#define EXPECT_REFUSED(result, expected)                                                                               \
    do {                                                                                                               \
        const auto seen = result;                                                                                      \
        QVERIFY2(failedWith(seen, expected), tongban::tests::describe(seen).constData());                              \
    } while (false)
