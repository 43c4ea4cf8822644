// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/leave_words.h"

#include <QCoreApplication>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

QString partyLabel(const ServiceState &state)
{
    const domain::Party *party = state.draft ? state.draft->item.party(state.party) : nullptr;
    return party ? party->label : QString();
}

} // namespace

PageWords partyWords(const ServiceState &state)
{
    return {.title = Words::tr("请%1刷身份证").arg(partyLabel(state)),
            .subtitle = Words::tr("这件事要几个人一起办。把身份证平放在读卡的地方。"),
            .spoken = {},
            .primary = {},
            .bar = 0};
}

PageWords signatureWords(const ServiceState &state)
{
    return {.title = state.party.isEmpty() ? Words::tr("请签名") : Words::tr("请%1签名").arg(partyLabel(state)),
            .subtitle = Words::tr("看过下面的话，用手指在框里写名字。"),
            .spoken = {},
            .primary = Words::tr("签好了"),
            .bar = 3};
}

PageWords missingWords(const ServiceState &state)
{
    const domain::MaterialSpec *material = state.draft ? state.draft->item.material(state.material) : nullptr;
    if (state.busy)
        return {.title = Words::tr("正在存好您填的"),
                .subtitle = Words::tr("请等一等，先别走开。"),
                .spoken = {},
                .primary = {},
                .bar = 2};
    return {.title = material ? Words::tr("没带%1，怎么办？").arg(material->name)
                              : Words::tr("%1没来，怎么办？").arg(partyLabel(state)),
            .subtitle = Words::tr("请选一个办法，填好的都不会丢。"),
            .spoken = {},
            .primary = {},
            .bar = material ? 2 : 0};
}

// Says nothing of who is away, nor for what.
PageWords awayWords(const ServiceState &state)
{
    if (state.returned)
        return {.title = Words::tr("读好了，身份证可以拿走了"),
                .subtitle = Words::tr("正在打开您填好的。"),
                .spoken = {},
                .primary = {},
                .bar = -1};
    return {.title = Words::tr("有人去拿东西了，马上回来"),
            .subtitle = Words::tr("回来了，把身份证平放在读卡的地方，就能接着办。"),
            .spoken = {},
            .primary = {},
            .bar = -1};
}

PageWords keptWords(const ServiceState &state)
{
    return {.title = Words::tr("都存好了，您改天再来"),
            .subtitle = (state.keptForHelper ? Words::tr("%1以前，本人带身份证来，或者同一个人来帮，就能接着办。")
                                             : Words::tr("%1以前，到这台机器上办同一件事，刷同一张身份证，就能接着办。"))
                            .arg(state.keptUntil.toString(Words::tr("yyyy年M月d日"))),
            .spoken = {},
            .primary = Words::tr("知道了"),
            .bar = -1};
}

} // namespace tongban::flow
