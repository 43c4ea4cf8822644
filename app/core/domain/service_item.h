// SPDX-License-Identifier: GPL-3.0-or-later
// A service item (事项): everything the terminal knows about one errand. Data from the city's catalogue; one JSON file
// an item (resources/items, schema in resources/schema/item.schema.json). Texts are Chinese and meant to be read aloud;
// `english` translates them (item/item_text.h).
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tongban::domain {

// What is typed, chosen or agreed to. A signature is asked of every item (consent) and a file is a material: neither is
// a field. Closed set: a new one needs a delegate in qml/forms and rules in item/field_rules.h.
enum class FieldType {
    Text, ChineseName, Number, Money, IdNumber, CreditCode, Phone, Date, Choice, MultiChoice, Region, BankAccount,
    Family, Declaration
};

struct FieldChoice
{
    QString value; // code sent to the city
    QString label;
    QString hint; // one line under the label, may be empty
    QString icon; // Material Icons ligature, may be empty
};

// visibleWhen, when: no script, only this tree. A leaf names a situation or an earlier choice.
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
    QString prefill; // "card.name", "library.socialCard.account", "earlier.phone", "party.spouse.name"; empty = asked
    QString refusal; // for a field one may not have ("我没有手机"): label of that answer; empty = none
    bool sensitive = false;             // health, accounts, under 14 (PIPL 28)
    std::optional<qint64> minimum = {}; // Number: in units; Money: fen; Date: days from today, negative = past
    std::optional<qint64> maximum = {};
    int maxLength = 60; // Text, characters
    QString unit{};     // Number: 亩, 平方米, 人
    QString text{};     // Declaration: what is declared
    std::vector<FieldChoice> choices{};   // Choice, MultiChoice
    int minimumRows = 0;                  // Family
    int maximumRows = 0;
    std::vector<FormField> rowFields{};   // Family: what is asked of each person
    Condition visibleWhen{};
};

// One question, or one small group, a page.
struct FormPage
{
    QString title;  // the question, e.g. 津贴发到哪张卡？
    QString prompt; // one spoken and shown sentence
    QStringList fields;
};

// 情形: what is asked before anything else, without log-in; the answer decides what must be brought. Its answer stands
// among the answers of the form, under its key.
struct Situation
{
    FormField field; // a Choice; label is the question, visibleWhen looks back at earlier situations
    QString prompt;
};

// In the order of ease, as a rule: the file says which come into question and in what order.
enum class MaterialOrigin { Library, Shared, Scan, Camera, Commitment, Paper };

enum class PageKind { Page, Portrait, Drawing };

struct MaterialSpec
{
    QString key;
    QString name;
    std::vector<MaterialOrigin> origins{};
    QString hint; // how to lay it, what must be legible
    QString licence{}; // Library: which licence of the licence library
    Condition when{};  // of situations only
    bool optional = false;
    bool late = false; // 容缺: may follow after submission
    int lateDays = 0;  // of late: calendar days from the promise until it must be here
    int maxPages = 1;
    QString commitment{};  // Commitment: the sentence that is signed
    QString paperReason{}; // Paper: why the original
    QString package{};     // 材料包
    PageKind profile = PageKind::Page;
    bool sensitive = false;

    [[nodiscard]] bool comesBy(MaterialOrigin origin) const;
};

// What proves a condition. Card: what the ID card says; Office: the office looks it up itself.
struct Proof
{
    enum class Kind { Card, Office, Field, Material, Party } kind = Kind::Office;
    QString key{}; // Field, Material, Party
};

struct AcceptanceCondition // 受理条件
{
    QString text;
    Condition when;
    std::vector<Proof> provenBy; // all of them together
};

enum class Presence { Card, Phone, Document };

struct Party // another person than the applicant
{
    enum class Who { Person, Several, Unit }; // Several: nobody knows before how many; Unit: a company or an office

    QString key;
    QString label;
    Condition when;
    std::vector<Presence> presence; // any of them
    Who who = Who::Person;
    QString consent{}; // what this person signs; empty: being here is enough

