// SPDX-License-Identifier: GPL-3.0-or-later
// A code to a telephone: asked while a person stands there.
#include "offline/platform/http_city_parts.h"

namespace tongban::offline::platform {

namespace {

// A city that forgets to say when is asked again after as long as people take to look into their telephone.
constexpr std::chrono::seconds usualWait(60);

QJsonObject tooSoon(const HttpAnswer &answer, const QDateTime &nowUtc)
{
    const auto wait = retryAfter(answer, nowUtc).value_or(usualWait);
    return {{QStringLiteral("tooSoon"), static_cast<qint64>(std::chrono::ceil<std::chrono::seconds>(wait).count())}};
}

} // namespace

QFuture<Answer> HttpCityPlatform::Parts::writeOfPhone(const QString &where, const QString &path, const QUuid &key,
                                                      const QJsonObject &body, std::vector<Member> members)
{
    const Pending<QJsonObject> pending;
    const auto which = book.current();
    send(which, writing(which, where, path, key, body),
         [this, pending, where, members = std::move(members)](const Result<HttpAnswer> &answer) {
             if (!answer)
                 return pending.answer(fail(answer.error()));
             pending.answer(isOfOnePhone(*answer) ? Answer(tooSoon(*answer, clock.nowUtc()))
                                                  : objectOf(where, *answer, members));
         });
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::sendPhoneCode(const QUuid &key, const QJsonObject &body)
{
    return m_parts->writeOfPhone(QStringLiteral("platform.sendPhoneCode"), QStringLiteral("/phones/codes"), key, body,
                                 {{"challenge", QJsonValue::String},
                                  {"validSeconds", QJsonValue::Double},
                                  {"againSeconds", QJsonValue::Double}});
}

QFuture<Answer> HttpCityPlatform::checkPhoneCode(const QUuid &key, const QString &challenge, const QJsonObject &body)
{
    return m_parts->writeOfPhone(QStringLiteral("platform.checkPhoneCode"),
                                 QStringLiteral("/phones/codes/%1/check").arg(pathSegment(challenge)), key, body,
                                 {{"result", QJsonValue::String}});
}

} // namespace tongban::offline::platform
