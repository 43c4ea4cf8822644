// SPDX-License-Identifier: GPL-3.0-or-later
// Both disability subsidies, filled in by one person, with pages in the vault: ready to be handed in.
#pragma once

#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"
#include "tests/unit/offline/store_world.h"

namespace tongban::testing {

[[nodiscard]] inline domain::CaseDraft themeDraft(OfflineStore &store, const Clock &clock)
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    domain::CaseDraft draft;
    draft.id = QUuid(text("01934f00-0000-7000-8000-000000000001"));
    draft.item = tests::themeOfFile(text("canji-liangxiang.json"));
    draft.applicant = tests::cardOf(QDate(1980, 3, 8));
    draft.startedAt = clock.nowUtc();
    for (const auto &[key, value] : {std::pair{"who", "self"},
                                     {"home", "dibao"},
                                     {"noOverlap", "agreed"},
                                     {"account", "6217995200012345679"},
                                     {"phone", "13872650418"},
                                     {"care", "family"},
                                     {"otherCare", "none"}})
        draft.answers.insert(text(key), Secret(text(value)));
    const auto page = [&](int number) { return *sealedPage(store.vault(), draft.id, pageImage(number)); };
    draft.pages.insert(text("disability"), {page(1), page(2)});
    draft.pages.insert(text("dibao"), {page(3)});
    draft.signature = page(4);
    return draft;
}

} // namespace tongban::testing
