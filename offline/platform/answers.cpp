// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/answers.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace tongban::offline::platform {

namespace {

struct Problem // RFC 9457, with the contract's members
{
    QString code;
    bool retryable = false;
};

// None: not the platform's own words; a gateway or a captive portal speaks HTML here.
std::optional<Problem> problemIn(const HttpAnswer &answer)
{
    if (!answer.headers.value("content-type").toLower().startsWith("application/problem+json"))
        return std::nullopt;
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    static const QRegularExpression codeForm(QStringLiteral("^[a-z0-9_]{1,64}$"));
    const QString code = body.value(QStringLiteral("code")).toString();
    if (!codeForm.match(code).hasMatch())
        return std::nullopt;
    return Problem{.code = code, .retryable = body.value(QStringLiteral("retryable")).toBool()};
}

bool isBusy(int status)
{
    // 423: an earlier attempt still holds the upload; 425: too early.
    return status == 408 || status == 423 || status == 425 || status == 429 || (status >= 500 && status <= 599);
}

const char *typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return "null";
    case QJsonValue::Bool:
        return "a boolean";
    case QJsonValue::Double:
        return "a number";
    case QJsonValue::String:
        return "a string";
    case QJsonValue::Array:
        return "an array";
    case QJsonValue::Object:
        return "an object";
    case QJsonValue::Undefined:
        return "undefined";
    }
    Q_UNREACHABLE();
}

} // namespace

QString problemCode(const HttpAnswer &answer)
{
    const auto problem = problemIn(answer);
    return problem ? problem->code : QString();
}

bool isOfOnePhone(const HttpAnswer &answer)
{
    return answer.status == 429 && problemCode(answer) == QLatin1String("phone_too_soon");
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpAnswer &answer, const QDateTime &nowUtc)
{
    using std::chrono::milliseconds;
    constexpr milliseconds longest = std::chrono::hours(1);
    if (answer.status != 429 && answer.status != 503)
        return std::nullopt;
    const QString text = QString::fromLatin1(answer.headers.value("retry-after").trimmed());
    static const QRegularExpression seconds(QStringLiteral("^[0-9]{1,18}$"));
    if (seconds.match(text).hasMatch())
        return std::min(longest, milliseconds(std::min<qint64>(text.toLongLong(), 86'400) * 1000));
    QDateTime until = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!until.isValid())
        return std::nullopt;
    until.setTimeSpec(Qt::UTC);
    return std::clamp(milliseconds(nowUtc.msecsTo(until)), milliseconds::zero(), longest);
}

Error errorOf(const QString &where, const HttpAnswer &answer)
{
    const auto problem = problemIn(answer);
    const QString detail =
        QStringLiteral("HTTP %1").arg(answer.status) + (problem ? QStringLiteral(", ") + problem->code : QString());
    const auto sorted = [&](ErrorKind kind) { return Error{kind, where, detail}; };
    if (answer.status == 401)
        return sorted(ErrorKind::PlatformUnreachable);
    if (isBusy(answer.status))
        return sorted(ErrorKind::PlatformBusy);
    if (answer.status < 400 || answer.status > 499 || !problem)
        return sorted(ErrorKind::PlatformBadAnswer);
    if (problem->retryable)
        return sorted(ErrorKind::PlatformBusy);
    if (answer.status == 409 || answer.status == 412)
        return sorted(ErrorKind::PlatformConflict);
    return sorted(ErrorKind::PlatformRefused);
}

Result<QJsonObject> objectOf(const QString &where, const HttpAnswer &answer, const std::vector<Member> &members)
{
    if (answer.status < 200 || answer.status > 299)
        return fail(errorOf(where, answer));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (!document.isObject())
        return fail(ErrorKind::PlatformBadAnswer, where,
                    error.error == QJsonParseError::NoError
                        ? QStringLiteral("not a JSON object")
                        : QStringLiteral("not JSON at byte %1: %2").arg(error.offset).arg(error.errorString()));
    const QJsonObject object = document.object();
    for (const Member &member : members) {
        if (object.value(QLatin1String(member.name)).type() != member.type)
            return fail(ErrorKind::PlatformBadAnswer, where,
                        QStringLiteral("member %1 is not %2")
                            .arg(QLatin1String(member.name), QLatin1String(typeName(member.type))));
    }
    return object;
}

} // namespace tongban::offline::platform
