// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/case_creation.h"

#include "app/core/base/when_finished.h"
#include "offline/platform/answers.h"

#include <QJsonDocument>
#include <QPointer>

namespace tongban::offline::platform {

namespace {

const QString where = QStringLiteral("platform.createCase");

Result<QJsonObject> caseIn(const HttpAnswer &answer)
{
    return objectOf(where, answer, {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
}

// Until when this address knows what any address handled; invalid: it does not say so.
QDateTime knownUntil(const HttpAnswer &answer)
{
    return QDateTime::fromString(QString::fromLatin1(answer.headers.value("x-data-as-of")), Qt::ISODateWithMs);
}

} // namespace

void CaseCreation::start(const QUuid &key, const QJsonObject &body, Done done)
{
    m_key = key;
    m_body = body;
    m_done = std::move(done);
    whenFinished(m_memory.recall(key), this, [this](const Result<QString> &sentTo) {
        // Without its memory a terminal cannot know: the case waits, it is not risked.
        if (!sentTo)
            return end(fail(sentTo.error()));
        recalled(*sentTo);
    });
}

// "TIME ADDRESS" of the attempt whose answer is still owed, its end where that was seen; empty: there is none.
void CaseCreation::recalled(const QString &sentTo)
{
    const auto space = sentTo.indexOf(QLatin1Char(' '));
    if (sentTo.isEmpty() || sentTo.mid(space + 1) == m_session.url({}).toString(QUrl::FullyEncoded))
        return rememberAndCreate();
    askForKey(QDateTime::fromString(sentTo.left(space), Qt::ISODateWithMs));
}

void CaseCreation::askForKey(const QDateTime &triedElsewhere)
{
    const HttpRequest question{
        .where = where,
        .verb = "GET",
        .url = m_session.url(QStringLiteral("/cases/by-key/") + m_key.toString(QUuid::WithoutBraces)),
        .headers = {},
        .body = {}};
    m_session.send(question, [self = QPointer(this), triedElsewhere](const Result<HttpAnswer> &answer) {
        if (!self)
            return;
        if (!answer)
            return self->end(fail(answer.error()));
        self->keyAnswered(*answer, triedElsewhere);
    });
}

void CaseCreation::keyAnswered(const HttpAnswer &answer, const QDateTime &triedElsewhere)
{
    if (answer.status == 200) {
        const auto known = caseIn(answer);
        return known ? settle(known) : end(known);
    }
    if (answer.status != 404 || problemCode(answer) != QLatin1String("key_unknown")) {
        Error error = errorOf(where, answer);
        // What is no word on the key is no word on the case.
        if (remedyFor(error.kind) == Remedy::Refused)
            error.kind = ErrorKind::PlatformBadAnswer;
        return end(fail(error));
    }
    const QDateTime known = knownUntil(answer);
    if (!known.isValid())
        return end(fail(ErrorKind::PlatformBadAnswer, where, QStringLiteral("key_unknown without X-Data-As-Of")));
    if (known <= triedElsewhere.addMSecs(m_handlingGrace.count()))
        return end(
            fail(ErrorKind::PlatformBusy, where, QStringLiteral("sent to the other address, not known here yet")));
    rememberAndCreate();
}

QFuture<Result<void>> CaseCreation::rememberAttempt()
{
    return m_memory.remember(m_key, m_clock.nowUtc().toString(Qt::ISODateWithMs) + QLatin1Char(' ') +
                                        m_session.url({}).toString(QUrl::FullyEncoded));
}

void CaseCreation::rememberAndCreate()
{
    whenFinished(rememberAttempt(), this, [this](const Result<void> &kept) {
        if (!kept)
            return end(fail(kept.error()));
        create();
    });
}

void CaseCreation::create()
{
    const HttpRequest request{
        .where = where,
        .verb = "POST",
        .url = m_session.url(QStringLiteral("/cases")),
        .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", m_key.toByteArray(QUuid::WithoutBraces)}},
        .body = QJsonDocument(m_body).toJson(QJsonDocument::Compact)};
    m_session.send(request, [self = QPointer(this)](const Result<HttpAnswer> &answer) {
        if (self)
            self->created(answer);
    });
}

void CaseCreation::created(const Result<HttpAnswer> &answer)
{
    const auto outcome = answer ? caseIn(*answer) : Result<QJsonObject>(fail(answer.error()));
    if (outcome || (answer && remedyFor(outcome.error().kind) == Remedy::Refused))
        return settle(outcome);
    // It may have been created all the same, until now.
    whenFinished(rememberAttempt(), this, [this, outcome](const Result<void> &) { end(outcome); });
}

void CaseCreation::settle(Result<QJsonObject> outcome)
{
    whenFinished(m_memory.remember(m_key, QString()), this,
                 [this, outcome = std::move(outcome)](const Result<void> &) { end(outcome); });
}

void CaseCreation::end(Result<QJsonObject> outcome)
{
    deleteLater();
    std::exchange(m_done, nullptr)(std::move(outcome));
}

} // namespace tongban::offline::platform
