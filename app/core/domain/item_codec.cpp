// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item_codec.h"

#include "app/core/domain/item/read_field.h"
#include "app/core/domain/item/read_lists.h"
#include "app/core/domain/item/read_parts.h"
#include "app/core/domain/item/standard_fields.h"
#include "app/core/domain/item_check.h"

namespace tongban::domain {

namespace {

// A villager asks about a case for some days at least; a terminal is no archive.
constexpr int shortestRetentionDays = 1;
constexpr int longestRetentionDays = 3650;

void readForm(JsonReader &in, ServiceItem &item)
{
    item.situations = listOf<Situation>(in, QStringLiteral("situations"), {0, 100}, situationFrom);
    item.fields = cardFields();
    for (FormField &field : listOf<FormField>(in, QStringLiteral("fields"), {0, 1000}, fieldFrom))
        item.fields.push_back(std::move(field));
    item.pages.push_back(cardPage());
    for (FormPage &page : listOf<FormPage>(in, QStringLiteral("pages"), {0, 1000}, pageFrom))
        item.pages.push_back(std::move(page));
}

void readWords(JsonReader &in, ServiceItem &item)
{
    item.consent = in.textBetween(QStringLiteral("consent"), 20, 400);
    item.whenToReturn = in.textBetween(QStringLiteral("whenToReturn"), 6, 80);
    item.whomToCall = in.textBetween(QStringLiteral("whomToCall"), 6, 80);
    item.retentionDays = static_cast<int>(
        in.integerOr(QStringLiteral("retention"), item.retentionDays, shortestRetentionDays, longestRetentionDays));
}

ServiceItem readItem(const QJsonObject &json, JsonVerdict &verdict)
{
    JsonReader in(json, {}, verdict);
    ServiceItem item;
    readNames(in, item);
    readService(in, item);
    readRules(in, item);
    readMeasures(in, item);
    readForm(in, item);
    readMaterials(in, item);
    readWords(in, item);
    readEnglish(in, item);
    item.source = json;
    in.refuseOthers();
    if (!verdict.error)
        checkItem(item, verdict);
    return item;
}

} // namespace

Result<ServiceItem> itemFromJson(const QJsonObject &json)
{
    JsonVerdict verdict{.kind = ErrorKind::Misconfigured, .where = QStringLiteral("item")};
    ServiceItem item = readItem(json, verdict);
    if (verdict.error)
        return fail(std::move(*verdict.error));
    return item;
}

ItemVerdict judgeItem(const QJsonObject &json)
{
    JsonVerdict verdict{.kind = ErrorKind::Misconfigured, .where = QStringLiteral("item")};
    ServiceItem item = readItem(json, verdict);
    return {.item = std::move(item), .complaints = std::move(verdict.complaints)};
}

} // namespace tongban::domain
