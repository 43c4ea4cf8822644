// SPDX-License-Identifier: GPL-3.0-or-later
// 一件事: a life event with several items that are applied for together. Published in the catalogue beside its items, under
// the same manifest (schema: resources/schema/theme.schema.json).
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/json_reader.h"
#include "app/core/domain/service_item.h"

#include <functional>

namespace tongban::domain {

struct Theme
{
    QString code; // of the same space as the codes of items
    QString version;
    QString name;   // 出生一件事
    QString pinyin; // of the name, as an item's
    QStringList aliases;
    QString icon;        // Material Icons ligature
    QString summary;     // one sentence
    QStringList process; // 办理流程
    QStringList items;   // codes, at least two, in the order in which they are asked
    // Keys of parties of different items that are one person: who lays down one card, once.
    std::vector<QStringList> samePeople;
    QMap<QString, QString> english; // Chinese text of the theme's own → English
    QJsonObject source;             // the file as published

    // Error: Misconfigured, naming the place.
    [[nodiscard]] static Result<Theme> fromJson(const QJsonObject &json);
};

struct ThemeVerdict
{
    Theme theme; // whole when there is no complaint
    std::vector<JsonComplaint> complaints;
};
// The same with every complaint, for authors.
[[nodiscard]] ThemeVerdict judgeTheme(const QJsonObject &json);

// Whether what a catalogue publishes is a theme: it lists items, and an item never does.
[[nodiscard]] bool isTheme(const QJsonObject &json);

// The themes of a catalogue as what people choose (merged_form.h), behind its items. One that cannot be read or made of
// these items is handed to `leftOut` and is not there: an item that was withdrawn takes its themes along.
void addThemes(const std::vector<QJsonObject> &themes, std::vector<ServiceItem> &items,
               const std::function<void(const QJsonObject &theme, const Error &why)> &leftOut);

} // namespace tongban::domain
