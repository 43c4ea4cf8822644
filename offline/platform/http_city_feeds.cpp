// SPDX-License-Identifier: GPL-3.0-or-later
// What the terminal asks the city for: status changes, notices, commands, the catalogue, the roster.
#include "offline/platform/catalogue_news.h"
#include "offline/platform/http_city_parts.h"
#include "offline/platform/remote_command.h"
#include "offline/platform/roster.h"

#include <QUrlQuery>

namespace tongban::offline::platform {

using ports::CatalogueNews;
using ports::PulledCommands;

namespace {

// A question with a cursor; empty: from the beginning, and nothing is said.
HttpRequest questionOf(const PlatformSession &session, const char *where, const char *path, const QString &cursor)
{
    QUrl url = session.url(QLatin1String(path));
    if (!cursor.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("cursor"), pathSegment(cursor));
        url.setQuery(query);
    }
    return {.where = QLatin1String(where), .verb = "GET", .url = url, .headers = {}, .body = {}};
}

} // namespace

QFuture<Answer> HttpCityPlatform::pullChanges(const QString &cursor)
{
    const auto which = m_parts->book.forQuestion();
    return m_parts->ask(which,
                        questionOf(m_parts->site(which).session, "platform.pullChanges", "/cases/changes", cursor),
                        {{"cursor", QJsonValue::String}, {"changes", QJsonValue::Array}});
}

QFuture<Answer> HttpCityPlatform::pullNotices(const QString &cursor)
{
    const auto which = m_parts->book.current();
    return m_parts->ask(which, questionOf(m_parts->site(which).session, "platform.pullNotices", "/notices", cursor),
                        {{"cursor", QJsonValue::String}, {"notices", QJsonValue::Array}});
}

