// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/slip_words.h"

#include <QCoreApplication>

namespace tongban::flow {

namespace {

struct SlipWords
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

} // namespace

PageWords slipWords(PrintPhase phase)
{
    PageWords words{.title = SlipWords::tr("材料清单"), .subtitle = {}, .spoken = {}, .primary = {}, .bar = -1};
    switch (phase) {
    case PrintPhase::None:
    case PrintPhase::Printing:
        words.subtitle = SlipWords::tr("正在打印，请等一等。");
        break;
    case PrintPhase::Confirmed:
        words.title = SlipWords::tr("请拿好清单");
        words.subtitle = SlipWords::tr("照着清单准备，办的时候带来。");
        words.primary = SlipWords::tr("好了");
        break;
    case PrintPhase::Asking:
        words.title = SlipWords::tr("清单出来了吗？");
        words.subtitle = SlipWords::tr("请看一看出纸的地方。");
        break;
    case PrintPhase::Failed:
        words.subtitle = SlipWords::tr("清单还没打出来。可以再打，也可以不打。");
        words.primary = SlipWords::tr("不打了");
        break;
    }
    return words;
}

} // namespace tongban::flow
