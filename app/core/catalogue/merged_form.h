// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: several items of one theme applied for together: each thing asked once, one list of materials. Pure
// functions.
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/form_engine.h"

namespace tongban::catalogue {

// A life event with several items; as resources/themes/*.json (schema: resources/schema/theme.schema.json).
struct Theme
{
    QString code;
    QString name;      // 出生一件事
    QString icon;      // Material Icons ligature
    QString summary;   // one sentence
    QStringList items; // codes, at least two, in the order in which they are asked

    // Error: Misconfigured, naming the place.
    [[nodiscard]] static Result<Theme> fromJson(const QJsonObject &json);
};

struct MergedForm
{
    // Name, icon and summary of the theme; situations, fields, pages and materials of all its items, each once. It is
    // filled in by the same form engine as any item; its code is the theme's and no office knows it.
    domain::ServiceItem form;
    // code of an item → key of its material → key of that material in `form`
    QMap<QString, QMap<QString, QString>> materials;
};

// The items must be those of the theme, in any order. What has one key is one question when its type and its codes of
// choices are the same, and is asked where the first item asks it, whenever any item asks it. Materials of one name, or
// of one licence, are one thing: it is wanted when any item wants it, and comes only by ways that every item takes.
// Error: Misconfigured: an item is missing; one key asks two different things; one material has no way that all take.
[[nodiscard]] Result<MergedForm> mergedForm(const Theme &theme, const std::vector<domain::ServiceItem> &items);

// What the item's own application holds of the answers to the merged form.
[[nodiscard]] domain::Answers answersOf(const domain::ServiceItem &item, const domain::Answers &merged);

} // namespace tongban::catalogue
