// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/stored_card.h"

namespace tongban::domain {

namespace {

constexpr auto dateFormat = Qt::ISODate;

QDate dateFrom(JsonReader &in, const QString &key)
{
    const QString text = in.possiblyEmptyText(key);
    const QDate date = QDate::fromString(text, dateFormat);
    if (!date.isValid() && !text.isEmpty())
        in.verdict().blame(in.at(key), QStringLiteral("a date is expected"));
    return date;
}

Sex sexFrom(JsonReader &in, const QString &key)
{
    switch (in.integer(key, 0, 9)) {
    case 0:
        return Sex::Unknown;
    case 1:
        return Sex::Male;
    case 2:
        return Sex::Female;
    case 9:
        return Sex::Unspecified;
    }
    in.verdict().blame(in.at(key), QStringLiteral("a code of GB/T 2261.1 is expected"));
    return Sex::Unknown;
}

// Drafts of before the permits have none of these keys: a citizen's.
void readPermitFields(JsonReader &in, IdCard &card)
{
    const auto kind = cardKindNamed(in.textOr(QStringLiteral("kind"), nameOf(CardKind::Citizen)));
    if (!kind)
        in.verdict().blame(in.at(QStringLiteral("kind")), QStringLiteral("a kind of card is expected"));
    card.kind = kind.value_or(CardKind::Citizen);
    const auto textIfAny = [&in](const QString &key) { return in.has(key) ? in.possiblyEmptyText(key) : QString(); };
    card.englishName = Secret(textIfAny(QStringLiteral("englishName")));
    card.nationality = textIfAny(QStringLiteral("nationality"));
    card.permitNumber = Secret(textIfAny(QStringLiteral("permitNumber")));
}

} // namespace

QJsonObject toJson(const IdCard &card)
{
    return {{QStringLiteral("kind"), nameOf(card.kind)},
            {QStringLiteral("name"), card.name.reveal()},
            {QStringLiteral("sex"), static_cast<int>(card.sex)},
            {QStringLiteral("ethnicCode"), card.ethnicCode},
            {QStringLiteral("birth"), card.birth.toString(dateFormat)},
            {QStringLiteral("address"), card.address.reveal()},
            {QStringLiteral("idNumber"), card.idNumber.reveal()},
            {QStringLiteral("issuer"), card.issuer},
            {QStringLiteral("validFrom"), card.validFrom.toString(dateFormat)},
            {QStringLiteral("validTo"), card.validTo ? QJsonValue(card.validTo->toString(dateFormat)) : QJsonValue()},
            {QStringLiteral("englishName"), card.englishName.reveal()},
            {QStringLiteral("nationality"), card.nationality},
            {QStringLiteral("permitNumber"), card.permitNumber.reveal()}};
}

IdCard cardFrom(JsonReader &in)
{
    IdCard card;
    readPermitFields(in, card);
    card.name = Secret(in.possiblyEmptyText(QStringLiteral("name")));
    card.sex = sexFrom(in, QStringLiteral("sex"));
    card.ethnicCode = in.possiblyEmptyText(QStringLiteral("ethnicCode"));
    card.birth = dateFrom(in, QStringLiteral("birth"));
    card.address = Secret(in.possiblyEmptyText(QStringLiteral("address")));
    card.idNumber = Secret(in.possiblyEmptyText(QStringLiteral("idNumber")));
    card.issuer = in.possiblyEmptyText(QStringLiteral("issuer"));
    card.validFrom = dateFrom(in, QStringLiteral("validFrom"));
    if (!in.isNull(QStringLiteral("validTo")))
        card.validTo = dateFrom(in, QStringLiteral("validTo"));
    in.refuseOthers();
    return card;
}

} // namespace tongban::domain
