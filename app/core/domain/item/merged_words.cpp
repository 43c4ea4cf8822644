// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/item/merged_words.h"

#include "app/core/domain/item/item_text.h"

#include <algorithm>

namespace tongban::domain {

namespace {

// One text out of those of the items, each once, in Chinese; its English is made of theirs, since a page looks a text
// up whole.
QString joined(ServiceItem &form, QString ServiceItem::*text, const QString &between)
{
    QStringList chinese;
    QStringList english;
    for (const ServiceItem &item : form.parts) {
        const QString &own = item.*text;
        if (own.isEmpty() || chinese.contains(own))
            continue;
        chinese << own;
        english << textIn(item, Language::English, own);
    }
    const QString whole = chinese.join(between);
    form.english.insert(whole, english.join(between == QStringLiteral("、") ? QStringLiteral(", ") : QStringLiteral(" ")));
    return whole;
}

// For comparison only: five workdays are a week.
double daysOf(const TimeLimit &limit)
{
    switch (limit.unit) {
    case TimeLimit::Unit::Workday:
        return limit.number * 1.4;
    case TimeLimit::Unit::Day:
        return limit.number;
    case TimeLimit::Unit::Month:
        return limit.number * 30.0;
    }
    Q_UNREACHABLE();
}

TimeLimit longest(const std::vector<ServiceItem> &items, TimeLimit ServiceItem::*limit)
{
    const auto latest = std::max_element(items.begin(), items.end(), [limit](const auto &a, const auto &b) {
        return daysOf(a.*limit) < daysOf(b.*limit);
    });
    return (*latest).*limit;
}

Fee feeOf(ServiceItem &form)
{
    Fee fee;
    QStringList chinese;
    QStringList english;
    for (const ServiceItem &item : form.parts) {
        if (item.fee.kind != Fee::Kind::Free)
            fee.kind = Fee::Kind::ByRule;
        chinese << QStringLiteral("%1：%2").arg(item.name, item.fee.text);
        english << QStringLiteral("%1: %2").arg(textIn(item, Language::English, item.name),
                                                textIn(item, Language::English, item.fee.text));
    }
    fee.text = chinese.join(QString());
    form.english.insert(fee.text, english.join(u' '));
    return fee;
}

template <class T> void append(std::vector<T> &all, const std::vector<T> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

void addRules(ServiceItem &form, const ServiceItem &item)
{
    append(form.eligibility, item.eligibility);
    append(form.conditions, item.conditions);
    append(form.basis, item.basis);
    for (const ExtraDevice device : item.devices) {
        if (std::find(form.devices.begin(), form.devices.end(), device) == form.devices.end())
            form.devices.push_back(device);
    }
    if (item.selfService.level == SelfService::Level::Instant)
        form.selfService = item.selfService; // it asks for the line, and so does what it is a part of
    form.level = std::max(form.level, item.level);
    form.paperForms += item.paperForms;
    form.paperMaterials += item.paperMaterials;
    form.retentionDays = std::max(form.retentionDays, item.retentionDays);
}

void addUnique(QStringList &all, const QStringList &more)
{
    all += more;
    all.removeDuplicates();
}

} // namespace

void setThemeWords(ServiceItem &form, const Theme &theme)
{
    form.code = theme.code;
    form.version = theme.version;
    form.name = form.fullName = theme.name;
    form.pinyin = theme.pinyin;
    form.aliases = theme.aliases;
    form.icon = theme.icon;
    form.summary = theme.summary;
    form.process = theme.process;
    form.type = form.parts.front().type;
    form.level = form.parts.front().level;
    form.retentionDays = 0;
    for (const ServiceItem &item : form.parts) {
        addRules(form, item);
        addUnique(form.themes, item.themes);
        addUnique(form.people, item.people);
        form.english.insert(item.english);
    }
    form.promised = longest(form.parts, &ServiceItem::promised);
    form.statutory = longest(form.parts, &ServiceItem::statutory);
    form.fee = feeOf(form);
    form.department = joined(form, &ServiceItem::department, QStringLiteral("、"));
    form.consent = joined(form, &ServiceItem::consent, QStringLiteral("\n"));
    for (QString ServiceItem::*text : {&ServiceItem::standard, &ServiceItem::intermediaries, &ServiceItem::contact,
                                       &ServiceItem::supervision, &ServiceItem::whenToReturn, &ServiceItem::whomToCall})
        form.*text = joined(form, text, QString());
    form.english.insert(theme.english);
}

QString joinedWords(ServiceItem &form, const Party &known, const ServiceItem &item, const Party &party)
{
    if (party.consent.isEmpty() || party.consent == known.consent)
        return known.consent;
    if (known.consent.isEmpty())
        return party.consent;
    QString before = form.english.value(known.consent);
    for (const ServiceItem &part : form.parts) {
        if (before.isEmpty())
            before = part.english.value(known.consent);
    }
    const QString whole = known.consent + party.consent;
    form.english.insert(whole, before + u' ' + textIn(item, Language::English, party.consent));
    return whole;
}

} // namespace tongban::domain
