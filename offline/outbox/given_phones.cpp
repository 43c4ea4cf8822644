// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/outbox/given_phones.h"

#include "app/core/domain/phone_check.h"

#include <QJsonObject>

namespace tongban::offline::outbox {

QJsonArray givenPhones(const domain::CaseDraft &content)
{
    QJsonArray phones;
    for (const domain::GivenPhone &phone : domain::phonesOf(content)) {
        QJsonObject one{
            {QStringLiteral("field"), phone.field},
            {QStringLiteral("state"), phone.confirmation ? QStringLiteral("confirmed") : QStringLiteral("unverified")}};
        if (phone.confirmation)
            one.insert(QStringLiteral("token"), phone.confirmation->token.reveal());
        phones.append(one);
    }
    return phones;
}

} // namespace tongban::offline::outbox
