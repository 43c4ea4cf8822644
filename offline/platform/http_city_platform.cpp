// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/http_city_platform.h"

#include "offline/platform/answers.h"
#include "offline/platform/platform_session.h"
#include "offline/platform/tus_upload.h"

#include <QJsonDocument>
#include <QPromise>
#include <QUrlQuery>

#include <vector>

namespace tongban::offline::platform {

namespace {

using Answer = Result<QJsonObject>;

// Shared by the handlers that may answer it. When the last of them dies unanswered (the platform is destroyed) the
// promise ends its future without a result, which whenFinished reads as Cancelled.
class Pending
{
public:
    Pending() : m_promise(std::make_shared<QPromise<Answer>>()) { m_promise->start(); }
    [[nodiscard]] QFuture<Answer> future() const { return m_promise->future(); }
    void answer(Answer value) const
    {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Answer>> m_promise;
};

QString pathSegment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

struct HttpCityPlatform::Parts
{
    Parts(const PlatformAccess &access, PlatformOptions options, TrustedClock &clock,
          std::unique_ptr<UploadMemory> memory)
        : uploads(std::move(memory)), line(access, options, clock), session(line, access, clock)
    {}

    QFuture<Answer> ask(const HttpRequest &request, std::vector<Member> members)
    {
        const Pending pending;
        session.send(request,
                     [pending, where = request.where, members = std::move(members)](Result<HttpAnswer> answer) {
                         pending.answer(answer ? objectOf(where, *answer, members) : Answer(fail(answer.error())));
                     });
        return pending.future();
    }

    QFuture<Answer> write(const QString &where, const QString &path, const QUuid &key, const QJsonObject &body,
                          std::vector<Member> members)
    {
        return ask({.where = where,
                    .verb = "POST",
                    .url = session.url(path),
                    .headers = {{"Content-Type", "application/json"},
                                {"Idempotency-Key", key.toByteArray(QUuid::WithoutBraces)}},
                    .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                   std::move(members));
    }

    std::unique_ptr<UploadMemory> uploads;
    HttpLine line;
    PlatformSession session;
    QString catalogueVersion; // and the tag under which it came: a later question is cheap when nothing changed
    QByteArray catalogueTag;
    QObject attempts; // parent of the uploads under way; destroyed first
};

HttpCityPlatform::HttpCityPlatform(PlatformAccess access, PlatformOptions options, TrustedClock &clock,
                                   std::unique_ptr<UploadMemory> uploads)
    : m_parts(std::make_unique<Parts>(access, options, clock, std::move(uploads)))
{}

HttpCityPlatform::~HttpCityPlatform() = default;

QFuture<Answer> HttpCityPlatform::fetchCatalogue(const QString &knownVersion)
{
    const QString where = QStringLiteral("platform.fetchCatalogue");
    HttpRequest request{.where = where,
                        .verb = "GET",
                        .url = m_parts->session.url(QStringLiteral("/catalog/snapshot")),
                        .headers = {},
                        .body = {}};
    if (!knownVersion.isEmpty() && knownVersion == m_parts->catalogueVersion)
        request.headers.emplace_back("If-None-Match", m_parts->catalogueTag);
    const Pending pending;
    m_parts->session.send(request, [parts = m_parts.get(), where, pending](Result<HttpAnswer> answer) {
        if (!answer)
            return pending.answer(fail(answer.error()));
        if (answer->status == 304)
            return pending.answer(QJsonObject());
        const auto snapshot =
            objectOf(where, *answer,
                     {{"version", QJsonValue::String}, {"asOf", QJsonValue::String}, {"items", QJsonValue::Array}});
        if (snapshot) {
            parts->catalogueTag = answer->headers.value("etag");
            parts->catalogueVersion =
                parts->catalogueTag.isEmpty() ? QString() : snapshot->value(QStringLiteral("version")).toString();
        }
        pending.answer(snapshot);
    });
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::createCase(const QUuid &key, const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.createCase"), QStringLiteral("/cases"), key, body,
                          {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
}

QFuture<Answer> HttpCityPlatform::uploadPage(const QUuid &key, const QJsonObject &metadata, const QByteArray &image)
{
    const Pending pending;
    auto *upload = new TusUpload(
        m_parts->session, *m_parts->uploads, TusFile{.key = key, .metadata = metadata, .bytes = image},
        [pending](Answer answer) { pending.answer(std::move(answer)); }, &m_parts->attempts);
    upload->start();
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::submitCase(const QUuid &key, const QString &platformCaseId, const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.submitCase"),
                          QStringLiteral("/cases/%1/submit").arg(pathSegment(platformCaseId)), key, body,
                          {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
}

QFuture<Answer> HttpCityPlatform::sendEvaluation(const QUuid &key, const QJsonObject &body)
{
    return m_parts->write(QStringLiteral("platform.sendEvaluation"), QStringLiteral("/evaluations"), key, body,
                          {{"status", QJsonValue::String}});
}

std::chrono::milliseconds HttpCityPlatform::pauseAsked() const
{
    return m_parts->line.pauseAsked();
}

QFuture<Answer> HttpCityPlatform::pullChanges(const QString &cursor)
{
    QUrl url = m_parts->session.url(QStringLiteral("/cases/changes"));
    if (!cursor.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("cursor"), pathSegment(cursor));
        url.setQuery(query);
    }
    return m_parts->ask(
        {.where = QStringLiteral("platform.pullChanges"), .verb = "GET", .url = url, .headers = {}, .body = {}},
        {{"cursor", QJsonValue::String}, {"changes", QJsonValue::Array}});
}

} // namespace tongban::offline::platform
