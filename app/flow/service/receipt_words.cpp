// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/receipt_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

// The first receipt is out: nothing here takes that back.
bool isSupplement(const ServiceState &state)
{
    return state.submitted && state.submitted->content.supplement;
}

QString savedTitle(const ServiceState &state)
{
    return isSupplement(state) ? Words::tr("补的都存好了") : Words::tr("申请存好了");
}

PageWords spareWords(const ServiceState &state)
{
    PageWords words{.title = savedTitle(state), .subtitle = {}, .spoken = {}, .primary = {}, .bar = 5};
    switch (state.print) {
    case PrintPhase::None:
    case PrintPhase::Printing:
        words.subtitle = Words::tr("正在打印副本，请等一等。");
        break;
    case PrintPhase::Confirmed:
        words.subtitle = Words::tr("请拿好回执、副本和身份证。");
        words.primary = Words::tr("下一步");
        break;
    case PrintPhase::Asking:
        words.title = Words::tr("副本出来了吗？");
        words.subtitle = Words::tr("请看一看出纸的地方。");
        break;
    case PrintPhase::Failed:
        words.subtitle = Words::tr("副本还没打出来。可以再打，也可以不打。");
        words.primary = Words::tr("不打了");
        break;
    }
    return words;
}

QString printingWords(const ServiceState &state)
{
    const auto &all = state.together;
    const auto present = std::find_if(all.begin(), all.end(), [&state](const domain::SubmittedCase &one) {
        return state.submitted && one.content.id == state.submitted->content.id;
    });
    if (present == all.end())
        return Words::tr("正在打印回执，请等一等。");
    return Words::tr("正在打印第%1张回执，一共%2张，请等一等。").arg(present - all.begin() + 1).arg(all.size());
}

} // namespace

PageWords receiptWords(const ServiceState &state)
{
    if (state.spare)
        return spareWords(state);
    const int cases = static_cast<int>(state.together.size());
    PageWords words{.title = cases == 0 ? savedTitle(state) : Words::tr("%n件都存好了", nullptr, cases),
                    .subtitle = {},
                    .spoken = {},
                    .primary = {},
                    .bar = 5};
    switch (state.print) {
    case PrintPhase::None:
    case PrintPhase::Printing:
        words.subtitle = printingWords(state);
        break;
    case PrintPhase::Confirmed:
        words.subtitle = isSupplement(state) ? Words::tr("请拿好回执和身份证。市里没收到以前，机器会自己一直送。")
                         : cases == 0 ? Words::tr("请拿好回执和身份证。")
                                      : Words::tr("请拿好%n张回执和身份证。", nullptr, cases);
        words.primary = isSupplement(state) ? Words::tr("好了") : Words::tr("下一步");
        break;
    case PrintPhase::Asking:
        words.title = Words::tr("回执出来了吗？");
        words.subtitle = Words::tr("请看一看出纸的地方。");
        break;
    case PrintPhase::Failed:
        words.subtitle = Words::tr("回执还没打出来。可以再打，也可以改天来补打。");
        words.primary = Words::tr("下次再打");
        break;
    }
    return words;
}

PageWords ratingWords(const ServiceState &state)
{
    if (state.rated != 0)
        return {.title = Words::tr("哪里让您不满意？"),
                .subtitle = Words::tr("可以点几个，也可以不点。"),
                .spoken = {},
                .primary = Words::tr("说好了"),
                .bar = -1};
    return {.title = Words::tr("办得满意吗？"),
            .subtitle = Words::tr("请点一个，也可以不评。"),
            .spoken = {},
            .primary = Words::tr("不评了"),
            .bar = -1};
}

} // namespace tongban::flow
