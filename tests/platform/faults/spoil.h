// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a right answer wrong, in the way that a terminal must notice. Pure.
#pragma once

#include "tests/platform/base/json.h"

#include <map>
#include <string>

namespace tongban::tests::platform::faults {

// Every "signature" of the answer, and the one inside X-Server-Time-Signed, keeps its form and is no signature any
// more.
void spoilSignatures(Json &body);
void spoilSignatures(std::map<std::string, std::string> &headers);
// The items of a snapshot, or the changes, do not lead to the manifest beside them; the manifest itself stays rightly
// signed.
void spoilItems(Json &body);

} // namespace tongban::tests::platform::faults
