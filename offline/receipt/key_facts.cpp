// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/receipt/key_facts.h"

#include "app/core/domain/form_engine.h"
#include "offline/receipt/facts_deflate.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace tongban::offline::receipt {

using domain::FormField;

namespace {

const auto where = QStringLiteral("receipt.facts");

bool isInTheIdNumber(const FormField &field)
{
    static const QStringList sources{QStringLiteral("card.name"), QStringLiteral("card.idNumber"),
                                     QStringLiteral("card.birth"), QStringLiteral("card.sex")};
    return sources.contains(field.prefill);
}

// 0 is needed most; -1: not carried.
int needOf(const FormField &field)
{
    if (isInTheIdNumber(field))
        return -1;
    if (!field.prefill.isEmpty())
        return 2;
    return field.required ? 0 : 1;
}

// The places in the CBOR array.
enum Place { Signer, LocalNumber, ItemCode, ItemVersion, Time, Name, IdNumber, LeftOut, AnswerList, places };

QByteArray deflatedArray(const KeyFacts &facts, const QByteArray &signer, int leftOut)
{
    QCborArray answers; // key, value, key, value: a map would lose the order
    for (const auto &[key, value] : facts.answers)
        answers << key << value.reveal();
    const QCborArray all{signer,
                         facts.localNumber,
                         facts.itemCode,
                         facts.itemVersion,
                         facts.submittedAt.toSecsSinceEpoch(),
                         facts.name.reveal(),
                         facts.idNumber.reveal(),
                         leftOut,
                         answers};
    return deflated(QCborValue(all).toCbor());
}

bool hasTheShape(const QCborArray &all)
{
    bool good = all.size() == places && all.at(Signer).isByteArray() && all.at(Time).isInteger() &&
                all.at(LeftOut).isInteger() && all.at(AnswerList).isArray() &&
                all.at(AnswerList).toArray().size() % 2 == 0;
    for (const int text : {LocalNumber, ItemCode, ItemVersion, Name, IdNumber})
        good = good && all.at(text).isString();
    return good;
}

} // namespace

KeyFacts keyFactsOf(const domain::SubmittedCase &submitted)
{
    const domain::CaseDraft &content = submitted.content;
    KeyFacts facts{.localNumber = submitted.localNumber,
                   .itemCode = content.item.code,
                   .itemVersion = content.item.version,
                   .submittedAt = submitted.submittedAt.toUTC(),
                   .name = content.applicant.name,
                   .idNumber = content.applicant.idNumber,
                   .answers = {},
                   .leftOut = 0};
    for (auto owed = content.later.begin(); owed != content.later.end(); ++owed)
        facts.answers.append({QStringLiteral("later.") + owed.key(), Secret(owed.value().toString(Qt::ISODate))});
    for (int need = 0; need <= 2; ++need) {
        for (const FormField &field : content.item.fields) {
            const bool isAnswered = content.answers.contains(field.key) &&
                                    !content.answers.value(field.key).reveal().isEmpty() &&
                                    domain::isVisible(content.item, field, content.answers);
            if (isAnswered && needOf(field) == need)
                facts.answers.append({field.key, content.answers.value(field.key)});
        }
    }
    return facts;
}

Result<PackedFacts> packed(const KeyFacts &facts, const QByteArray &signer)
{
    KeyFacts room = facts;
    room.answers.clear();
    int leftOut = static_cast<int>(facts.answers.size());
    QByteArray best = deflatedArray(room, signer, leftOut);
    if (best.size() > keyFactsLimit)
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("number, item and name alone take %1 bytes").arg(best.size()));
    for (const auto &answer : facts.answers) {
        room.answers.append(answer);
        const QByteArray larger = deflatedArray(room, signer, leftOut - 1);
        if (larger.size() > keyFactsLimit) {
            room.answers.removeLast();
            continue;
        }
        best = larger;
        --leftOut;
    }
    return PackedFacts{.bytes = best, .leftOut = leftOut};
}

Result<UnpackedFacts> unpacked(const QByteArray &bytes)
{
    const auto plain = inflated(bytes);
    if (!plain)
        return fail(plain.error());
    QCborParserError mistake;
    const QCborArray all = QCborValue::fromCbor(*plain, &mistake).toArray();
    if (mistake.error != QCborError::NoError || !hasTheShape(all))
        return fail(ErrorKind::CodeUnreadable, where, QStringLiteral("not the key facts of a case"));
    UnpackedFacts out;
    out.signer = all.at(Signer).toByteArray();
    out.facts = {.localNumber = all.at(LocalNumber).toString(),
                 .itemCode = all.at(ItemCode).toString(),
                 .itemVersion = all.at(ItemVersion).toString(),
                 .submittedAt = QDateTime::fromSecsSinceEpoch(all.at(Time).toInteger(), Qt::UTC),
                 .name = Secret(all.at(Name).toString()),
                 .idNumber = Secret(all.at(IdNumber).toString()),
                 .answers = {},
                 .leftOut = static_cast<int>(all.at(LeftOut).toInteger())};
    const QCborArray answers = all.at(AnswerList).toArray();
    for (qsizetype i = 0; i + 1 < answers.size(); i += 2)
        out.facts.answers.append({answers.at(i).toString(), Secret(answers.at(i + 1).toString())});
    return out;
}

} // namespace tongban::offline::receipt
