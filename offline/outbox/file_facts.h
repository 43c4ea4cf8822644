// SPDX-License-Identifier: GPL-3.0-or-later
// How a file of a case is spelt in messages. Private to this room.
#pragma once

#include "offline/outbox/case_messages.h"
#include "offline/store/text.h"

namespace tongban::offline::outbox {

template <class Image> QJsonObject fileFacts(const Image &image)
{
    return {{QStringLiteral("sm3"), QString::fromLatin1(image.sm3.toHex())},
            {QStringLiteral("width"), image.size.width()},
            {QStringLiteral("height"), image.size.height()},
            {QStringLiteral("bytes"), image.bytes}};
}

template <class Image>
QJsonObject uploadMessage(const QUuid &caseId, const PageToSend &page, const Image &image, const char *contentType)
{
    return {{QStringLiteral("blob"), store::textOf(image.blob)},
            {QStringLiteral("caseId"), store::textOf(caseId)},
            {QStringLiteral("material"), page.material},
            {QStringLiteral("page"), page.page},
            {QStringLiteral("sm3"), QString::fromLatin1(image.sm3.toHex())},
            {QStringLiteral("contentType"), QLatin1String(contentType)},
            {QStringLiteral("bytes"), image.bytes}};
}

[[nodiscard]] inline const char *contentTypeOf(const PageToSend &page)
{
    return page.isDrawn ? "image/png" : "image/jpeg";
}

} // namespace tongban::offline::outbox
