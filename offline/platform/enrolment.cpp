// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/enrolment.h"

#include "offline/crypto/certificates.h"
#include "offline/platform/answers.h"

#include <QJsonDocument>
#include <QPromise>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>
#include <iterator>
#include <memory>

namespace tongban::offline::platform {

namespace {

using Outcome = Result<EnrolmentOutcome>;

const QString where = QStringLiteral("platform.enrol");

tl::unexpected<Error> badAnswer(const QString &what)
{
    return fail(ErrorKind::PlatformBadAnswer, where, what);
}

QList<QByteArray> certificatesIn(const QByteArray &pem)
{
    const auto found = QSslCertificate::fromData(pem, QSsl::Pem);
    QList<QByteArray> ders;
    std::transform(found.begin(), found.end(), std::back_inserter(ders),
                   [](const QSslCertificate &certificate) { return certificate.toDer(); });
    return ders;
}

// None: an answer that says something else.
std::optional<EnrolmentRefusal> refusalIn(const HttpAnswer &answer)
{
    const QString code = problemCode(answer);
    if (code == QLatin1String("code_unknown"))
        return EnrolmentRefusal::CodeUnknown;
    if (code == QLatin1String("code_used"))
        return EnrolmentRefusal::CodeUsed;
    if (code == QLatin1String("code_expired"))
        return EnrolmentRefusal::CodeExpired;
    if (answer.status == 422 && !code.isEmpty())
        return EnrolmentRefusal::RequestInvalid;
    return std::nullopt;
}

QFuture<Outcome> settled(Outcome outcome)
{
    QPromise<Outcome> promise;
    promise.start();
    promise.addResult(std::move(outcome));
    promise.finish();
    return promise.future();
}

} // namespace

Result<std::unique_ptr<Enrolment>> Enrolment::prepare(EnrolmentConfig config, ports::FileSystem &files,
                                                      const ports::TimeSource &clock)
{
    auto line = prepareLine(config.url, config.caFile, config.proxy);
    if (!line)
        return fail(line.error());
    return std::unique_ptr<Enrolment>(new Enrolment(std::move(config), std::move(*line), files, clock));
}

Enrolment::Enrolment(EnrolmentConfig config, LineAccess access, ports::FileSystem &files,
                     const ports::TimeSource &clock)
    : m_config(std::move(config)), m_base(access.base), m_files(files), m_clock(clock),
      m_line(access, PlatformOptions{}, clock)
{}

QFuture<Outcome> Enrolment::enrol(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z0-9-]{8,64}$"));
    const QString code = typed.trimmed().toUpper();
    if (!form.match(code).hasMatch())
        return settled(EnrolmentOutcome(EnrolmentRefusal::CodeMalformed));
    const auto keys = keysForEnrolment(m_files, m_config.directory);
    if (!keys)
        return settled(fail(keys.error()));
    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    m_line.send(requestFor(code, *keys), [this, promise, keys = *keys](const Result<HttpAnswer> &answer) {
        promise->addResult(concluded(answer, keys));
        promise->finish();
    });
    return promise->future();
}

HttpRequest Enrolment::requestFor(const QString &code, const TerminalKeys &keys) const
{
    const crypto::RequestSubject subject{.deviceId = m_config.deviceId, .siteCode = m_config.siteCode};
    const QJsonObject body{
        {QStringLiteral("code"), code},
        {QStringLiteral("deviceId"), m_config.deviceId},
        {QStringLiteral("siteCode"), m_config.siteCode},
        {QStringLiteral("tlsRequest"), QString::fromLatin1(crypto::certificateRequest(keys.tls, subject))},
        {QStringLiteral("signRequest"), QString::fromLatin1(crypto::certificateRequest(keys.sign, subject))}};
    QUrl url = m_base;
    url.setPath(url.path() + QStringLiteral("/enrolments"));
    return {.where = where,
            .verb = "POST",
            .url = url,
            .headers = {{"Content-Type", "application/json"}},
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Outcome Enrolment::concluded(const Result<HttpAnswer> &answer, const TerminalKeys &keys)
{
    if (!answer && m_line.datesDoubted())
        return EnrolmentOutcome(EnrolmentRefusal::ClockWrong);
    if (!answer && m_line.certificateRefused())
        return EnrolmentOutcome(EnrolmentRefusal::ServerNotTrusted);
    if (!answer)
        return fail(answer.error());
    if (const auto refusal = refusalIn(*answer))
        return EnrolmentOutcome(*refusal);
    const auto papers = papersIn(*answer, keys);
    if (!papers)
        return fail(papers.error());
    if (const auto kept = putInForce(m_files, m_config.directory, keys, *papers); !kept)
        return fail(kept.error());
    return EnrolmentOutcome(Enrolled{.keyId = QString::fromLatin1(keys.sign.publicKey().id().toHex())});
}

// What the city certifies is taken for granted by nobody who starts later: it is looked at here.
Result<EnrolledPapers> Enrolment::papersIn(const HttpAnswer &answer, const TerminalKeys &keys) const
{
    constexpr auto text = QJsonValue::String;
    const auto object = objectOf(
        where, answer,
        {{"tlsCertificate", text}, {"caCertificate", text}, {"cityKey", text}, {"appId", text}, {"keyId", text}});
    if (!object)
        return fail(object.error());
    const auto member = [&object](const char *name) { return object->value(QLatin1String(name)).toString(); };
    EnrolledPapers papers{.deviceId = m_config.deviceId,
                          .siteCode = m_config.siteCode,
                          .appId = member("appId"),
                          .certificates = member("tlsCertificate").toLatin1(),
                          .authority = member("caCertificate").toLatin1(),
                          .cityKey = member("cityKey").toLatin1()};
    static const QRegularExpression appIdForm(QStringLiteral("^[^\\x00-\\x1f]{1,64}$"));
    if (!appIdForm.match(papers.appId).hasMatch())
        return badAnswer(QStringLiteral("appId is no code"));
    if (member("keyId").toLatin1() != keys.sign.publicKey().id().toHex())
        return badAnswer(QStringLiteral("the roster has another SM2 key for this terminal"));
    if (const auto city = crypto::Sm2PublicKey::fromPem(papers.cityKey); !city)
        return badAnswer(QStringLiteral("cityKey: ") + city.error().detail);
    const auto certified = crypto::certifies(certificatesIn(papers.certificates), certificatesIn(papers.authority),
                                             keys.tls.publicDer(), m_clock.nowUtc());
    if (!certified)
        return fail(certified.error().within(where));
    return papers;
}

} // namespace tongban::offline::platform
