// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/helper_words.h"

#include "app/core/domain/assisted_case.h"

#include <QCoreApplication>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

} // namespace

QString roleWord(domain::HelperRole role)
{
    return QCoreApplication::translate("HelperRole", domain::labelOf(role).toUtf8().constData());
}

PageWords helpingWords(const ServiceState &state)
{
    return {.title = Words::tr("谁帮您办？"),
            .subtitle = state.cardless ? Words::tr("没带身份证，要有人替您说明身份，他要刷自己的证。")
                                       : Words::tr("帮您的人也要刷自己的身份证，两个人的名字都记下来。"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords helperCardWords(const ServiceState &state)
{
    return {.title = Words::tr("请帮忙的%1刷身份证").arg(state.role ? roleWord(*state.role) : QString()),
            .subtitle = Words::tr("刷帮忙的人自己的证，不是本人的。平放在读卡的地方，先不要拿开。"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords namingWords(const ServiceState &state)
{
    const bool isNumber = state.formPage > 0;
    return {.title = isNumber ? Words::tr("本人的身份证号码") : Words::tr("要办事的人叫什么？"),
            .subtitle = isNumber ? Words::tr("18 位，写错了会提醒您。")
                                 : Words::tr("写没带证的那个人的名字，不是帮忙的人的。"),
            .spoken = {},
            .primary = Words::tr("下一步"),
            .bar = 0};
}

PageWords helpedIdentifyWords(const ServiceState &state)
{
    if (state.draft && !domain::isHereByCard(*state.draft))
        return {.title = Words::tr("记下了"),
                .subtitle = Words::tr("正在看看上次有没有没办完的事。"),
                .spoken = {},
                .primary = {},
                .bar = 0};
    return {.title = Words::tr("现在请本人刷身份证"),
            .subtitle = Words::tr("换成要办事的人的身份证，平放在读卡的地方，先不要拿开。"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords markSheetWords(const ServiceState &state)
{
    PageWords words{.title = Words::tr("按手印的单子"), .subtitle = {}, .spoken = {}, .primary = {}, .bar = 3};
    switch (state.print) {
    case PrintPhase::None:
    case PrintPhase::Printing:
        words.subtitle = Words::tr("正在打印，请等一等。");
        break;
    case PrintPhase::Confirmed:
        words.title = Words::tr("请在单子上按手印");
        words.subtitle = Words::tr("也可以画押。帮忙的人在下面签名作见证，再把单子放到扫描台，字朝下。");
        words.primary = Words::tr("按好了，扫描");
        break;
    case PrintPhase::Asking:
        words.title = Words::tr("单子出来了吗？");
        words.subtitle = Words::tr("请看一看出纸的地方。");
        break;
    case PrintPhase::Failed:
        words.subtitle = Words::tr("单子还没打出来。可以再打，也可以回去用手指签。");
        break;
    }
    return words;
}

} // namespace tongban::flow
