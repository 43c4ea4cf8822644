// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/receipt_builder.h"

#include "app/core/domain/assisted_case.h"
#include "app/core/domain/form_engine.h"
#include "app/core/domain/masking.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tongban::domain {

namespace {

constexpr int paperDots = 576;
constexpr int largestScale = 4;

// At scale 1 a Han character is 24 dots wide, an ASCII one 12.
int widthInDots(const QString &text)
{
    int dots = 0;
    for (const QChar c : text)
        dots += c.unicode() < 0x80 ? 12 : 24;
    return dots;
}

int largestScaleFor(const QString &text)
{
    return std::clamp(paperDots / std::max(widthInDots(text), 1), 1, largestScale);
}

// 6 mm high: read without glasses (UX.md: at least 4 mm).
ReceiptText body(const QString &text)
{
    return ReceiptText{.text = text, .tall = true};
}

ReceiptText centred(const QString &text, int scale)
{
    return ReceiptText{
        .align = ReceiptText::Align::Centre, .text = text, .scale = scale, .tall = scale == 1, .bold = true};
}

// A number too long for double size stands on two lines, broken behind the site's code: people read it out by
// telephone.
QStringList numberLines(const QString &number)
{
    const auto site = number.indexOf(u'-') + 1;
    if (largestScaleFor(number) >= 2 || site == 0)
        return {number};
    return {number.left(site), number.mid(site)};
}

QString markOf(ReceiptCopy copy)
{
    switch (copy) {
    case ReceiptCopy::First:
        return {};
    case ReceiptCopy::Again:
        return QStringLiteral("（补打）");
    case ReceiptCopy::Spare:
        return QStringLiteral("（副本）");
    }
    Q_UNREACHABLE();
}

void addHead(std::vector<ReceiptBlock> &blocks, const SubmittedCase &submitted, const SiteProfile &site,
             ReceiptCopy copy)
{
    blocks.push_back(centred(site.hallName, std::min(largestScaleFor(site.hallName), 2)));
    const bool isSupplement = submitted.content.supplement.has_value();
    blocks.push_back(centred(isSupplement ? QStringLiteral("补正回执") : QStringLiteral("预受理回执"), 2));
    if (const QString mark = markOf(copy); !mark.isEmpty())
        blocks.push_back(centred(mark, 2));
    blocks.push_back(ReceiptRule{});
    blocks.push_back(ReceiptText{.align = ReceiptText::Align::Centre,
                                 .text = isSupplement ? QStringLiteral("补正编号") : QStringLiteral("预受理编号"),
                                 .tall = true});
    const QStringList lines = numberLines(submitted.localNumber);
    int scale = largestScale;
    for (const QString &line : lines)
        scale = std::min(scale, largestScaleFor(line));
    for (const QString &line : lines)
        blocks.push_back(centred(line, scale));
    blocks.push_back(ReceiptRule{});
}

// Who helped stands beside who applies; and what was not shown is not hidden.
void addHelper(std::vector<ReceiptBlock> &blocks, const CaseDraft &draft)
{
    if (!draft.helper)
        return;
    blocks.push_back(
        body(QStringLiteral("帮办：%1（%2）").arg(maskedName(draft.helper->card.name), labelOf(draft.helper->role))));
    blocks.push_back(body(QStringLiteral("帮办人证号：") + maskedIdNumber(draft.helper->card.idNumber)));
    if (draft.assurance == Assurance::Vouched)
        blocks.push_back(body(QStringLiteral("本人没刷证，由帮办人证明身份")));
    if (draft.assurance == Assurance::Document)
        blocks.push_back(body(QStringLiteral("本人没刷证，凭帮办人带来的材料")));
    if (draft.isMark)
        blocks.push_back(body(QStringLiteral("本人按手印，帮办人见证")));
}

void addCase(std::vector<ReceiptBlock> &blocks, const SubmittedCase &submitted, TimeTrust trust)
{
    const CaseDraft &draft = submitted.content;
    const QString time = submitted.submittedAt.toLocalTime().toString(QStringLiteral("yyyy年M月d日 HH:mm"));
    blocks.push_back(body(QStringLiteral("事项：") + draft.item.name));
    if (draft.supplement)
        blocks.push_back(body(QStringLiteral("预受理编号：") + draft.supplement->caseNumber));
    blocks.push_back(body(QStringLiteral("时间：") + time));
    if (trust == TimeTrust::Uncalibrated)
        blocks.push_back(body(QStringLiteral("（时间未校准）")));
    blocks.push_back(body(QStringLiteral("姓名：") + maskedName(draft.applicant.name)));
    blocks.push_back(body(QStringLiteral("证号：") + maskedIdNumber(draft.applicant.idNumber)));
    addHelper(blocks, draft);
    for (const FormField &field : draft.item.fields) {
        const bool matters =
            field.prefill.isEmpty() && (field.type == FieldType::Choice || field.type == FieldType::Phone);
        if (!matters || !isVisible(draft.item, field, draft.answers) || !draft.answers.contains(field.key))
            continue;
        const QString value = displayValue(field, draft.answers.value(field.key), Shown::Masked);
        if (!value.isEmpty())
            blocks.push_back(body(field.label + QStringLiteral("：") + value));
    }
}

void addMaterials(std::vector<ReceiptBlock> &blocks, const CaseDraft &draft)
{
    if (draft.pages.isEmpty())
        return;
    blocks.push_back(ReceiptRule{});
    blocks.push_back(body(draft.supplement ? QStringLiteral("这次补的材料") : QStringLiteral("已交材料")));
    for (const MaterialSpec &material : draft.item.materials) {
        const auto pages = draft.pages.value(material.key).size();
        if (pages > 0)
            blocks.push_back(body(QStringLiteral("· %1，%2页").arg(material.name).arg(pages)));
    }
}

// Which answers were corrected, not to what: paper gets lost.
void addCorrected(std::vector<ReceiptBlock> &blocks, const CaseDraft &draft)
{
    if (!draft.supplement || draft.item.fields.empty())
        return;
    blocks.push_back(ReceiptRule{});
    blocks.push_back(body(QStringLiteral("这次更正的内容")));
    for (const FormField &field : draft.item.fields)
        blocks.push_back(body(QStringLiteral("· ") + field.label));
}

// 容缺: what is still owed, and until when.
void addLater(std::vector<ReceiptBlock> &blocks, const CaseDraft &draft)
{
    if (draft.later.isEmpty())
        return;
    blocks.push_back(ReceiptRule{});
    blocks.push_back(ReceiptText{.text = QStringLiteral("还要补交"), .tall = true, .bold = true});
    for (const MaterialSpec &material : draft.item.materials) {
        if (const QDate until = draft.later.value(material.key); until.isValid())
            blocks.push_back(body(
                QStringLiteral("· %1，%2以前").arg(material.name, until.toString(QStringLiteral("yyyy年M月d日")))));
    }
    blocks.push_back(body(QStringLiteral("带身份证和原件到大厅补交。不补交，可能办不成。")));
}

void addFoot(std::vector<ReceiptBlock> &blocks, const CaseDraft &draft, const SiteProfile &site)
{
    const ServiceItem &item = draft.item;
    blocks.push_back(ReceiptText{.align = ReceiptText::Align::Centre,
                                 .text = QStringLiteral("本回执不是受理通知书"),
                                 .tall = true,
                                 .bold = true});
    blocks.push_back(body(draft.supplement
                              ? QStringLiteral("补的已经存好，线路通了就送到市里。带身份证来，刷一下就知道办到哪一步。")
                              : item.whenToReturn));
    blocks.push_back(body(item.whomToCall));
    if (!site.phone.isEmpty())
        blocks.push_back(body(QStringLiteral("大厅电话：") + site.phone));
    if (!site.address.isEmpty())
        blocks.push_back(body(QStringLiteral("地址：") + site.address));
    if (!site.hours.isEmpty())
        blocks.push_back(body(QStringLiteral("时间：") + site.hours));
}

// 4 dots are half a millimetre: what cameras of telephones and the terminals' own scanners read from thermal paper
// (DOMAIN.md: up to version 25 on 576 dots). The unsigned code is small and may be larger.
constexpr int signedModuleDots = 4;
constexpr int unsignedModuleDots = 6;

void addCodes(std::vector<ReceiptBlock> &blocks, const ReceiptCodes &codes)
{
    const auto caption = [&blocks](const QString &text) {
        blocks.push_back(ReceiptText{.align = ReceiptText::Align::Centre, .text = text, .tall = true});
    };
    blocks.push_back(ReceiptRule{});
    if (!codes.isSigned) {
        blocks.push_back(ReceiptQr{.data = codes.verification, .moduleDots = unsignedModuleDots});
        caption(QStringLiteral("此码没有电子签名，仅供查询"));
        blocks.push_back(ReceiptRule{});
        return;
    }
    blocks.push_back(ReceiptQr{.data = codes.verification, .moduleDots = signedModuleDots});
    caption(QStringLiteral("核验码：扫一扫，辨真假"));
    blocks.push_back(ReceiptQr{.data = codes.keyFacts, .moduleDots = signedModuleDots});
    caption(QStringLiteral("备份码：机器坏了凭它找回"));
    blocks.push_back(ReceiptRule{});
}

QString hex(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex());
}

QJsonObject laterContent(const CaseDraft &draft)
{
    QJsonObject later;
    for (auto it = draft.later.begin(); it != draft.later.end(); ++it)
        later.insert(it.key(), it.value().toString(Qt::ISODate));
    return later;
}

QJsonObject partiesContent(const CaseDraft &draft)
{
    QJsonObject parties;
    for (auto it = draft.parties.begin(); it != draft.parties.end(); ++it)
        parties.insert(it.key(), QJsonArray{it->card.name.reveal(), it->card.idNumber.reveal(),
                                            it->signature ? hex(it->signature->sm3) : QString()});
    return parties;
}

} // namespace

QByteArray canonicalContent(const CaseDraft &draft)
{
    QJsonObject answers;
    for (auto it = draft.answers.begin(); it != draft.answers.end(); ++it)
        answers.insert(it.key(), it.value().reveal());
    QJsonObject pages;
    for (auto it = draft.pages.begin(); it != draft.pages.end(); ++it) {
        QJsonArray digests;
        for (const SealedPage &page : it.value())
            digests.append(hex(page.sm3));
        pages.insert(it.key(), digests);
    }
    QJsonObject content{{QStringLiteral("caseId"), draft.id.toString(QUuid::WithoutBraces)},
                        {QStringLiteral("itemCode"), draft.item.code},
                        {QStringLiteral("itemVersion"), draft.item.version},
                        {QStringLiteral("name"), draft.applicant.name.reveal()},
                        {QStringLiteral("idNumber"), draft.applicant.idNumber.reveal()},
                        {QStringLiteral("answers"), answers},
                        {QStringLiteral("pages"), pages},
                        {QStringLiteral("signature"), draft.signature ? hex(draft.signature->sm3) : QString()}};
    if (draft.supplement)
        content.insert(QStringLiteral("letter"), draft.supplement->letter.toString(QUuid::WithoutBraces));
    if (const QJsonObject later = laterContent(draft); !later.isEmpty())
        content.insert(QStringLiteral("later"), later);
    if (const QJsonObject parties = partiesContent(draft); !parties.isEmpty())
        content.insert(QStringLiteral("parties"), parties);
    if (draft.helper)
        content.insert(QStringLiteral("helper"),
                       QJsonArray{draft.helper->card.name.reveal(), draft.helper->card.idNumber.reveal(),
                                  nameOf(draft.helper->role), nameOf(draft.assurance), draft.isMark});
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

ReceiptCodes unsignedCodes(const SubmittedCase &submitted, const SiteProfile &site, const Sm3 &sm3)
{
    const QJsonObject facts{{QStringLiteral("v"), 1},
                            {QStringLiteral("n"), submitted.localNumber},
                            {QStringLiteral("i"), submitted.content.item.code},
                            {QStringLiteral("t"), submitted.submittedAt.toUTC().toString(Qt::ISODate)},
                            {QStringLiteral("d"), site.deviceId},
                            {QStringLiteral("h"), hex(sm3(canonicalContent(submitted.content)))}};
    return {.verification = QJsonDocument(facts).toJson(QJsonDocument::Compact), .keyFacts = {}, .isSigned = false};
}

ReceiptDocument receiptFor(const SubmittedCase &submitted, const SiteProfile &site, ReceiptCopy copy,
                           const ReceiptCodes &codes, TimeTrust time)
{
    ReceiptDocument document;
    addHead(document.blocks, submitted, site, copy);
    addCase(document.blocks, submitted, time);
    addMaterials(document.blocks, submitted.content);
    addCorrected(document.blocks, submitted.content);
    addLater(document.blocks, submitted.content);
    addCodes(document.blocks, codes);
    addFoot(document.blocks, submitted.content, site);
    document.blocks.push_back(ReceiptFeed{.lines = 3});
    return document;
}

} // namespace tongban::domain
