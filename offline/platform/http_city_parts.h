// SPDX-License-Identifier: GPL-3.0-or-later
// What HttpCityPlatform is made of; shared by the files that it is written in, and by nobody else.
#pragma once

#include "app/core/base/log.h"
#include "offline/platform/address_book.h"
#include "offline/platform/answers.h"
#include "offline/platform/http_city_platform.h"
#include "offline/platform/platform_session.h"
#include "offline/platform/tus_upload.h"

#include <QJsonDocument>
#include <QPromise>

#include <vector>

namespace tongban::offline::platform {

using Answer = Result<QJsonObject>;

// Shared by the handlers that may answer it. When the last of them dies unanswered (the platform is destroyed) the
// promise ends its future without a result, which whenFinished reads as Cancelled.
template <class T> class Pending
{
public:
    Pending() : m_promise(std::make_shared<QPromise<Result<T>>>()) { m_promise->start(); }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise->future(); }
    void answer(Result<T> value) const
    {
        m_promise->addResult(std::move(value));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

[[nodiscard]] inline QString pathSegment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

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
        : cityKey(access.cityKey), deviceId(access.deviceId), clock(trusted), uploads(std::move(memory)),
          handlingGrace(options.handlingGrace), line(access, std::move(options), trusted),
          book(access.standby.has_value(), trusted)
    {
        sites.push_back(std::make_unique<Site>(line, access, access.base, trusted));
        if (access.standby)
            sites.push_back(std::make_unique<Site>(line, access, *access.standby, trusted));
    }

    // The whole catalogue in an answer of 200; the tag under which it came is remembered.
    [[nodiscard]] Result<std::optional<ports::CatalogueNews>> wholeCatalogue(const QString &where,
                                                                             const HttpAnswer &answer);

    // The roster in an answer of 200, opened with the city's key; its tag is remembered.
    [[nodiscard]] Answer signedRoster(const QString &where, const HttpAnswer &answer);

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
        const Pending<QJsonObject> pending;
        send(which, request,
             [this, pending, where = request.where, members = std::move(members)](const Result<HttpAnswer> &answer) {
                 pending.answer(answer ? notYetHere(*answer, objectOf(where, *answer, members))
                                       : Answer(fail(answer.error())));
             });
        return pending.future();
    }

    // A write about one telephone number, whose 429 phone_too_soon is an answer: {tooSoon: seconds}.
    QFuture<Answer> writeOfPhone(const QString &where, const QString &path, const QUuid &key, const QJsonObject &body,
                                 std::vector<Member> members);

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
        return ask(which, writing(which, where, path, key, body), std::move(members));
    }
    [[nodiscard]] HttpRequest writing(AddressBook::Which which, const QString &where, const QString &path,
                                      const QUuid &key, const QJsonObject &body)
    {
        return {.where = where,
                .verb = "POST",
                .url = site(which).session.url(path),
                .headers = {{"Content-Type", "application/json"},
                            {"Idempotency-Key", key.toByteArray(QUuid::WithoutBraces)}},
                .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    }

    const crypto::Sm2PublicKey cityKey;
    const QString deviceId;
    const Clock &clock;
    std::unique_ptr<UploadMemory> uploads;
    const std::chrono::milliseconds handlingGrace;
    HttpLine line;
    AddressBook book;
    std::vector<std::unique_ptr<Site>> sites; // by AddressBook::Which
    PieceSize pieces;
    QString catalogueVersion; // and the tag under which it came: a later question is cheap when nothing changed
    QByteArray catalogueTag;
    QString rosterVersion; // likewise
    QByteArray rosterTag;
    QObject attempts; // parent of the uploads and creations under way; destroyed first
};

} // namespace tongban::offline::platform
