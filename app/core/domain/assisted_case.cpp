// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/assisted_case.h"

#include "app/core/domain/case_parties.h"

#include <algorithm>

namespace tongban::domain {

namespace {

MaterialSpec papersSpec()
{
    MaterialSpec papers;
    papers.key = helperPapers;
    papers.name = QString::fromUtf8(QT_TRANSLATE_NOOP("AssistedCase", "户口簿或委托书"));
    papers.hint = QString::fromUtf8(QT_TRANSLATE_NOOP("AssistedCase", "能看出您和本人是什么关系的那一页，字朝下放平。"));
    papers.origins = {MaterialOrigin::Scan};
    papers.maxPages = 4;
    return papers;
}

FormField namingField(const char *key, const char *label, FieldType type)
{
    FormField field;
    field.key = QString::fromLatin1(key);
    field.label = QString::fromUtf8(label);
    field.type = type;
    return field;
}

bool isSame(const std::optional<Helper> &one, const std::optional<Helper> &other)
{
    if (!one || !other)
        return one.has_value() == other.has_value();
    return one->card.idNumber == other->card.idNumber && one->role == other->role;
}

} // namespace

void takeStanding(CaseDraft &draft, const Standing &now)
{
    const bool isOther = draft.assurance != now.assurance || !isSame(draft.helper, now.helper);
    draft.applicant = now.applicant;
    draft.assurance = now.assurance;
    draft.residence = now.residence;
    draft.helper = now.helper;
    askHelperPapers(draft);
    if (!isOther)
        return;
    for (const FormField &field : draft.item.fields) { // over what was written without the card
        if (const QString value = valueFromCards(field, draft); !value.isEmpty())
            draft.answers.remove(field.key);
    }
    draft.answers = prefilled(draft.item, sourcesOf(draft), draft.answers);
    unsign(draft);
}

void askHelperPapers(CaseDraft &draft)
{
    const bool isAsked = draft.assurance == Assurance::Document;
    std::vector<MaterialSpec> &materials = draft.item.materials;
    const auto known =
        std::find_if(materials.begin(), materials.end(), [](const auto &one) { return one.key == helperPapers; });
    if (isAsked && known == materials.end())
        materials.push_back(papersSpec());
    if (!isAsked && known != materials.end())
        materials.erase(known);
    if (!isAsked)
        draft.pages.remove(helperPapers);
}

const MaterialSpec &markSheetSpec()
{
    static const MaterialSpec spec = [] {
        MaterialSpec sheet;
        sheet.key = markSheet;
        sheet.name = QString::fromUtf8(QT_TRANSLATE_NOOP("AssistedCase", "手印单"));
        sheet.hint = QString::fromUtf8(QT_TRANSLATE_NOOP("AssistedCase", "按好手印的单子，字朝下放平。"));
        sheet.origins = {MaterialOrigin::Scan};
        return sheet;
    }();
    return spec;
}

void setMark(CaseDraft &draft, const SealedPage &sheet)
{
    SealedPage page = sheet;
    page.thumbnail.reset(); // a signature is looked at whole
    setSignature(draft, {}, page);
    draft.isMark = true;
}

const std::vector<FormField> &namingFields()
{
    static const std::vector<FormField> fields{
        namingField("applicantName", QT_TRANSLATE_NOOP("AssistedCase", "本人姓名"), FieldType::ChineseName),
        namingField("applicantNumber", QT_TRANSLATE_NOOP("AssistedCase", "本人身份证号码"), FieldType::IdNumber)};
    return fields;
}

bool isHelpedBy(const CaseDraft &draft, const std::optional<Helper> &other)
{
    return draft.helper && other && draft.helper->card.idNumber == other->card.idNumber;
}

bool isHereByCard(const CaseDraft &draft)
{
    return draft.assurance == Assurance::Card;
}

} // namespace tongban::domain
