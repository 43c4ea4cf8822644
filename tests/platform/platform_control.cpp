// SPDX-License-Identifier: GPL-3.0-or-later
// The control port, as tests call it.
#include "tests/platform/platform_process.h"

#include <QJsonDocument>

#include <httplib.h>

namespace tongban::tests::platform {

namespace {

const QString where = QStringLiteral("platform-process");

} // namespace

Result<QByteArray> PlatformProcess::control(const char *method, const QString &path, const QByteArray &body)
{
    httplib::Client client("127.0.0.1", m_controlPort);
    client.set_read_timeout(std::chrono::seconds(10));
    httplib::Request request;
    request.method = method;
    request.path = path.toStdString();
    request.body = body.toStdString();
    if (!body.isEmpty())
        request.set_header("Content-Type", "application/json");
    const auto response = client.send(request);
    if (!response)
        return fail(ErrorKind::PlatformUnreachable, where,
                    QString::fromStdString(httplib::to_string(response.error())));
    if (response->status >= 300)
        return fail(ErrorKind::PlatformRefused, where, QString::fromStdString(response->body));
    return QByteArray::fromStdString(response->body);
}

Result<QByteArray> PlatformProcess::ferry(const QByteArray &bundle)
{
    return control("POST", QStringLiteral("/ferry"), bundle);
}

Result<void> PlatformProcess::tell(const QString &path, const QJsonObject &body)
{
    return control("POST", path, QJsonDocument(body).toJson()).map([](const QByteArray &) {});
}

Result<void> PlatformProcess::plan(const QJsonObject &faults)
{
    return tell(QStringLiteral("/faults"), faults);
}

Result<void> PlatformProcess::planOne(const QString &match, const QString &kind, const QJsonObject &more)
{
    QJsonObject fault = more;
    fault.insert(QStringLiteral("match"), match);
    fault.insert(QStringLiteral("kind"), kind);
    return plan({{QStringLiteral("next"), QJsonArray{fault}}});
}

Result<void> PlatformProcess::clearFaults()
{
    return control("DELETE", QStringLiteral("/faults")).map([](const QByteArray &) {});
}

Result<QJsonArray> PlatformProcess::cases()
{
    return control("GET", QStringLiteral("/cases")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object().value(QLatin1String("cases")).toArray();
    });
}

Result<QJsonObject> PlatformProcess::counters()
{
    return control("GET", QStringLiteral("/counters")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object();
    });
}

Result<void> PlatformProcess::decide(const QString &platformCaseId, const QString &status)
{
    return tell(QStringLiteral("/cases/%1/status").arg(platformCaseId), {{QStringLiteral("status"), status}});
}

Result<void> PlatformProcess::acceptAfter(int ms)
{
    return tell(QStringLiteral("/acceptance"), {{QStringLiteral("afterMs"), ms}});
}

Result<void> PlatformProcess::setReplicationLag(int ms)
{
    return tell(QStringLiteral("/replication"), {{QStringLiteral("lagMs"), ms}});
}

Result<void> PlatformProcess::permitEnrolment(const QString &code, const QString &deviceId, const QString &siteCode,
                                              std::optional<int> expiresInSeconds)
{
    QJsonObject body{
        {QStringLiteral("code"), code}, {QStringLiteral("deviceId"), deviceId}, {QStringLiteral("siteCode"), siteCode}};
    if (expiresInSeconds)
        body.insert(QStringLiteral("expiresInSeconds"), *expiresInSeconds);
    return tell(QStringLiteral("/enrolment-codes"), body);
}

Result<void> PlatformProcess::revokeDevice(const QString &deviceId, bool revoked)
{
    return tell(QStringLiteral("/devices/%1/revoked").arg(deviceId), {{QStringLiteral("revoked"), revoked}});
}

Result<void> PlatformProcess::setDeviceSecret(const QString &deviceId, const QByteArray &secret)
{
    return tell(QStringLiteral("/devices/%1/secret").arg(deviceId),
                {{QStringLiteral("hex"), QString::fromLatin1(secret.toHex())}});
}

Result<void> PlatformProcess::holdLicence(const QJsonObject &licence)
{
    return tell(QStringLiteral("/licences"), licence);
}

Result<QString> PlatformProcess::codeSentTo(const QString &phone)
{
    const auto answer = control("GET", QStringLiteral("/phones/codes"));
    if (!answer)
        return fail(answer.error());
    QString code;
    for (const QJsonValue &one : QJsonDocument::fromJson(*answer).object().value(QLatin1String("codes")).toArray()) {
        if (one[QLatin1String("phone")].toString() == phone)
            code = one[QLatin1String("code")].toString();
    }
    if (code.isEmpty())
        return fail(ErrorKind::NotFound, where, QStringLiteral("no code was sent there"));
    return code;
}

Result<QJsonArray> PlatformProcess::givenPhones()
{
    return control("GET", QStringLiteral("/phones/given")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object().value(QLatin1String("phones")).toArray();
    });
}

Result<void> PlatformProcess::setPhoneRules(const QJsonObject &rules)
{
    return tell(QStringLiteral("/phones/rules"), rules);
}

Result<void> PlatformProcess::issueNotice(const QJsonObject &notice)
{
    return tell(QStringLiteral("/notices"), notice);
}

Result<void> PlatformProcess::withdrawLetters(const QString &platformCaseId)
{
    return tell(QStringLiteral("/cases/%1/letters/withdraw").arg(platformCaseId), {});
}

Result<QString> PlatformProcess::issueCommand(const QJsonObject &command)
{
    return control("POST", QStringLiteral("/commands"), QJsonDocument(command).toJson())
        .map([](const QByteArray &body) {
            return QJsonDocument::fromJson(body).object().value(QLatin1String("id")).toString();
        });
}

Result<QJsonArray> PlatformProcess::commands()
{
    return control("GET", QStringLiteral("/commands")).map([](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object().value(QLatin1String("commands")).toArray();
    });
}

Result<void> PlatformProcess::expireSessions()
{
    return control("DELETE", QStringLiteral("/sessions")).map([](const QByteArray &) {});
}

} // namespace tongban::tests::platform
