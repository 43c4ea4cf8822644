// SPDX-License-Identifier: GPL-3.0-or-later
// 输入验证码. Internal to app/flow/service, but for phoneWord.
#pragma once

#include "app/flow/service/page_words.h"

namespace tongban::flow {

[[nodiscard]] PageWords phoneCodeWords(const ServiceState &state); // nothing spoken yet

// What became of the check, a sentence; empty while there is nothing to say.
[[nodiscard]] QString phoneWord(const PhoneCheck &phone);

} // namespace tongban::flow
