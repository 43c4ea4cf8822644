// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/offline/store_world.h"

namespace tongban::testing {

// A small look at the n-th page (from 1).
[[nodiscard]] inline QByteArray thumbnailImage(int number)
{
    return QByteArray("\xff\xd8 look ") + QByteArray::number(number) + QByteArray(400 + number, 't');
}

// Each page of the draft gets one, sealed beside it, as after a scan.
[[nodiscard]] inline Result<void> addThumbnails(OfflineStore &store, domain::CaseDraft &draft)
{
    int number = 0;
    for (auto &pages : draft.pages) {
        for (domain::SealedPage &page : pages) {
            const QByteArray jpeg = thumbnailImage(++number);
            const auto kept = store.vault().put(draft.id, jpeg);
            if (!kept)
                return fail(kept.error());
            page.thumbnail = domain::SealedThumbnail{
                .blob = kept->blob, .size = {240, 320}, .bytes = jpeg.size(), .sm3 = kept->sm3.result()};
        }
    }
    return {};
}

} // namespace tongban::testing
