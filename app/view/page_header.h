// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around every page: title, step bar, primary action, masked holder. A value made from the state.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QString>
#include <QStringList>

namespace tongban::view {

struct PageHeader
{
    QString title;
    QString subtitle;
    QString primaryText;
    QStringList spoken; // clauses, each a piece of what is shown
    int stepIndex = -1; // -1: no bar
    bool canGoForward = false;
    bool canGoBack = false;
    QString holderName; // masked
    QString holderId;   // masked
    QString itemName;
};

[[nodiscard]] PageHeader headerOf(const flow::ServiceState &state);
[[nodiscard]] PageHeader outOfServiceHeader(ErrorKind why);
[[nodiscard]] QStringList stepBarNames();
[[nodiscard]] QString nameOf(flow::Step step); // as QML and the log see it, e.g. "PageReview"

} // namespace tongban::view