    [[nodiscard]] bool comesBy(Presence way) const;
};

struct EligibilityRule // what the card can answer; a no is spoken with its clause, 仍要申请 stays possible
{
    enum class Kind { MinimumAge, MaximumAge, LocalResidence } kind = Kind::MinimumAge;
    int years = 0;  // 周岁, inclusive; age rules
    QString clause; // the rule in the words of the notice, spoken
};

struct TimeLimit
{
    enum class Unit { Workday, Day, Month } unit = Unit::Workday;
    int number = 0; // 0: at once
};

struct Fee
{
    enum class Kind { Free, Fixed, ByRule } kind = Kind::Free;
    qint64 fen = 0; // Fixed
    QString text;   // spoken
    QString basis;  // 收费依据; empty when free
};

struct LegalBasis
{
    QString title;   // 《…》
    QString number;  // 国发〔2014〕8号; may be empty
    QString article; // may be empty
};

struct SelfService
{
    enum class Level { View, Apply, Instant } level = Level::Apply;
    QString why;   // View: why not here
    QString where; // View: where instead
};

enum class ItemType { Licensing, Benefit, Confirmation, Reward, Ruling, PublicService }; // on application
enum class AuthorityLevel { Village, Township, County, City };                           // 行使层级
enum class ExtraDevice { IdCardReader, DocumentScanner, Camera, PagePrinter, CodeScanner };

struct ServiceItem
{
    QString code; // opaque, at most 64 characters
    QString basicCode; // 基本编码 of the national list; may be empty
    QString version;
    QString name;     // what people call it, on a tile
    QString fullName; // 事项名称
    QString pinyin;   // of the name: a syllable a word, no tones, ü written v
    QStringList aliases; // how people ask for it
    ItemType type = ItemType::PublicService;
    AuthorityLevel level = AuthorityLevel::Township;
    QStringList themes; // names as in the schema: birth, school, …
    QStringList people; // whom it concerns: everyone, elderly, …
    QList<int> season;  // months 1…12 in which it is asked for most; empty: all year
    QString icon;       // Material Icons ligature
    QString department; // 受理部门
    QString summary;    // one sentence
    SelfService selfService;
    std::vector<ExtraDevice> devices; // beyond card reader and receipt printer
    QDate effectiveFrom;
    QDate cancelledFrom; // invalid: not cancelled
    std::vector<EligibilityRule> eligibility;
    std::vector<AcceptanceCondition> conditions;
    QString standard;    // 审查标准
    QStringList process; // 办理流程
    TimeLimit statutory;
    TimeLimit promised; // 承诺办结时限
    Fee fee;
    std::vector<LegalBasis> basis;
    QString intermediaries; // 中介服务: which, or that there is none
    QString contact;        // 咨询
    QString supervision;    // 监督投诉
    int paperForms = 0;     // characters that the blank paper form asks for: the measure of what is saved
    QStringList paperMaterials; // what the official list tells people to bring: likewise
    std::vector<Party> parties;
    std::vector<Situation> situations;
    std::vector<FormField> fields; // the card's come first (item/standard_fields.h)
    std::vector<FormPage> pages;   // the card's comes first
    std::vector<MaterialSpec> materials;
    QString consent;      // what the signature stands under
    QString whenToReturn; // one sentence for the receipt
    QString whomToCall;   // one sentence for the receipt
    int retentionDays = 30; // kept here after the office is done with it (closed, refused, withdrawn); then erased
    QMap<QString, QString> english; // Chinese text → English
    QJsonObject source;   // the file as published: a draft keeps the version that it began with
    std::vector<ServiceItem> parts{}; // 一件事 (merged_form.h): the items of which this is the one form; else none

    [[nodiscard]] const FormField *field(const QString &key) const; // a situation's question too
    [[nodiscard]] const MaterialSpec *material(const QString &key) const;
    [[nodiscard]] const Party *party(const QString &key) const;
};

} // namespace tongban::domain
