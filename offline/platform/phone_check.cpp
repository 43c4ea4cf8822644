// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/phone_check.h"

#include "app/core/domain/json_reader.h"

#include <QRegularExpression>

namespace tongban::offline::platform {

using ports::PhoneCheckAnswer;
using ports::PhoneCodeAnswer;

namespace {

constexpr qint64 longestWait = 3600; // seconds, as the contract says
constexpr qint64 mostTries = 20;
const auto tooSoonKey = QStringLiteral("tooSoon"); // of the client's own making, from Retry-After

QString textOf(domain::JsonReader &in, const char *key, const char *form)
{
    return in.patternedText(QLatin1String(key), QRegularExpression(QLatin1String(form)),
                            QStringLiteral("another form is expected"), 256);
}

} // namespace

QJsonObject phoneCodeWish(const Secret &number)
{
    return {{QStringLiteral("phone"), number.reveal()}};
}

QJsonObject phoneCodeCheck(const Secret &number, const Secret &code)
{
    return {{QStringLiteral("phone"), number.reveal()}, {QStringLiteral("code"), code.reveal()}};
}

QUuid keyOfCheck(const QString &challenge, const Secret &code)
{
    return QUuid::createUuidV5(QUuid::fromString(challenge), code.reveal());
}

Result<PhoneCodeAnswer> phoneCodeAnswer(const QJsonObject &answer)
{
    domain::JsonVerdict verdict{ErrorKind::PlatformBadAnswer, QStringLiteral("platform.sendPhoneCode")};
    domain::JsonReader in(answer, QString(), verdict);
    PhoneCodeAnswer said;
    if (in.has(tooSoonKey)) {
        said.waitSeconds = static_cast<int>(in.integer(tooSoonKey, 0, longestWait));
    } else {
        said.kind = PhoneCodeAnswer::Kind::Sent;
        said.challenge = textOf(in, "challenge", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        (void)in.integer(QStringLiteral("validSeconds"), 1, longestWait); // the city tells when it is over: gone
        said.waitSeconds = static_cast<int>(in.integer(QStringLiteral("againSeconds"), 0, longestWait));
    }
    in.refuseOthers();
    if (verdict.error)
        return fail(*verdict.error);
    return said;
}

Result<PhoneCheckAnswer> phoneCheckAnswer(const QJsonObject &answer)
{
    domain::JsonVerdict verdict{ErrorKind::PlatformBadAnswer, QStringLiteral("platform.checkPhoneCode")};
    domain::JsonReader in(answer, QString(), verdict);
    const QString result = in.has(tooSoonKey) ? QString() : in.text(QStringLiteral("result"), 16);
    PhoneCheckAnswer said;
    if (in.has(tooSoonKey)) {
        said.kind = PhoneCheckAnswer::Kind::TooSoon;
        said.waitSeconds = static_cast<int>(in.integer(tooSoonKey, 0, longestWait));
    } else if (result == QLatin1String("confirmed")) {
        said.kind = PhoneCheckAnswer::Kind::Confirmed;
        said.token = Secret(textOf(in, "token", "[A-Za-z0-9+/=._-]{16,256}"));
    } else if (result == QLatin1String("wrong")) {
        said.kind = PhoneCheckAnswer::Kind::Wrong;
        said.triesLeft = static_cast<int>(in.integer(QStringLiteral("triesLeft"), 1, mostTries));
    } else if (result != QLatin1String("gone")) {
        verdict.blame(in.at(QStringLiteral("result")), QStringLiteral("not a result of the contract"));
    }
    in.refuseOthers();
    if (verdict.error)
        return fail(*verdict.error);
    return said;
}

} // namespace tongban::offline::platform
