// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/material_resolver.h"

#include "app/core/domain/item/item_guide.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::catalogue {

using domain::MaterialOrigin;
using domain::MaterialSpec;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MaterialResolver)
};

// How it comes here when nothing spares the person the way: the first that the item names.
MaterialWay broughtBy(const MaterialSpec &material)
{
    for (const MaterialOrigin origin : material.origins) {
        switch (origin) {
        case MaterialOrigin::Scan:
            return material.late ? MaterialWay::Later : MaterialWay::Scan;
        case MaterialOrigin::Camera:
            return material.late ? MaterialWay::Later : MaterialWay::Camera;
        case MaterialOrigin::Paper:
            return MaterialWay::Paper;
        case MaterialOrigin::Library:
        case MaterialOrigin::Shared:
        case MaterialOrigin::Commitment:
            break;
        }
    }
    // Only the library could have had it and has not: the window takes the original.
    return MaterialWay::Paper;
}

MaterialWay wayOf(const MaterialSpec &material, const LibraryState &library, bool isGiven)
{
    if (isGiven)
        return MaterialWay::Given;
    if (material.comesBy(MaterialOrigin::Library) && library.held.contains(material.licence))
        return MaterialWay::FromLibrary;
    if (material.comesBy(MaterialOrigin::Shared))
        return MaterialWay::Shared;
    if (material.comesBy(MaterialOrigin::Library) && !library.isKnown)
        return MaterialWay::Deferred;
    if (material.comesBy(MaterialOrigin::Commitment))
        return MaterialWay::Commitment;
    return broughtBy(material);
}

QString dayText(QDate day)
{
    return day.toString(Words::tr("yyyy年M月d日"));
}

QString reasonOf(const MaterialSpec &material, MaterialWay way)
{
    switch (way) {
    case MaterialWay::FromLibrary:
        return Words::tr("电子证照库里有，不用带。");
    case MaterialWay::Deferred:
        return Words::tr("现在查不了证照库。您同意以后由平台去查，就不用带。");
    case MaterialWay::Shared:
        return Words::tr("部门之间能查到，不用带。");
    case MaterialWay::Given:
        return Words::tr("已经交了，不用再交。");
    case MaterialWay::Commitment:
        return Words::tr("签名承诺就行，不用带。");
    case MaterialWay::Scan:
        return material.optional ? Words::tr("有就在这台机器上扫描，没有也能办。")
                                 : Words::tr("请带原件，在这台机器上扫描。");
    case MaterialWay::Camera:
        return Words::tr("在这台机器上拍照。");
    case MaterialWay::Later:
        return Words::tr("今天没有也能办，以后要补交。");
    case MaterialWay::Paper:
        return material.paperReason.isEmpty() ? Words::tr("证照库里没有，原件要交到窗口。")
                                              : Words::tr("原件要交到窗口：%1").arg(material.paperReason);
    }
    Q_UNREACHABLE();
}

// A portrait is taken of the person who stands here; everything else that is photographed was carried here.
bool mustBring(const MaterialSpec &material, MaterialWay way)
{
    switch (way) {
    case MaterialWay::FromLibrary:
    case MaterialWay::Deferred:
    case MaterialWay::Shared:
    case MaterialWay::Given:
    case MaterialWay::Commitment:
        return false;
    case MaterialWay::Camera:
        return !material.optional && material.profile != domain::PageKind::Portrait;
    case MaterialWay::Scan:
    case MaterialWay::Later:
    case MaterialWay::Paper:
        return !material.optional;
    }
    Q_UNREACHABLE();
}

// Without a promise it is asked for like anything else.
void settleLater(MaterialLine &line, const MaterialSpec &material, QDate until)
{
    line.mayFollow = true;
    line.until = until;
    if (until.isValid()) {
        line.reason = Words::tr("您说好%1以前补交。").arg(dayText(until));
        return;
    }
    MaterialSpec now = material;
    now.late = false;
    line.way = broughtBy(now);
    line.reason = Words::tr("今天没有也能办，以后要补交。");
}

LibraryState stateOf(const domain::CaseDraft &draft)
{
    if (!draft.library)
        return {};
    const QStringList held = draft.library->keys();
    return {.isKnown = true, .held = {held.begin(), held.end()}};
}

// Enough to know it again, not enough for who looks over a shoulder.
void settleLibrary(MaterialLine &line, const domain::HeldLicence &held)
{
    constexpr int longNumber = 8;
    const QString number = held.number.reveal();
    const QString tail = number.right(number.size() < longNumber ? 2 : 4);
    line.reason = held.issued.isValid()
                      ? Words::tr("电子证照库里有：号码尾号%1，%2发的。不用带。").arg(tail, dayText(held.issued))
                      : Words::tr("电子证照库里有：号码尾号%1。不用带。").arg(tail);
}

QStringList namesBy(const std::vector<MaterialLine> &lines, MaterialWay way)
{
    QStringList names;
    for (const MaterialLine &line : lines) {
        if (line.way == way && !line.isOptional)
            names << line.name;
    }
    return names;
}

} // namespace

