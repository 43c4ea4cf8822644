// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of 查进度 say: title, one more sentence, the voice, the primary button; and what went wrong. UI
// thread.
#pragma once

#include "app/flow/progress/progress_flow.h"
#include "app/flow/service/notice.h"
#include "app/flow/service/page_words.h"

namespace tongban::flow::progress {

[[nodiscard]] PageWords wordsFor(const State &state);

// None while all is well. hallPhone may be empty.
[[nodiscard]] std::optional<Notice> noticeFor(const State &state, const QString &hallPhone);

} // namespace tongban::flow::progress
