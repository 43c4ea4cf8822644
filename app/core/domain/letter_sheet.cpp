// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/letter_sheet.h"

namespace tongban::domain {

namespace {

using Blocks = std::vector<ReceiptBlock>;

// 6 mm high: read without glasses, at home (UX.md: at least 4 mm).
ReceiptText body(const QString &text)
{
    return ReceiptText{.text = text, .tall = true};
}

ReceiptText centred(const QString &text, int scale)
{
    return ReceiptText{
        .align = ReceiptText::Align::Centre, .text = text, .scale = scale, .tall = scale == 1, .bold = scale > 1};
}

QString placeOf(const ServiceItem &item, const Demand &demand)
{
    if (const MaterialSpec *material = item.material(demand.material))
        return material->name + QStringLiteral("：");
    const FormField *field = demand.field.isEmpty() ? nullptr : item.field(demand.field);
    return field ? field->label + QStringLiteral("：") : QString();
}

void addDemands(Blocks &blocks, const ServiceItem &item, const LetterSheet &letter)
{
    if (letter.demands.empty())
        return;
    blocks.push_back(ReceiptRule{});
    int number = 0;
    for (const Demand &demand : letter.demands)
        blocks.push_back(body(QStringLiteral("%1. %2%3").arg(++number).arg(placeOf(item, demand), demand.text)));
    blocks.push_back(body(QStringLiteral("一共%1项").arg(number)));
    blocks.push_back(ReceiptRule{});
}

void addWhere(Blocks &blocks, const SiteProfile &site)
{
    blocks.push_back(body(QStringLiteral("到哪里办：") + site.hallName));
    if (!site.address.isEmpty())
        blocks.push_back(body(QStringLiteral("地址：") + site.address));
    if (!site.hours.isEmpty())
        blocks.push_back(body(QStringLiteral("时间：") + site.hours));
    if (!site.phone.isEmpty())
        blocks.push_back(body(QStringLiteral("电话：") + site.phone));
}

} // namespace

ReceiptDocument letterSheet(const ServiceItem &item, const LetterSheet &letter, const SiteProfile &site,
                            const QDateTime &nowUtc, TimeTrust time)
{
    ReceiptDocument document;
    Blocks &blocks = document.blocks;
    constexpr qsizetype widest = 12; // Han characters of double width on 576 dots
    blocks.push_back(centred(site.hallName, site.hallName.size() <= widest ? 2 : 1));
    blocks.push_back(centred(letter.kind, 2));
    blocks.push_back(ReceiptRule{});
    blocks.push_back(body(QStringLiteral("事项：") + item.name));
    blocks.push_back(body(QStringLiteral("预受理编号：") + letter.caseNumber));
    blocks.push_back(ReceiptText{.text = letter.title, .tall = true, .bold = true});
    addDemands(blocks, item, letter);
    if (letter.due.isValid())
        blocks.push_back(ReceiptText{
            .text = letter.due.toString(QStringLiteral("请在yyyy年M月d日以前办")), .tall = true, .bold = true});
    blocks.push_back(body(QStringLiteral("带身份证来，在这台机器上查进度就能补，也可以到窗口。")));
    addWhere(blocks, site);
    blocks.push_back(
        body(QStringLiteral("打印时间：") + nowUtc.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"))));
    if (time == TimeTrust::Uncalibrated)
        blocks.push_back(body(QStringLiteral("（时间未校准）")));
    blocks.push_back(ReceiptFeed{.lines = 3});
    return document;
}

} // namespace tongban::domain
