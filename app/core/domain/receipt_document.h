// SPDX-License-Identifier: GPL-3.0-or-later
// Paper for a receipt printer, in printer-neutral blocks; 80 mm roll, 576 dots at 8 dots/mm.
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace tongban::domain {

struct ReceiptText
{
    enum class Align { Left, Centre } align = Align::Left;
    QString text;   // Chinese; wrapped by the printer codec to the paper's width
    int scale = 1;  // 1 = 24 dots high (3 mm), 2 = double width and height, up to 4
    bool tall = false; // double height only: 48 dots = 6 mm, the body size (UX: body at least 4 mm)
    bool bold = false;
};

struct ReceiptRule {}; // a line across the paper

struct ReceiptQr
{
    QByteArray data;
    int moduleDots = 6; // 1…16
};

struct ReceiptFeed
{
    int lines = 1;
};

using ReceiptBlock = std::variant<ReceiptText, ReceiptRule, ReceiptQr, ReceiptFeed>;

struct ReceiptDocument // ends with feed and cut
{
    std::vector<ReceiptBlock> blocks;
};

} // namespace tongban::domain
