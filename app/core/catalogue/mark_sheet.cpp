// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/mark_sheet.h"

#include "app/core/domain/masking.h"

namespace tongban::catalogue {

namespace {

using Blocks = std::vector<domain::ReceiptBlock>;

// 6 mm high: read aloud to who cannot read it (UX.md: at least 4 mm).
domain::ReceiptText body(const QString &text)
{
    return {.text = text, .tall = true};
}

domain::ReceiptText centred(const QString &text, int scale)
{
    return {.align = domain::ReceiptText::Align::Centre, .text = text, .scale = scale, .tall = scale == 1, .bold = true};
}

void addPerson(Blocks &blocks, const QString &as, const domain::IdCard &card)
{
    blocks.push_back(body(QStringLiteral("%1：%2").arg(as, card.name.reveal())));
    blocks.push_back(body(QStringLiteral("证号：") + domain::maskedIdNumber(card.idNumber)));
}

// Room for a thumb: some 3 cm.
void addField(Blocks &blocks, const QString &title, int lines)
{
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(centred(title, 1));
    blocks.push_back(domain::ReceiptFeed{.lines = lines});
}

} // namespace

domain::ReceiptDocument markSheetFor(const domain::CaseDraft &draft, const NoticePlace &place)
{
    constexpr int thumb = 7; // lines
    constexpr int name = 4;
    const QString time = place.nowUtc.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"));
    domain::ReceiptDocument document;
    Blocks &blocks = document.blocks;
    blocks.push_back(centred(place.site.hallName, 1));
    blocks.push_back(centred(QStringLiteral("手印见证单"), 2));
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(body(QStringLiteral("事项：") + draft.item.name));
    addPerson(blocks, QStringLiteral("申请人"), draft.applicant);
    blocks.push_back(domain::ReceiptRule{});
    blocks.push_back(body(signedText(draft.item, resolveMaterials(draft))));
    blocks.push_back(body(QStringLiteral("上面的话念给我听过，我同意。")));
    addField(blocks, QStringLiteral("本人在这里按手印或者画押"), thumb);
    addField(blocks, QStringLiteral("见证人在这里签名"), name);
    blocks.push_back(domain::ReceiptRule{});
    addPerson(blocks, QStringLiteral("见证人（%1）").arg(labelOf(draft.helper->role)), draft.helper->card);
    blocks.push_back(body(QStringLiteral("时间：") + time));
    if (place.time == domain::TimeTrust::Uncalibrated)
        blocks.push_back(body(QStringLiteral("（时间未校准）")));
    blocks.push_back(body(QStringLiteral("按好以后放到扫描台上扫描，单子自己收好。")));
    blocks.push_back(domain::ReceiptFeed{.lines = 3});
    return document;
}

} // namespace tongban::catalogue
