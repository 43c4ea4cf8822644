// SPDX-License-Identifier: GPL-3.0-or-later
// A journey's state in the words of the screen. The journey itself, and all that is stored, sent or printed, keeps the
// words of the catalogue.
#pragma once

#include "app/core/domain/item/item_text.h"
#include "app/flow/service/service_flow.h"

namespace tongban::view {

// Every text that a person may read is in that language; codes, keys and answers are as they were. UI thread.
[[nodiscard]] domain::ServiceItem shownItem(const domain::ServiceItem &item, domain::Language language);
[[nodiscard]] flow::ServiceState shownState(const flow::ServiceState &state, domain::Language language);

// What is being scanned: a material of the item, or the sheet with the mark. Of a state that is shown already.
[[nodiscard]] QString shownMaterial(const flow::ServiceState &shown);
// A word that the program, not the catalogue, put into a state; marked there under `context`.
[[nodiscard]] QString shownWord(const char *context, const QString &word);

} // namespace tongban::view
