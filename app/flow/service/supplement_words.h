// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of materials says while a supplement (补正) is brought: one thing a page, in the office's words. UI
// thread.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

// A letter of the office is told of before anything else: 现在看 / 以后看. Neither its contents nor what it is about are said
// here: others stand by.
[[nodiscard]] PageWords letterWords(ports::NoticeKind kind);

[[nodiscard]] PageWords supplementWords(const domain::CaseDraft &draft);

} // namespace tongban::flow
