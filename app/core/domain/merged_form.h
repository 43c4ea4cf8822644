// SPDX-License-Identifier: GPL-3.0-or-later
// The items of a theme (一件事) as one form: each thing asked once, one list of materials, one signature. Pure
// functions; out of it again: theme_cases.h.
#pragma once

#include "app/core/domain/form_engine.h"
#include "app/core/domain/theme.h"

namespace tongban::domain {

struct MergedForm
{
    // Members of the form's `source`: the theme and its items, as published.
    static inline const QString themeKey = QStringLiteral("theme");
    static inline const QString itemsKey = QStringLiteral("items");

    // Names and words of the theme; situations, fields, pages, materials and parties of all its items, each once; the
    // items themselves as its `parts`. It is filled in by the same form engine as any item; its code is the theme's, and
    // no office knows it.
    ServiceItem form;
    // code of an item → key of its material, of its party → key of the same in `form`
    QMap<QString, QMap<QString, QString>> materials;
    QMap<QString, QMap<QString, QString>> parties;
};

// `items` holds those of the theme, among others and in any order. What has one key is one question when its type and
// its codes of choices are the same, and is asked where the first item asks it, whenever any item asks it. Materials of
// one name, or of one licence, are one thing: it is wanted when any item wants it, and comes only by ways that every
// item takes. Parties of one key, or that the theme names as the same people, are one person.
// Error: Misconfigured: an item is missing, or cannot be applied for here; one key asks two different things; one
// material or person has no way that all take.
[[nodiscard]] Result<MergedForm> mergedForm(const Theme &theme, const std::vector<ServiceItem> &items);

// What the item's own application holds of the answers to the merged form.
[[nodiscard]] Answers answersOf(const ServiceItem &item, const Answers &merged);

} // namespace tongban::domain
