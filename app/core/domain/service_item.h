// SPDX-License-Identifier: GPL-3.0-or-later
// A service item (事项): everything the terminal knows about one errand. Data from the city's catalogue; one JSON file
// an item (resources/items, schema in resources/schema/item.schema.json). Texts are Chinese and meant to be read aloud.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tongban::domain {

enum class FieldType { Text, ChineseName, Phone, Choice, Date, IdNumber }; // closed set; grows with the catalogue

struct FieldChoice
{
    QString value; // code sent to the city
    QString label;
    QString hint; // one line under the label, may be empty
    QString icon; // Material Icons ligature, may be empty
};

// visibleWhen: no script, only this tree.
struct Condition
{
    enum class Kind { Always, Equals, In, All, Any } kind = Kind::Always;
    QString field;
    QStringList values;              // Equals: one; In: several
    std::vector<Condition> children; // All, Any
};

struct FormField
{
    QString key;
    QString label;
    FieldType type = FieldType::Text;
    bool required = true;
    QString prefill;      // "card.name", "card.idNumber", "card.sex", "card.ethnic", "card.birth", "card.address"; empty = asked
    QString refusal;      // for a field one may not have ("我没有手机"): label of that answer; empty = none
    std::vector<FieldChoice> choices;
    Condition visibleWhen;
};

// One question, or one small group, a page.
struct FormPage
{
    QString title;  // the question, e.g. 津贴发到哪张卡？
    QString prompt; // one spoken and shown sentence
    QStringList fields;
};

enum class MaterialOrigin { Scan, Commitment, Library };

struct MaterialSpec
{
    QString key;
    QString name;
    MaterialOrigin origin = MaterialOrigin::Scan;
    bool required = true;
    int maxPages = 1;
    QString hint; // how to lay it, what must be legible
};

struct GuideSection
{
    QString title;
    QString text;
};

struct AgeRule // eligibility that the card can answer
{
    int minimum = 0;  // years, inclusive
    QString clause;   // the rule in the words of the notice, spoken
};

struct ServiceItem
{
    QString code; // opaque, at most 64 characters
    QString version;
    QString name;
    QString icon;       // Material Icons ligature
    QString department; // 受理部门
    QString summary;    // one sentence
    QString promisedLimit; // 承诺办结时限, e.g. 20 个工作日
    std::vector<GuideSection> guide;
    std::optional<AgeRule> age;
    std::vector<FormField> fields;
    std::vector<FormPage> pages;
    std::vector<MaterialSpec> materials;
    QString consent;      // what the signature stands under
    QString whenToReturn; // one sentence for the receipt
    QString whomToCall;   // one sentence for the receipt
    int retentionDays = 30; // kept here after the office is done with it (closed, refused, withdrawn); then erased
    QJsonObject source;   // the file as published: a draft keeps the version that it began with

    [[nodiscard]] const FormField *field(const QString &key) const;
    [[nodiscard]] const MaterialSpec *material(const QString &key) const;
};

} // namespace tongban::domain
