// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/draft_promises.h"

namespace tongban::domain {

namespace {

const auto laterKey = QStringLiteral("later");
const auto themeKey = QStringLiteral("theme");
const auto libraryKey = QStringLiteral("library");
const auto phonesKey = QStringLiteral("confirmedPhones");
const auto residenceKey = QStringLiteral("residence");
const auto elsewhere = QStringLiteral("elsewhere");
const auto local = QStringLiteral("local");

QJsonObject laterJson(const CaseDraft &draft)
{
    QJsonObject later;
    for (auto it = draft.later.begin(); it != draft.later.end(); ++it)
        later.insert(it.key(), it.value().toString(Qt::ISODate));
    return later;
}

QJsonObject libraryJson(const QMap<QString, HeldLicence> &library)
{
    QJsonObject json;
    for (auto it = library.begin(); it != library.end(); ++it)
        json.insert(it.key(), QJsonObject{{QStringLiteral("number"), it->number.reveal()},
                                          {QStringLiteral("issued"), it->issued.toString(Qt::ISODate)}});
    return json;
}

QJsonObject phonesJson(const QMap<QString, ConfirmedPhone> &phones)
{
    QJsonObject json;
    for (auto it = phones.begin(); it != phones.end(); ++it)
        json.insert(it.key(), QJsonObject{{QStringLiteral("number"), it->number.reveal()},
                                          {QStringLiteral("token"), it->token.reveal()}});
    return json;
}

QMap<QString, QDate> laterFrom(JsonReader &outer)
{
    QMap<QString, QDate> later;
    const auto json = outer.objectOrNull(laterKey);
    if (!json)
        return later;
    JsonReader in(*json, outer.at(laterKey), outer.verdict());
    for (const QString &material : json->keys())
        later.insert(material, in.date(material));
    return later;
}

HeldLicence licenceFrom(JsonReader &in)
{
    const QString issued = QStringLiteral("issued");
    HeldLicence held{.number = Secret(in.text(QStringLiteral("number"))), .issued = {}};
    const QString text = in.possiblyEmptyText(issued);
    held.issued = QDate::fromString(text, Qt::ISODate);
    if (!held.issued.isValid() && !text.isEmpty())
        in.verdict().blame(in.at(issued), QStringLiteral("a date is expected"));
    in.refuseOthers();
    return held;
}

std::optional<QMap<QString, HeldLicence>> libraryFrom(JsonReader &outer)
{
    const auto json = outer.objectOrNull(libraryKey);
    if (!json)
        return std::nullopt;
    QMap<QString, HeldLicence> library;
    JsonReader in(*json, outer.at(libraryKey), outer.verdict());
    for (const QString &licence : json->keys()) {
        JsonReader one(in.object(licence), in.at(licence), in.verdict());
        library.insert(licence, licenceFrom(one));
    }
    return library;
}

QMap<QString, ConfirmedPhone> phonesFrom(JsonReader &outer)
{
    QMap<QString, ConfirmedPhone> phones;
    const auto json = outer.objectOrNull(phonesKey);
    if (!json)
        return phones;
    JsonReader in(*json, outer.at(phonesKey), outer.verdict());
    for (const QString &field : json->keys()) {
        JsonReader one(in.object(field), in.at(field), in.verdict());
        phones.insert(field, {.number = Secret(one.text(QStringLiteral("number"))),
                              .token = Secret(one.text(QStringLiteral("token")))});
        one.refuseOthers();
    }
    return phones;
}

Residence residenceFrom(JsonReader &in)
{
    const QString said = in.textOr(residenceKey);
    if (said == elsewhere)
        return Residence::Elsewhere;
    if (said == local)
        return Residence::Local;
    if (!said.isEmpty())
        in.verdict().blame(in.at(residenceKey), QStringLiteral("local or elsewhere is expected"));
    return Residence::Unclear;
}

} // namespace

void putPromises(QJsonObject &json, const CaseDraft &draft)
{
    if (!draft.later.isEmpty())
        json.insert(laterKey, laterJson(draft));
    if (!draft.theme.isEmpty())
        json.insert(themeKey, draft.theme);
    if (draft.library)
        json.insert(libraryKey, libraryJson(*draft.library));
    if (!draft.confirmedPhones.isEmpty())
        json.insert(phonesKey, phonesJson(draft.confirmedPhones));
    if (draft.residence != Residence::Unclear)
        json.insert(residenceKey, draft.residence == Residence::Local ? local : elsewhere);
}

// Drafts of before each of them have none.
void readPromises(JsonReader &in, CaseDraft &draft)
{
    draft.later = laterFrom(in);
    draft.theme = in.textOr(themeKey);
    draft.library = libraryFrom(in);
    draft.confirmedPhones = phonesFrom(in);
    draft.residence = residenceFrom(in);
}

} // namespace tongban::domain
