// SPDX-License-Identifier: GPL-3.0-or-later
// Pages, materials, proofs.
#include "app/core/domain/item/check_parts.h"
#include "app/core/domain/item/standard_fields.h"

#include <QSet>

namespace tongban::domain {

namespace {

void checkBelonging(bool wanted, bool there, const QString &pointer, const char *origin, JsonVerdict &verdict)
{
    if (wanted && !there)
        verdict.blame(pointer, QStringLiteral("the origin %1 needs it").arg(QLatin1String(origin)));
    if (!wanted && there)
        verdict.blame(pointer, QStringLiteral("only the origin %1 has it").arg(QLatin1String(origin)));
}

void checkProofs(const ServiceItem &item, size_t index, JsonVerdict &verdict)
{
    const auto &proofs = item.conditions[index].provenBy;
    for (size_t i = 0; i < proofs.size(); ++i) {
        const QString pointer = at("conditions", index, "provenBy") + QStringLiteral("/%1").arg(i);
        const QString &key = proofs[i].key;
        switch (proofs[i].kind) {
        case Proof::Kind::Card:
        case Proof::Kind::Office:
            break;
        case Proof::Kind::Field:
            if (!item.field(key))
                verdict.blame(pointer, QStringLiteral("there is no such field"));
            break;
        case Proof::Kind::Material:
            if (!item.material(key))
                verdict.blame(pointer, QStringLiteral("there is no such material"));
            break;
        case Proof::Kind::Party:
            if (!item.party(key))
                verdict.blame(pointer, QStringLiteral("there is no such party"));
            break;
        }
    }
}

} // namespace

void checkPlaces(const ServiceItem &item, JsonVerdict &verdict)
{
    QSet<QString> placed(cardPage().fields.begin(), cardPage().fields.end());
    QSet<QString> own;
    for (size_t i = cardFields().size(); i < item.fields.size(); ++i)
        own.insert(item.fields[i].key);
    for (size_t i = 1; i < item.pages.size(); ++i) { // page 0 is the card's
        for (qsizetype k = 0; k < item.pages[i].fields.size(); ++k) {
            const QString &key = item.pages[i].fields[k];
            const QString pointer = at("pages", i - 1, "fields") + QStringLiteral("/%1").arg(k);
            if (placed.contains(key))
                verdict.blame(pointer, QStringLiteral("this field stands on another page too"));
            else if (!own.contains(key))
                verdict.blame(pointer, QStringLiteral("no field has this key"));
            placed.insert(key);
        }
    }
    for (size_t i = cardFields().size(); i < item.fields.size(); ++i) {
        if (!placed.contains(item.fields[i].key))
            verdict.blame(at("fields", i - cardFields().size(), "key"), QStringLiteral("this field stands on no page"));
    }
    if (item.selfService.level != SelfService::Level::View && item.pages.size() < 2)
        verdict.blame(QStringLiteral("/pages"), QStringLiteral("what is applied for here needs a page"));
}

void checkPapers(const ServiceItem &item, JsonVerdict &verdict)
{
    for (size_t i = 0; i < item.materials.size(); ++i) {
        const MaterialSpec &material = item.materials[i];
        checkBelonging(material.comesBy(MaterialOrigin::Library), !material.licence.isEmpty(),
                       at("materials", i, "licence"), "library", verdict);
        checkBelonging(material.comesBy(MaterialOrigin::Commitment), !material.commitment.isEmpty(),
                       at("materials", i, "commitment"), "commitment", verdict);
        checkBelonging(material.comesBy(MaterialOrigin::Paper), !material.paperReason.isEmpty(),
                       at("materials", i, "paperReason"), "paper", verdict);
        if (material.late != (material.lateDays > 0))
            verdict.blame(at("materials", i, "lateDays"),
                          QStringLiteral("what may follow later says within how many days, nothing else does"));
    }
    for (size_t i = 0; i < item.conditions.size(); ++i)
        checkProofs(item, i, verdict);
}

void checkGeneral(const ServiceItem &item, JsonVerdict &verdict)
{
    if (item.selfService.level == SelfService::Level::View && item.selfService.why.isEmpty())
        verdict.blame(QStringLiteral("/selfService/why"), QStringLiteral("what cannot be done here needs a reason"));
    if (item.selfService.level == SelfService::Level::View && item.selfService.where.isEmpty())
        verdict.blame(QStringLiteral("/selfService/where"), QStringLiteral("what cannot be done here needs a place"));
    if (item.cancelledFrom.isValid() && item.cancelledFrom <= item.effectiveFrom)
        verdict.blame(QStringLiteral("/cancelledFrom"), QStringLiteral("not after effectiveFrom"));
    if ((item.fee.kind == Fee::Kind::Fixed) != (item.fee.fen > 0))
        verdict.blame(QStringLiteral("/fee/fen"), QStringLiteral("a fixed fee has its amount, no other fee has one"));
    if ((item.fee.kind == Fee::Kind::Free) != item.fee.basis.isEmpty())
        verdict.blame(QStringLiteral("/fee/basis"), QStringLiteral("every fee has its basis, what is free has none"));
    if (item.statutory.unit == item.promised.unit && item.promised.number > item.statutory.number)
        verdict.blame(QStringLiteral("/limits/promised"), QStringLiteral("longer than the statutory limit"));
    for (size_t i = 0; i < item.eligibility.size(); ++i) {
        const bool isAge = item.eligibility[i].kind != EligibilityRule::Kind::LocalResidence;
        if (isAge != (item.eligibility[i].years > 0))
            verdict.blame(at("eligibility", i, "years"),
                          QStringLiteral("a rule of age has years, no other rule has any"));
    }
}

} // namespace tongban::domain
