// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/page_words.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/flow/service/helper_words.h"
#include "app/flow/service/leave_words.h"
#include "app/flow/service/material_words.h"
#include "app/flow/service/phone_words.h"
#include "app/flow/service/receipt_words.h"
#include "app/flow/service/slip_words.h"
#include "app/flow/service/supplement_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

PageWords guideWords(const ServiceState &state)
{
    const bool known = state.item.has_value();
    if (known && state.closed)
        return {.title = state.item->name,
                .subtitle = Words::tr("这里现在办不了，可以先打一张材料清单。"),
                .spoken = {},
                .primary = {},
                .bar = -1};
    return {.title = known ? state.item->name : QString(),
            .subtitle = known ? state.item->summary : QString(),
            .spoken = {},
            .primary = Words::tr("开始办理"),
            .bar = -1};
}

PageWords identifyWords(const ServiceState &state)
{
    if (state.draft ? state.draft->assurance != domain::Assurance::Card : state.beside.has_value())
        return helpedIdentifyWords(state);
    if (state.draft && state.busy)
        return {.title = Words::tr("读好了，身份证可以拿走了"),
                .subtitle = Words::tr("正在看看您上次有没有没办完的事。"),
                .spoken = {},
                .primary = {},
                .bar = 0};
    return {.title = Words::tr("请刷身份证"),
            .subtitle = Words::tr("把身份证平放在读卡的地方，先不要拿开。"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords resumeWords(const ServiceState &state)
{
    if (state.unfinished && state.unfinished->letter)
        return letterWords(state.unfinished->letter->kind);
    if (state.unfinished && state.unfinished->draft && state.unfinished->draft->supplement)
        return {.title = Words::tr("您上次还没补完"),
                .subtitle = Words::tr("补好的都还在，要接着补吗？"),
                .spoken = {},
                .primary = {},
                .bar = 0};
    if (state.unfinished && state.unfinished->draft)
        return {.title = Words::tr("您上次还没办完"),
                .subtitle = Words::tr("填好的都还在，要接着办吗？"),
                .spoken = {},
                .primary = {},
                .bar = 0};
    return {.title = Words::tr("您上次的回执还没打好"),
            .subtitle = Words::tr("申请已经存好，现在要打印回执吗？"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords notEligibleWords(const ServiceState &state)
{
    const domain::EligibilityRule *rule =
        state.draft && state.today.isValid()
            ? domain::brokenRule(state.draft->item, state.draft->applicant, state.today, state.draft->residence)
            : nullptr;
    const bool isOfPlace = rule && rule->kind == domain::EligibilityRule::Kind::LocalResidence;
    return {.title = isOfPlace ? Words::tr("可能要到别处办") : Words::tr("现在还不符合条件"),
            .subtitle = rule ? rule->clause : Words::tr("按规定，现在还不能办。"),
            .spoken = {},
            .primary = Words::tr("仍要申请"),
            .bar = 0};
}

PageWords formWords(const ServiceState &state)
{
    PageWords words{.title = {}, .subtitle = {}, .spoken = {}, .primary = Words::tr("下一步"), .bar = 1};
    if (state.draft && state.formPage >= 0 && state.formPage < static_cast<int>(state.draft->item.pages.size())) {
        const domain::FormPage &page = state.draft->item.pages[static_cast<size_t>(state.formPage)];
        words.title = page.title;
        const QString phone = page.fields.contains(state.phone.field) ? phoneWord(state.phone) : QString();
        words.subtitle = phone.isEmpty() ? page.prompt : phone;
    }
    return words;
}

PageWords situationWords(const ServiceState &state)
{
    PageWords words{.title = {}, .subtitle = {}, .spoken = {}, .primary = Words::tr("下一步"), .bar = -1};
    if (state.item && state.formPage >= 0 && state.formPage < static_cast<int>(state.item->situations.size())) {
        const domain::Situation &situation = state.item->situations[static_cast<size_t>(state.formPage)];
        words.title = situation.field.label;
        words.subtitle = situation.prompt;
    }
    return words;
}

PageWords silentWords(const ServiceState &state)
{
    switch (state.step) {
    case Step::Attract:
        return {.title = Words::tr("您好，请点一下屏幕"),
                .subtitle = Words::tr("带上身份证，申请补贴、津贴都在这里。"),
                .spoken = {},
                .primary = Words::tr("开始"),
                .bar = -1};
    case Step::Home:
        return {.title = Words::tr("您要办什么？"),
                .subtitle = Words::tr("请点您要办的事。"),
                .spoken = {},
                .primary = {},
                .bar = -1};
    case Step::Guide:
        return guideWords(state);
    case Step::Parts:
        return {.title = Words::tr("这几样一起办"),
                .subtitle = Words::tr("不要办的，点一下去掉。"),
                .spoken = {},
                .primary = Words::tr("下一步"),
                .bar = -1};
    case Step::Situation:
        return situationWords(state);
    case Step::Slip:
        return slipWords(state.print);
    case Step::Identify:
        return identifyWords(state);
    case Step::Helping:
        return helpingWords(state);
    case Step::HelperCard:
        return helperCardWords(state);
    case Step::Naming:
        return namingWords(state);
    case Step::Resume:
        return resumeWords(state);
    case Step::NotEligible:
        return notEligibleWords(state);
    case Step::Party:
        return partyWords(state);
    case Step::Form:
        return formWords(state);
    case Step::PhoneCode:
        return phoneCodeWords(state);
    case Step::Materials:
        return materialsWords(state);
    case Step::Capture:
        return captureWords(state);
    case Step::PageReview:
        return {.title = Words::tr("字看得清楚吗？"),
                .subtitle = Words::tr("看得清就用这张，看不清就再扫一次。"),
                .spoken = {},
                .primary = Words::tr("看得清"),
                .bar = 2};
    case Step::Missing:
        return missingWords(state);
    case Step::Away:
        return awayWords(state);
    case Step::Kept:
        return keptWords(state);
    case Step::Signature:
        return signatureWords(state);
    case Step::MarkSheet:
        return markSheetWords(state);
    case Step::Review:
        return {.title = Words::tr("请核对一遍"),
                .subtitle = Words::tr("没有错，就按提交。"),
                .spoken = {},
                .primary = Words::tr("提交"),
                .bar = 4};
    case Step::Submitting:
        return {.title = Words::tr("正在提交"),
                .subtitle = Words::tr("请等一等，不要离开。"),
                .spoken = {},
                .primary = {},
                .bar = 5};
    case Step::Receipt:
        return receiptWords(state);
    case Step::Rating:
        return ratingWords(state);
    case Step::Farewell:
        return {.title = Words::tr("已清除您的信息"),
                .subtitle = Words::tr("请带好身份证和材料，慢走。"),
                .spoken = {},
                .primary = {},
                .bar = -1};
    }
    Q_UNREACHABLE();
}

} // namespace

PageWords wordsFor(const ServiceState &state)
{
    PageWords words = silentWords(state);
    for (const QString &clause : {words.title, words.subtitle}) {
        if (!clause.isEmpty())
            words.spoken << clause;
    }
    return words;
}

QStringList stepBarWords()
{
    return {Words::tr("刷证"), Words::tr("填表"), Words::tr("材料"),
            Words::tr("签名"), Words::tr("核对"), Words::tr("提交")};
}

bool offersForward(const ServiceState &state)
{
    if (state.step == Step::Materials && state.draft && !catalogue::isComplete(catalogue::resolveMaterials(*state.draft)))
        return false;
    if (state.step == Step::PhoneCode && !mayCheckCode(state))
        return false;
    return !state.busy && state.step != Step::Attract && !wordsFor(state).primary.isEmpty();
}

bool offersBackward(const ServiceState &state)
{
    switch (state.step) {
    case Step::Guide:
    case Step::Parts:
    case Step::Situation:
    case Step::Identify:
    case Step::Helping:
    case Step::HelperCard:
    case Step::Naming:
    case Step::Resume:
    case Step::NotEligible:
    case Step::Party:
    case Step::Form:
    case Step::PhoneCode:
    case Step::Materials:
    case Step::Capture:
    case Step::PageReview:
    case Step::Missing:
    case Step::Signature:
    case Step::Review:
    case Step::Rating:
    case Step::Away:
        return true;
    case Step::MarkSheet:
        return state.print == PrintPhase::Confirmed || state.print == PrintPhase::Failed;
    case Step::Attract:
    case Step::Home:
    case Step::Slip: // its primary action leads back
    case Step::Submitting:
    case Step::Receipt:
    case Step::Kept:
    case Step::Farewell:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow
