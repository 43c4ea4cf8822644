// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/finding/findable_item.h"

#include "app/core/domain/service_item.h"

namespace tongban::finding {

FindableItem findableOf(const domain::ServiceItem &item)
{
    return {.code = item.code,
            .name = item.name,
            .fullName = item.fullName,
            .pinyin = item.pinyin,
            .aliases = item.aliases,
            .summary = item.summary,
            .themes = item.themes,
            .people = item.people,
            .season = item.season};
}

} // namespace tongban::finding
