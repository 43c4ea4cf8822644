// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/signed_time.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::offline::platform {

namespace {

tl::unexpected<Error> badTime(const char *why)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("platform.time"), QString::fromLatin1(why));
}

} // namespace

Result<QDateTime> openSignedTime(const QByteArray &json, const QByteArray &nonce, const crypto::Sm2PublicKey &cityKey)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QByteArray now = object.value(QStringLiteral("now")).toString().toUtf8();
    const QDateTime time = QDateTime::fromString(QString::fromUtf8(now), Qt::ISODateWithMs);
    // Without a zone the same words would be another moment on another terminal.
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return badTime("no time in it");
    if (object.value(QStringLiteral("nonce")).toString().toLatin1() != nonce)
        return badTime("for another question");
    const auto signature = QByteArray::fromBase64Encoding(
        object.value(QStringLiteral("signature")).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!signature || !cityKey.verifies("tongban time 1\n" + nonce + '\n' + now, *signature))
        return badTime("not signed by the city");
    return time.toUTC();
}

} // namespace tongban::offline::platform
