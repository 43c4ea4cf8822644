// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/material_words.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/flow/service/supplement_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tongban::flow {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PageWords)
};

} // namespace

// Often there is nothing to scan any more: then the list is read, and that is all.
PageWords materialsWords(const ServiceState &state)
{
    if (state.draft && state.draft->supplement)
        return supplementWords(*state.draft);
    const auto lines = state.draft ? catalogue::resolveMaterials(*state.draft) : std::vector<catalogue::MaterialLine>();
    const bool scans = std::any_of(lines.begin(), lines.end(), [](const auto &line) { return line.mayScan; });
    if (state.library != LibraryAsking::No)
        return {.title = scans ? Words::tr("请扫描材料") : Words::tr("材料这样办"),
                .subtitle = state.library == LibraryAsking::UnderWay
                                ? Words::tr("正在查电子证照库，您可以接着办。")
                                : Words::tr("现在查不到电子证照库，以后由市里去查，您接着办。"),
                .spoken = {},
                .primary = Words::tr("下一步"),
                .bar = 2};
    return {.title = scans ? Words::tr("请扫描材料") : Words::tr("材料这样办"),
            .subtitle = scans ? Words::tr("先把纸放好，再点扫描。没带的，点没带。") : Words::tr("看一看，没有问题就按下一步。"),
            .spoken = {},
            .primary = Words::tr("下一步"),
            .bar = 2};
}

PageWords captureWords(const ServiceState &state)
{
    if (state.busy)
        return {.title = Words::tr("正在扫描"),
                .subtitle = Words::tr("请不要动纸，等一等就好。"),
                .spoken = {},
                .primary = {},
                .bar = 2};
    return {.title = Words::tr("扫描停下了"),
            .subtitle = Words::tr("可以再扫一次。"),
            .spoken = {},
            .primary = {},
            .bar = 2};
}

} // namespace tongban::flow
