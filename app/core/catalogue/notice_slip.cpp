// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/notice_slip.h"

#include "app/core/catalogue/notice_link.h"
#include "app/core/domain/item/item_guide.h"

#include <algorithm>

namespace tongban::catalogue {

using domain::ReceiptBlock;
using domain::ReceiptText;
using domain::ServiceItem;

namespace {

using Blocks = std::vector<ReceiptBlock>;

// 6 mm high: read without glasses, at home (UX.md: at least 4 mm).
ReceiptText body(const QString &text)
{
    return ReceiptText{.text = text, .tall = true};
}

ReceiptText heading(const QString &text)
{
    return ReceiptText{.text = text, .scale = 2, .bold = true};
}

ReceiptText centred(const QString &text, int scale)
{
    return ReceiptText{
        .align = ReceiptText::Align::Centre, .text = text, .scale = scale, .tall = scale == 1, .bold = scale > 1};
}

void addHead(Blocks &blocks, const ServiceItem &item, const domain::Answers &situations, const NoticePlace &place)
{
    constexpr qsizetype widest = 12; // Han characters of double width on 576 dots
    blocks.push_back(centred(place.site.hallName, place.site.hallName.size() <= widest ? 2 : 1));
    blocks.push_back(centred(QStringLiteral("材料清单"), 2));
    blocks.push_back(centred(QStringLiteral("一次性告知单"), 1));
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(heading(item.name));
    for (const domain::Situation &situation : item.situations) {
        const domain::FormField &question = situation.field;
        if (!domain::isVisible(item, question, situations) || !situations.contains(question.key))
            continue;
        const QString answer = domain::displayValue(question, situations.value(question.key), domain::Shown::Plain);
        blocks.push_back(body(question.label + answer));
    }
    blocks.push_back(domain::ReceiptRule{});
}

void addPart(Blocks &blocks, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return;
    blocks.push_back(heading(title));
    int number = 0;
    for (const QString &line : lines)
        blocks.push_back(body(QStringLiteral("%1. %2").arg(++number).arg(line)));
    blocks.push_back(domain::ReceiptFeed{});
}

QString waysOf(const domain::Party &party)
{
    QStringList ways;
    for (const domain::Presence presence : party.presence) {
        switch (presence) {
        case domain::Presence::Card:
            ways << QStringLiteral("带身份证一起来");
            break;
        case domain::Presence::Phone:
            ways << QStringLiteral("用自己的手机确认");
            break;
        case domain::Presence::Document:
            ways << QStringLiteral("交一份有签名的同意书");
            break;
        }
    }
    return ways.join(QStringLiteral("，或者"));
}

QStringList people(const ServiceItem &item, const domain::Answers &situations)
{
    QStringList lines;
    for (const domain::Party &party : item.parties) {
        if (domain::holds(party.when, item, situations))
            lines << QStringLiteral("%1：%2").arg(party.label, waysOf(party));
    }
    return lines;
}

QStringList materials(const std::vector<MaterialLine> &lines, NoticePart part)
{
    QStringList texts;
    for (const MaterialLine &line : lines) {
        if (partOf(line) == part)
            texts << QStringLiteral("%1：%2").arg(line.name, line.reason);
    }
    return texts;
}

void addWhere(Blocks &blocks, const ServiceItem &item, const domain::SiteProfile &site)
{
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(body(QStringLiteral("%1，%2").arg(item.department, domain::doneWithinText(item.promised))));
    blocks.push_back(body(QStringLiteral("收费：") + domain::feeText(item.fee)));
    blocks.push_back(body(QStringLiteral("咨询：") + item.contact));
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(body(QStringLiteral("到哪里办：") + site.hallName));
    if (!site.address.isEmpty())
        blocks.push_back(body(QStringLiteral("地址：") + site.address));
    if (!site.hours.isEmpty())
        blocks.push_back(body(QStringLiteral("时间：") + site.hours));
    if (!site.phone.isEmpty())
        blocks.push_back(body(QStringLiteral("电话：") + site.phone));
}

void addCode(Blocks &blocks, const NoticeLink &link, const QStringList &words)
{
    constexpr int smallCode = 250; // bytes; below, larger modules still fit the paper
    const QByteArray code = noticeCode(link, words);
    if (code.isEmpty())
        return;
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(domain::ReceiptQr{.data = code, .moduleDots = code.size() <= smallCode ? 6 : 4});
    blocks.push_back(centred(QStringLiteral("手机扫一扫，清单带着走"), 1));
}

void addFoot(Blocks &blocks, const ServiceItem &item, const NoticePlace &place)
{
    const QString time = place.nowUtc.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"));
    blocks.push_back(body(QStringLiteral("打印时间：") + time));
    if (place.time == domain::TimeTrust::Uncalibrated)
        blocks.push_back(body(QStringLiteral("（时间未校准）")));
    blocks.push_back(body(QStringLiteral("指南版本：") + item.version));
    blocks.push_back(body(QStringLiteral("规定有变化的，以办理当天为准。")));
    blocks.push_back(domain::ReceiptFeed{.lines = 3});
}

} // namespace

domain::ReceiptDocument noticeSlip(const ServiceItem &item, const domain::Answers &situations, const NoticePlace &place)
{
    const std::vector<MaterialLine> lines = resolveMaterials(item, situations, LibraryState{});
    domain::ReceiptDocument document;
    Blocks &blocks = document.blocks;
    addHead(blocks, item, situations, place);
    addPart(blocks, QStringLiteral("要带"),
            QStringList{QStringLiteral("本人身份证")} + materials(lines, NoticePart::Bring));
    addPart(blocks, QStringLiteral("要一起来的人"), people(item, situations));
    addPart(blocks, QStringLiteral("有就带，没有也能办"), materials(lines, NoticePart::MayBring));
    addPart(blocks, QStringLiteral("不用带"), materials(lines, NoticePart::Spared));
    addWhere(blocks, item, place.site);
    QStringList words = oneTimeNotice(item, lines);
    if (!place.site.phone.isEmpty())
        words.insert(1, QStringLiteral("电话：") + place.site.phone);
    addCode(blocks, {.itemCode = item.code, .itemVersion = item.version, .situations = situations}, words);
    addFoot(blocks, item, place);
    return document;
}

} // namespace tongban::catalogue
