// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/catalogue/prover.h"

#include <algorithm>

namespace tongban::catalogue {

using domain::AcceptanceCondition;
using domain::Condition;
using domain::Proof;
using domain::ServiceItem;

namespace {

bool isCertain(const Condition &condition, const ServiceItem &item, const SituationPath &path)
{
    return truthOf(condition, item, path) == Truth::Yes; // `when` names situations only: never Maybe
}

// What must hold for a proof to be asked; none: it is always there.
const Condition *askedWhen(const ServiceItem &item, const Proof &proof)
{
    switch (proof.kind) {
    case Proof::Kind::Card:
    case Proof::Kind::Office:
        return nullptr;
    case Proof::Kind::Field:
        return &item.field(proof.key)->visibleWhen;
    case Proof::Kind::Material:
        return &item.material(proof.key)->when;
    case Proof::Kind::Party:
        return &item.party(proof.key)->when;
    }
    Q_UNREACHABLE();
}

QString nameOf(const ServiceItem &item, const Proof &proof)
{
    switch (proof.kind) {
    case Proof::Kind::Card:
        return QStringLiteral("the card");
    case Proof::Kind::Office:
        return QStringLiteral("the office");
    case Proof::Kind::Field:
        return QStringLiteral("the field \"%1\"").arg(item.field(proof.key)->label);
    case Proof::Kind::Material:
        return QStringLiteral("the material \"%1\"").arg(item.material(proof.key)->name);
    case Proof::Kind::Party:
        return QStringLiteral("the party \"%1\"").arg(item.party(proof.key)->label);
    }
    Q_UNREACHABLE();
}

// The first path, over what matters, on which the condition applies and the proof is certainly not asked. What hangs on
// an answer of the form is taken as asked: the form asks it where its author says so.
void findGaps(const ServiceItem &item, size_t index, std::vector<Finding> &findings)
{
    const AcceptanceCondition &condition = item.conditions[index];
    for (size_t i = 0; i < condition.provenBy.size(); ++i) {
        const Condition *asked = askedWhen(item, condition.provenBy[i]);
        if (!asked)
            continue;
        for (const SituationPath &path : pathsOver(item, namedIn(condition.when) | namedIn(*asked))) {
            if (!isCertain(condition.when, item, path) || truthOf(*asked, item, path) != Truth::No)
                continue;
            findings.push_back({Finding::Kind::Gap, QStringLiteral("/conditions/%1/provenBy/%2").arg(index).arg(i),
                                path,
                                QStringLiteral("%1: the condition \"%2\" applies, %3 is not asked")
                                    .arg(inWords(item, path), condition.text, nameOf(item, condition.provenBy[i]))});
            break;
        }
    }
}

// The first path on which a demand is made that proves no condition which applies there.
void findSuperfluous(const ServiceItem &item, const Condition &when, const Proof &demand, const QString &pointer,
                     std::vector<Finding> &findings)
{
    std::vector<const Condition *> proven;
    QSet<QString> matters = namedIn(when);
    for (const AcceptanceCondition &condition : item.conditions) {
        for (const Proof &proof : condition.provenBy) {
            if (proof.kind == demand.kind && proof.key == demand.key) {
                proven.push_back(&condition.when);
                matters.unite(namedIn(condition.when));
            }
        }
    }
    bool isEverAsked = false;
    for (const SituationPath &path : pathsOver(item, matters)) {
        if (!isCertain(when, item, path))
            continue;
        isEverAsked = true;
        const bool proves = std::any_of(proven.begin(), proven.end(),
                                        [&](const Condition *applies) { return isCertain(*applies, item, path); });
        if (proves)
            continue;
        findings.push_back(
            {Finding::Kind::Superfluous, pointer, path,
             QStringLiteral("%1: %2 is asked and proves nothing").arg(inWords(item, path), nameOf(item, demand))});
        return;
    }
    if (!isEverAsked)
        findings.push_back({Finding::Kind::NeverAsked,
                            pointer + QStringLiteral("/when"),
                            {},
                            QStringLiteral("%1 is asked on no path").arg(nameOf(item, demand))});
}

void findDeadQuestions(const ServiceItem &item, std::vector<Finding> &findings)
{
    for (size_t i = 0; i < item.situations.size(); ++i) {
        const domain::FormField &question = item.situations[i].field;
        const auto paths = pathsOver(item, namedIn(question.visibleWhen));
        if (std::none_of(paths.begin(), paths.end(),
                         [&](const SituationPath &path) { return isCertain(question.visibleWhen, item, path); }))
            findings.push_back({Finding::Kind::NeverAsked,
                                QStringLiteral("/situations/%1/when").arg(i),
                                {},
                                QStringLiteral("the question \"%1\" is asked on no path").arg(question.label)});
    }
}

void findIdleConditions(const ServiceItem &item, std::vector<Finding> &findings)
{
    for (size_t i = 0; i < item.conditions.size(); ++i) {
        const Condition &when = item.conditions[i].when;
        const auto paths = pathsOver(item, namedIn(when));
        if (std::none_of(paths.begin(), paths.end(),
                         [&](const SituationPath &path) { return isCertain(when, item, path); }))
            findings.push_back(
                {Finding::Kind::NeverAsked,
                 QStringLiteral("/conditions/%1/when").arg(i),
                 {},
                 QStringLiteral("the condition \"%1\" applies on no path").arg(item.conditions[i].text)});
    }
}

} // namespace

std::vector<Finding> prove(const ServiceItem &item)
{
    std::vector<Finding> findings;
    if (pathCount(item) > mostPaths) {
        findings.push_back({Finding::Kind::TooManyPaths,
                            QStringLiteral("/situations"),
                            {},
                            QStringLiteral("more than %1 paths lead through the situations").arg(mostPaths)});
        return findings;
    }
    findDeadQuestions(item, findings);
    findIdleConditions(item, findings);
    for (size_t i = 0; i < item.conditions.size(); ++i)
        findGaps(item, i, findings);
    for (size_t i = 0; i < item.materials.size(); ++i)
        findSuperfluous(item, item.materials[i].when, {Proof::Kind::Material, item.materials[i].key},
                        QStringLiteral("/materials/%1").arg(i), findings);
    for (size_t i = 0; i < item.parties.size(); ++i)
        findSuperfluous(item, item.parties[i].when, {Proof::Kind::Party, item.parties[i].key},
                        QStringLiteral("/parties/%1").arg(i), findings);
    return findings;
}

} // namespace tongban::catalogue
