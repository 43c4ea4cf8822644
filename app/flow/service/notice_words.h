// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of notice.h. Internal to app/flow/service.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QCoreApplication>

namespace tongban::flow {

struct NoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(Notice)
};

struct WhatHappened
{
    QString title;
    QString body;
};

[[nodiscard]] WhatHappened whatHappened(ErrorKind kind, Step step);
[[nodiscard]] QString whatIsKept(ErrorKind kind, Step step);
[[nodiscard]] QString whatToDo(ErrorKind kind, Step step);
[[nodiscard]] QString retryLabel(ErrorKind kind, Step step); // empty: nothing to try again

} // namespace tongban::flow
