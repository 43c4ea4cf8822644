// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/licence_query.h"

#include "app/core/domain/json_reader.h"

namespace tongban::offline::platform {

QJsonObject licenceQuery(const ports::LicenceQuestion &question)
{
    const domain::IdCard &card = question.holder;
    return {{QStringLiteral("application"), question.draft.toString(QUuid::WithoutBraces)},
            {QStringLiteral("holder"), QJsonObject{{QStringLiteral("credential"), nameOf(card.kind)},
                                                   {QStringLiteral("name"), card.name.reveal()},
                                                   {QStringLiteral("idNumber"), card.idNumber.reveal()}}},
            {QStringLiteral("licences"), QJsonArray::fromStringList(question.licences)}};
}

Result<QMap<QString, domain::HeldLicence>> heldLicences(const QJsonObject &answer, const QStringList &asked)
{
    domain::JsonVerdict verdict{ErrorKind::PlatformBadAnswer, QStringLiteral("platform.queryLicences")};
    domain::JsonReader in(answer, QString(), verdict);
    const QString key = QStringLiteral("licences");
    const QJsonArray list = in.array(key);
    QMap<QString, domain::HeldLicence> held;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString pointer = QStringLiteral("%1/%2").arg(in.at(key)).arg(i);
        domain::JsonReader one(domain::objectAt(list, i, pointer, verdict), pointer, verdict);
        const QString licence = one.text(QStringLiteral("licence"), 64);
        const QString issued = QStringLiteral("issued");
        domain::HeldLicence found{.number = Secret(one.text(QStringLiteral("number"), 64)),
                                  .issued = one.has(issued) ? one.date(issued) : QDate()};
        one.refuseOthers();
        if (asked.contains(licence))
            held.insert(licence, std::move(found));
    }
    in.refuseOthers();
    if (verdict.error)
        return fail(*verdict.error);
    return held;
}

} // namespace tongban::offline::platform
