// SPDX-License-Identifier: GPL-3.0-or-later
// What each page says while all is well: title, one more sentence, the voice, the primary button, the step bar.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QStringList>

namespace tongban::flow {

struct PageWords
{
    QString title;
    QString subtitle;
    QStringList spoken; // clauses, in order; each stands in title or subtitle (nothing is said that is not shown)
    QString primary;    // label of the primary action (Forward; Touched at Attract); empty: the page has none
    int bar = -1;       // 0…5: place on the step bar; -1: no bar here
};

[[nodiscard]] PageWords wordsFor(const ServiceState &state);

// 刷证 填表 材料 签名 核对 提交; the count never changes on the way (UX.md, law 1).
[[nodiscard]] QStringList stepBarWords();

// Whether the page offers these now. Forward may still answer with a trouble (an open field).
[[nodiscard]] bool offersForward(const ServiceState &state);
[[nodiscard]] bool offersBackward(const ServiceState &state);

} // namespace tongban::flow
