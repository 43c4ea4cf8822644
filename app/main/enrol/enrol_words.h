// SPDX-License-Identifier: GPL-3.0-or-later
// What came of an enrolment, as the technician in front of the terminal reads it: the cause, then what to do. Chinese;
// English details in brackets.
#pragma once

#include "offline/platform/enrolment.h"

namespace tongban::app {

[[nodiscard]] QString wordsFor(const offline::platform::Enrolled &enrolled);
[[nodiscard]] QString wordsFor(offline::platform::EnrolmentRefusal refusal);
[[nodiscard]] QString enrolmentTrouble(const Error &error);
[[nodiscard]] QString enrolmentHelp();

} // namespace tongban::app
