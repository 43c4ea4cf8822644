// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/supplement_words.h"

#include "app/core/domain/supplement.h"
#include "app/flow/progress/status_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

} // namespace

PageWords letterWords(ports::NoticeKind kind)
{
    return {.title = Words::tr("有一封信给您"),
            .subtitle = Words::tr("办事部门来了%1，要您看一看。").arg(progress::wordsOf(kind)),
            .spoken = {},
            .primary = {},
            .bar = -1};
}

PageWords supplementWords(const domain::CaseDraft &draft)
{
    PageWords words{.title = Words::tr("要补的都齐了"),
                    .subtitle = Words::tr("看一看，没有问题就按下一步。"),
                    .spoken = {},
                    .primary = Words::tr("下一步"),
                    .bar = 2};
    const domain::MaterialSpec *next = domain::nextToBring(draft);
    if (!next)
        return words;
    const auto &all = draft.item.materials;
    const auto place = std::count_if(all.begin(), all.end(), [&draft](const domain::MaterialSpec &one) {
        return !draft.pages.value(one.key).empty();
    });
    words.title = all.size() == 1 ? Words::tr("请补一样材料")
                                  : Words::tr("要补%1样材料，这是第%2样").arg(all.size()).arg(place + 1);
    words.subtitle = domain::officeWords(draft, next->key).replace(QLatin1Char('\n'), QLatin1Char(' '));
    return words;
}

} // namespace tongban::flow
