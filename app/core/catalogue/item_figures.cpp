// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/item_figures.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/core/catalogue/situation_paths.h"
#include "app/core/domain/item/standard_fields.h"

#include <algorithm>

namespace tongban::catalogue {

using domain::FieldType;
using domain::FormField;
using domain::ServiceItem;

namespace {

// What people type, as a rule: a sum of five digits, a line of ten characters, a family of three.
constexpr int usualText = 10;
constexpr int usualName = 3;
constexpr int usualNumber = 3;
constexpr int usualSum = 5;
constexpr int usualFamily = 3;

LibraryState holdingAllOf(const ServiceItem &item)
{
    LibraryState library{.isKnown = true, .held = {}};
    for (const domain::MaterialSpec &material : item.materials)
        library.held.insert(material.licence);
    return library;
}

qint64 broughtOn(const ServiceItem &item, const SituationPath &path, const LibraryState &library)
{
    domain::Answers answers;
    for (auto answer = path.begin(); answer != path.end(); ++answer)
        answers.insert(answer.key(), Secret(answer.value()));
    const auto lines = resolveMaterials(item, answers, library);
    return std::count_if(lines.begin(), lines.end(), [](const MaterialLine &line) { return line.isBrought; });
}

int withoutIdCard(const QStringList &papers)
{
    const bool named = std::any_of(papers.begin(), papers.end(),
                                   [](const QString &paper) { return paper.contains(QStringLiteral("身份证")); });
    return static_cast<int>(papers.size()) - (named ? 1 : 0);
}

} // namespace

int typedCharacters(const FormField &field, bool libraryIsKnown)
{
    if (field.prefill.startsWith(QStringLiteral("card.")) || field.prefill.startsWith(QStringLiteral("party.")) ||
        (libraryIsKnown && field.prefill.startsWith(QStringLiteral("library."))))
        return 0;
    switch (field.type) {
    case FieldType::Text:
        return std::min(field.maxLength, usualText);
    case FieldType::ChineseName:
        return usualName;
    case FieldType::Number:
        return usualNumber;
    case FieldType::Money:
        return usualSum;
    case FieldType::IdNumber:
    case FieldType::CreditCode:
        return 18;
    case FieldType::Phone:
        return 11;
    case FieldType::Date:
        return 8;
    case FieldType::BankAccount:
        return 19;
    case FieldType::Choice:
    case FieldType::MultiChoice:
    case FieldType::Region:
    case FieldType::Declaration:
        return 0;
    case FieldType::Family: {
        int person = 0;
        for (const FormField &one : field.rowFields)
            person += typedCharacters(one, libraryIsKnown);
        return person * std::clamp(usualFamily, field.minimumRows, field.maximumRows);
    }
    }
    Q_UNREACHABLE();
}

ItemFigures figuresOf(const ServiceItem &item)
{
    ItemFigures figures;
    QSet<QString> all;
    for (const domain::Situation &situation : item.situations)
        all.insert(situation.field.key);
    const LibraryState library = holdingAllOf(item);
    const auto paths = pathsOver(item, all);
    for (const SituationPath &path : paths) {
        figures.broughtOnline += static_cast<double>(broughtOn(item, path, library));
        figures.broughtOffline += static_cast<double>(broughtOn(item, path, {}));
    }
    figures.paths = static_cast<int>(paths.size());
    figures.broughtOnline /= figures.paths;
    figures.broughtOffline /= figures.paths;
    figures.officialPapers = withoutIdCard(item.paperMaterials);
    figures.officialCharacters = item.paperForms;
    for (size_t i = domain::cardFields().size(); i < item.fields.size(); ++i) {
        figures.typedOnline += typedCharacters(item.fields[i], true);
        figures.typedOffline += typedCharacters(item.fields[i], false);
    }
    return figures;
}

double percentSpared(double before, double now)
{
    return before > 0 ? 100.0 * (1.0 - now / before) : 0.0;
}

} // namespace tongban::catalogue
