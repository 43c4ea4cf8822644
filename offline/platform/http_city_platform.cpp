// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/http_city_platform.h"

#include "app/core/base/log.h"
#include "offline/platform/address_book.h"
#include "offline/platform/answers.h"
#include "offline/platform/case_creation.h"
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

// One address of the platform, with a session of its own.
struct Site
{
    Site(HttpLine &line, const PlatformAccess &access, const QUrl &base, TrustedClock &clock)
        : session(line, access, base, clock), terms(session)
    {}
    PlatformSession session;
    UploadTerms terms;
};

struct HttpCityPlatform::Parts
{
    Parts(const PlatformAccess &access, PlatformOptions options, TrustedClock &trusted,
          std::unique_ptr<UploadMemory> memory)
        : clock(trusted), uploads(std::move(memory)), line(access, std::move(options), trusted),
          book(access.standby.has_value(), trusted)
    {
        sites.push_back(std::make_unique<Site>(line, access, access.base, trusted));
        if (access.standby)
            sites.push_back(std::make_unique<Site>(line, access, *access.standby, trusted));
    }

    [[nodiscard]] Site &site(AddressBook::Which which) { return *sites[which]; }

    // Every outcome passes here: who is silent, and who is there again.
    void note(AddressBook::Which which, const Result<HttpAnswer> &answer)
    {
        const bool silent = !answer && answer.error().kind == ErrorKind::PlatformUnreachable;
        const bool changed = silent ? book.silent(which) : book.answered(which);
        if (changed)
            log(LogEvent::PlatformAddressChanged,
                {{"address",
                  book.current() == AddressBook::Primary ? QStringLiteral("primary") : QStringLiteral("standby")},
                 {"reason", silent ? answer.error().detail : QStringLiteral("the primary answers again")}});
    }
    void noteOutcome(AddressBook::Which which, const Answer &outcome)
    {
        if (outcome || outcome.error().kind != ErrorKind::PlatformUnreachable)
            note(which, HttpAnswer{});
        else
            note(which, fail(outcome.error()));
    }

    void send(AddressBook::Which which, const HttpRequest &request, HttpHandler handler)
    {
        site(which).session.send(request, [this, which, handler = std::move(handler)](Result<HttpAnswer> answer) {
            note(which, answer);
            handler(std::move(answer));
        });
    }

    QFuture<Answer> ask(AddressBook::Which which, const HttpRequest &request, std::vector<Member> members)
    {
        const Pending pending;
        send(which, request,
             [this, pending, where = request.where, members = std::move(members)](const Result<HttpAnswer> &answer) {
                 pending.answer(answer ? notYetHere(*answer, objectOf(where, *answer, members))
                                       : Answer(fail(answer.error())));
             });
        return pending.future();
    }

    // Of two addresses one may hold the case late: what it does not know is no refusal.
    [[nodiscard]] Answer notYetHere(const HttpAnswer &answer, Answer outcome) const
    {
        if (!outcome && book.hasStandby() && answer.status == 404 && outcome.error().kind == ErrorKind::PlatformRefused)
            outcome.error().kind = ErrorKind::PlatformBusy;
        return outcome;
    }

    QFuture<Answer> write(const QString &where, const QString &path, const QUuid &key, const QJsonObject &body,
                          std::vector<Member> members)
    {
        const auto which = book.current();
        return ask(which,
                   {.where = where,
                    .verb = "POST",
                    .url = site(which).session.url(path),
                    .headers = {{"Content-Type", "application/json"},
                                {"Idempotency-Key", key.toByteArray(QUuid::WithoutBraces)}},
                    .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                   std::move(members));
    }

    const Clock &clock;
    std::unique_ptr<UploadMemory> uploads;
    HttpLine line;
    AddressBook book;
    std::vector<std::unique_ptr<Site>> sites; // by AddressBook::Which
    PieceSize pieces;
    QString catalogueVersion; // and the tag under which it came: a later question is cheap when nothing changed
    QByteArray catalogueTag;
    QObject attempts; // parent of the uploads and creations under way; destroyed first
};

HttpCityPlatform::HttpCityPlatform(PlatformAccess access, PlatformOptions options, TrustedClock &clock,
                                   std::unique_ptr<UploadMemory> uploads)
    : m_parts(std::make_unique<Parts>(access, std::move(options), clock, std::move(uploads)))
{}

HttpCityPlatform::~HttpCityPlatform() = default;

QFuture<Answer> HttpCityPlatform::fetchCatalogue(const QString &knownVersion)
{
    const QString where = QStringLiteral("platform.fetchCatalogue");
    const auto which = m_parts->book.current();
    HttpRequest request{.where = where,
                        .verb = "GET",
                        .url = m_parts->site(which).session.url(QStringLiteral("/catalog/snapshot")),
                        .headers = {},
                        .body = {}};
    if (!knownVersion.isEmpty() && knownVersion == m_parts->catalogueVersion)
        request.headers.emplace_back("If-None-Match", m_parts->catalogueTag);
    const Pending pending;
    m_parts->send(which, request, [parts = m_parts.get(), where, pending](const Result<HttpAnswer> &answer) {
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
    if (!m_parts->book.hasStandby()) // the key alone keeps it from being made twice
        return m_parts->write(QStringLiteral("platform.createCase"), QStringLiteral("/cases"), key, body,
                              {{"caseId", QJsonValue::String}, {"status", QJsonValue::String}});
    const Pending pending;
    const auto which = m_parts->book.current();
    auto *creation =
        new CaseCreation(m_parts->site(which).session, *m_parts->uploads, m_parts->clock, &m_parts->attempts);
    creation->start(key, body, [parts = m_parts.get(), which, pending](const Answer &answer) {
        parts->noteOutcome(which, answer);
        pending.answer(answer);
    });
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::uploadPage(const QUuid &key, const QJsonObject &metadata, const QByteArray &image)
{
    const Pending pending;
    const auto which = m_parts->book.current();
    Site &site = m_parts->site(which);
    auto *upload = new TusUpload(
        TusPlace{site.session, site.terms, *m_parts->uploads, m_parts->pieces, m_parts->book.hasStandby()},
        TusFile{.key = key, .metadata = metadata, .bytes = image},
        [parts = m_parts.get(), which, pending](const Answer &answer) {
            parts->noteOutcome(which, answer);
            pending.answer(answer);
        },
        &m_parts->attempts);
    upload->start();
    return pending.future();
}

qint64 HttpCityPlatform::pageBytesSent() const
{
    return m_parts->line.sharedBytesSent();
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
    const auto which = m_parts->book.forQuestion();
    QUrl url = m_parts->site(which).session.url(QStringLiteral("/cases/changes"));
    if (!cursor.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("cursor"), pathSegment(cursor));
        url.setQuery(query);
    }
    return m_parts->ask(
        which, {.where = QStringLiteral("platform.pullChanges"), .verb = "GET", .url = url, .headers = {}, .body = {}},
        {{"cursor", QJsonValue::String}, {"changes", QJsonValue::Array}});
}

} // namespace tongban::offline::platform