std::vector<MaterialLine> resolveMaterials(const domain::ServiceItem &item, const domain::Answers &situations,
                                           const LibraryState &library, const QSet<QString> &given)
{
    std::vector<MaterialLine> lines;
    for (const MaterialSpec *material : domain::askedMaterials(item, situations)) {
        const MaterialWay way = wayOf(*material, library, given.contains(material->key));
        const bool isSpared = way == MaterialWay::FromLibrary || way == MaterialWay::Shared;
        lines.push_back({.key = material->key,
                         .name = material->name,
                         .way = way,
                         .isOptional = material->optional,
                         .mayScan = material->comesBy(MaterialOrigin::Scan) && !isSpared,
                         .isBrought = mustBring(*material, way),
                         .reason = reasonOf(*material, way)});
    }
    return lines;
}

std::vector<MaterialLine> resolveMaterials(const domain::CaseDraft &draft, const LibraryState &library)
{
    QSet<QString> given;
    for (auto pages = draft.pages.begin(); pages != draft.pages.end(); ++pages) {
        if (!pages->empty())
            given.insert(pages.key());
    }
    std::vector<MaterialLine> lines =
        resolveMaterials(draft.item, draft.answers, draft.library ? stateOf(draft) : library, given);
    for (MaterialLine &line : lines) {
        if (line.way == MaterialWay::FromLibrary && draft.library)
            settleLibrary(line, draft.library->value(draft.item.material(line.key)->licence));
        if (line.way == MaterialWay::Later)
            settleLater(line, *draft.item.material(line.key), draft.later.value(line.key));
    }
    return lines;
}

QStringList licencesToAsk(const domain::CaseDraft &draft)
{
    QStringList licences;
    for (const MaterialLine &line : resolveMaterials(draft)) {
        if (line.way == MaterialWay::Deferred)
            licences << draft.item.material(line.key)->licence;
    }
    licences.removeDuplicates();
    return licences;
}

bool isComplete(const std::vector<MaterialLine> &lines)
{
    return std::none_of(lines.begin(), lines.end(), [](const MaterialLine &line) {
        return !line.isOptional && (line.way == MaterialWay::Scan || line.way == MaterialWay::Camera);
    });
}

QString signedText(const domain::ServiceItem &item, const std::vector<MaterialLine> &lines)
{
    QString text = item.consent;
    const auto add = [&text](const QString &sentence) {
        text = text.isEmpty() ? sentence : Words::tr("%1%2", "two sentences").arg(text, sentence);
    };
    for (const MaterialLine &line : lines) {
        if (line.way == MaterialWay::Commitment && !line.isOptional)
            add(item.material(line.key)->commitment);
    }
    if (const QStringList names = namesBy(lines, MaterialWay::Deferred); !names.isEmpty())
        add(Words::tr("我同意平台到电子证照库查我的%1。").arg(names.join(Words::tr("、"))));
    if (const QStringList names = namesBy(lines, MaterialWay::FromLibrary); !names.isEmpty())
        add(Words::tr("我同意用电子证照库里我的%1。").arg(names.join(Words::tr("、"))));
    bool isOwed = false;
    for (const MaterialLine &line : lines) {
        if (line.way != MaterialWay::Later || line.isOptional)
            continue;
        isOwed = true;
        add(line.until.isValid() ? Words::tr("我会在%1以前补交%2。").arg(dayText(line.until), line.name)
                                 : Words::tr("我会补交%1。").arg(line.name));
    }
    if (isOwed)
        add(Words::tr("不补交，可能办不成。"));
    return text;
}

NoticePart partOf(const MaterialLine &line)
{
    if (line.isBrought)
        return NoticePart::Bring;
    switch (line.way) {
    case MaterialWay::FromLibrary:
    case MaterialWay::Deferred:
    case MaterialWay::Shared:
    case MaterialWay::Given:
    case MaterialWay::Commitment:
        return NoticePart::Spared;
    case MaterialWay::Camera: // of the person who stands here: nothing is carried
        return line.isOptional ? NoticePart::MayBring : NoticePart::Spared;
    case MaterialWay::Scan:
    case MaterialWay::Later:
    case MaterialWay::Paper:
        return NoticePart::MayBring;
    }
    Q_UNREACHABLE();
}

QStringList oneTimeNotice(const domain::ServiceItem &item, const std::vector<MaterialLine> &lines)
{
    const auto paragraphs = [&lines](NoticePart part) {
        QStringList texts;
        for (const MaterialLine &line : lines) {
            if (partOf(line) == part)
                texts << Words::tr("%1：%2").arg(line.name, line.reason);
        }
        return texts;
    };
    QStringList notice{Words::tr("办理%1").arg(item.name), Words::tr("要带：本人身份证")};
    notice << paragraphs(NoticePart::Bring);
    if (const QStringList maybe = paragraphs(NoticePart::MayBring); !maybe.isEmpty())
        notice << Words::tr("有就带：") << maybe;
    if (const QStringList spared = paragraphs(NoticePart::Spared); !spared.isEmpty())
        notice << Words::tr("不用带：") << spared;
    notice << Words::tr("%1，%2").arg(item.department, domain::doneWithinText(item.promised))
           << domain::feeText(item.fee) << item.contact;
    return notice;
}

} // namespace tongban::catalogue