// A question, though it is posted: it carries no key, and a lost answer is asked for by nobody.
QFuture<Answer> HttpCityPlatform::queryLicences(const QJsonObject &body)
{
    const auto which = m_parts->book.current();
    return m_parts->ask(which,
                        {.where = QStringLiteral("platform.queryLicences"),
                         .verb = "POST",
                         .url = m_parts->site(which).session.url(QStringLiteral("/licences/query")),
                         .headers = {{"Content-Type", "application/json"}},
                         .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                        {{"licences", QJsonValue::Array}});
}

QFuture<Result<PulledCommands>> HttpCityPlatform::pullCommands(const QString &cursor)
{
    const auto which = m_parts->book.current();
    const auto question =
        questionOf(m_parts->site(which).session, "platform.pullCommands", "/devices/commands", cursor);
    const Pending<PulledCommands> pending;
    m_parts->send(which, question,
                  [parts = m_parts.get(), where = question.where, pending](const Result<HttpAnswer> &answer) {
                      if (!answer)
                          return pending.answer(fail(answer.error()));
                      const auto object =
                          objectOf(where, *answer, {{"cursor", QJsonValue::String}, {"commands", QJsonValue::Array}});
                      if (!object)
                          return pending.answer(fail(object.error()));
                      pending.answer(openCommands(*object, parts->deviceId, parts->cityKey, parts->clock.nowUtc()));
                  });
    return pending.future();
}

QFuture<Answer> HttpCityPlatform::reportOutcome(const QUuid &command, const ports::CommandOutcome &outcome)
{
    return m_parts->write(QStringLiteral("platform.reportOutcome"),
                          QStringLiteral("/devices/commands/%1/outcome").arg(command.toString(QUuid::WithoutBraces)),
                          QUuid::createUuidV5(command, QByteArrayLiteral("outcome")), toJson(outcome),
                          {{"status", QJsonValue::String}});
}

QFuture<Result<CatalogueNews>> HttpCityPlatform::pullCatalogue(const QString &cursor)
{
    const auto which = m_parts->book.current();
    const auto question =
        questionOf(m_parts->site(which).session, "platform.pullCatalogue", "/catalog/changes", cursor);
    const Pending<CatalogueNews> pending;
    m_parts->send(which, question,
                  [parts = m_parts.get(), where = question.where, pending](const Result<HttpAnswer> &answer) {
                      if (!answer)
                          return pending.answer(fail(answer.error()));
                      const auto changes = objectOf(where, *answer,
                                                    {{"cursor", QJsonValue::String},
                                                     {"manifest", QJsonValue::Object},
                                                     {"upserts", QJsonValue::Array},
                                                     {"tombstones", QJsonValue::Array}});
                      pending.answer(changes ? openCatalogue(*changes, CataloguePart::Changes, parts->cityKey)
                                             : Result<CatalogueNews>(fail(changes.error())));
                  });
    return pending.future();
}

QFuture<Result<std::optional<CatalogueNews>>> HttpCityPlatform::fetchCatalogue(const QString &knownVersion)
{
    const auto which = m_parts->book.current();
    HttpRequest question =
        questionOf(m_parts->site(which).session, "platform.fetchCatalogue", "/catalog/snapshot", QString());
    if (!knownVersion.isEmpty() && knownVersion == m_parts->catalogueVersion)
        question.headers.emplace_back("If-None-Match", m_parts->catalogueTag);
    const Pending<std::optional<CatalogueNews>> pending;
    m_parts->send(which, question,
                  [parts = m_parts.get(), where = question.where, pending](const Result<HttpAnswer> &answer) {
                      if (!answer)
                          return pending.answer(fail(answer.error()));
                      if (answer->status == 304)
                          return pending.answer(std::optional<CatalogueNews>());
                      pending.answer(parts->wholeCatalogue(where, *answer));
                  });
    return pending.future();
}

Result<std::optional<CatalogueNews>> HttpCityPlatform::Parts::wholeCatalogue(const QString &where,
                                                                             const HttpAnswer &answer)
{
    const auto snapshot = objectOf(where, answer,
                                   {{"version", QJsonValue::String},
                                    {"asOf", QJsonValue::String},
                                    {"items", QJsonValue::Array},
                                    {"manifest", QJsonValue::Object},
                                    {"cursor", QJsonValue::String}});
    if (!snapshot)
        return fail(snapshot.error());
    auto news = openCatalogue(*snapshot, CataloguePart::Whole, cityKey);
    if (!news)
        return fail(news.error());
    catalogueTag = answer.headers.value("etag");
    catalogueVersion = catalogueTag.isEmpty() ? QString() : news->version;
    return std::optional(std::move(*news));
}

QFuture<Answer> HttpCityPlatform::fetchRoster(const QString &knownVersion)
{
    const auto which = m_parts->book.current();
    HttpRequest question =
        questionOf(m_parts->site(which).session, "platform.fetchRoster", "/devices/roster", QString());
    if (!knownVersion.isEmpty() && knownVersion == m_parts->rosterVersion)
        question.headers.emplace_back("If-None-Match", m_parts->rosterTag);
    const Pending<QJsonObject> pending;
    m_parts->send(which, question,
                  [parts = m_parts.get(), where = question.where, pending](const Result<HttpAnswer> &answer) {
                      if (!answer)
                          return pending.answer(fail(answer.error()));
                      pending.answer(answer->status == 304 ? Answer(QJsonObject())
                                                           : parts->signedRoster(where, *answer));
                  });
    return pending.future();
}

Answer HttpCityPlatform::Parts::signedRoster(const QString &where, const HttpAnswer &answer)
{
    auto json = objectOf(where, answer,
                         {{"version", QJsonValue::String},
                          {"asOf", QJsonValue::String},
                          {"keys", QJsonValue::Array},
                          {"signature", QJsonValue::String}});
    if (!json)
        return json;
    if (const auto roster = Roster::open(*json, cityKey); !roster)
        return fail(roster.error());
    rosterTag = answer.headers.value("etag");
    rosterVersion = rosterTag.isEmpty() ? QString() : json->value(QLatin1String("version")).toString();
    return json;
}

} // namespace tongban::offline::platform
