// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/tus_upload.h"

#include "app/core/base/log.h"
#include "app/core/base/when_finished.h"
#include "offline/crypto/sha256.h"
#include "offline/platform/answers.h"

#include <QPointer>

namespace tongban::offline::platform {

namespace {

const QString where = QStringLiteral("platform.uploadPage");

constexpr int damagedStatus = 460; // tus, extension "checksum"
constexpr int mostDamaged = 2;     // pieces of one attempt that are sent again at once

bool isGone(int status)
{
    return status == 404 || status == 410;
}

// tus 1.0, creation: comma-separated pairs of a key and its value in base64.
QByteArray metadataHeader(const QJsonObject &metadata)
{
    QByteArrayList pairs;
    for (auto it = metadata.begin(); it != metadata.end(); ++it)
        pairs.append(it.key().toUtf8() + ' ' + it.value().toVariant().toString().toUtf8().toBase64());
    return pairs.join(',');
}

Error badAnswer(const QString &detail)
{
    return Error{ErrorKind::PlatformBadAnswer, where, detail};
}

} // namespace

TusUpload::TusUpload(TusPlace place, TusFile file, Done done, QObject *parent)
    : QObject(parent), m_place(place), m_file(std::move(file)), m_done(std::move(done))
{}

void TusUpload::start()
{
    whenFinished(m_place.memory.recall(m_file.key), this, [this](const Result<QString> &url) {
        // A memory that fails costs bytes, not the page: the platform answers a page begun before with its address.
        m_url = QUrl(url.value_or(QString()));
        m_remembered = m_url;
        if (m_url.isEmpty())
            create(m_file.key);
        else if (isHere(m_url))
            askOffset();
        else
            createAnew("begun at another address");
    });
}

HttpRequest TusUpload::request(const QByteArray &verb, const QUrl &url) const
{
    return HttpRequest{.where = where, .verb = verb, .url = url, .headers = {{"Tus-Resumable", "1.0.0"}}, .body = {}};
}

void TusUpload::ask(const HttpRequest &request, void (TusUpload::*next)(const HttpAnswer &))
{
    m_place.session.send(request, [this, next](const Result<HttpAnswer> &answer) {
        if (!answer)
            return end(fail(answer.error()));
        (this->*next)(*answer);
    });
}

void TusUpload::create(const QUuid &key)
{
    HttpRequest post = request("POST", m_place.session.url(QStringLiteral("/uploads")));
    post.headers.emplace_back("Idempotency-Key", key.toByteArray(QUuid::WithoutBraces));
    post.headers.emplace_back("Upload-Length", QByteArray::number(m_file.bytes.size()));
    post.headers.emplace_back("Upload-Metadata", metadataHeader(m_file.metadata));
    post.body = QByteArray();
    ask(post, &TusUpload::created);
}

void TusUpload::created(const HttpAnswer &answer)
{
    if (answer.status != 201) {
        Error error = errorOf(where, answer);
        if (m_place.mayBeLate && answer.status == 404 && error.kind == ErrorKind::PlatformRefused)
            error.kind = ErrorKind::PlatformBusy;
        return end(fail(error));
    }
    const auto location = locationIn(answer);
    if (!location)
        return end(fail(location.error()));
    m_url = *location;
    // An answer given again tells the offset of then.
    if (answer.headers.contains("upload-offset") && !answer.headers.contains("idempotent-replayed"))
        return goOn(answer);
    askOffset();
}

bool TusUpload::isHere(const QUrl &url) const
{
    const QUrl base = m_place.session.url({});
    return url.scheme() == base.scheme() && url.authority() == base.authority();
}

Result<QUrl> TusUpload::locationIn(const HttpAnswer &answer) const
{
    const QUrl location = m_place.session.url(QStringLiteral("/uploads"))
                              .resolved(QUrl(QString::fromLatin1(answer.headers.value("location"))));
    // A page is never sent to another host than the one that the configuration names.
    if (!answer.headers.contains("location") || !isHere(location))
        return fail(badAnswer(QStringLiteral("Location missing or elsewhere")));
    return location;
}

void TusUpload::askOffset()
{
    ask(request("HEAD", m_url), &TusUpload::offsetKnown);
}

Result<qint64> TusUpload::offsetIn(const HttpAnswer &answer) const
{
    bool ok = false;
    const qint64 offset = answer.headers.value("upload-offset").toLongLong(&ok);
    if (!ok || offset < 0 || offset > m_file.bytes.size())
        return fail(badAnswer(QStringLiteral("Upload-Offset missing or impossible")));
    return offset;
}

void TusUpload::offsetKnown(const HttpAnswer &answer)
{
    if (isGone(answer.status))
        return createAnew("gone");
    if (answer.status < 200 || answer.status > 299)
        return end(fail(errorOf(where, answer)));
    if (answer.headers.value("upload-length") != QByteArray::number(m_file.bytes.size()))
        return end(fail(badAnswer(QStringLiteral("Upload-Length is not the page's"))));
    goOn(answer);
}

void TusUpload::goOn(const HttpAnswer &answer)
{
    const auto offset = offsetIn(answer);
    if (!offset)
        return end(fail(offset.error()));
    if (*offset == m_file.bytes.size())
        return arrived();
    patch(*offset);
}

void TusUpload::patch(qint64 from)
{
    m_patchFrom = from;
    // The terms are asked for by nobody who is gone: they die with the line, this with its parent before it.
    m_place.terms.ask([self = QPointer(this), from](bool sha256) {
        if (self)
            self->sendPiece(from, sha256);
    });
}

void TusUpload::sendPiece(qint64 from, bool checksum)
{
    HttpRequest piece = request("PATCH", m_url);
    piece.headers.emplace_back("Upload-Offset", QByteArray::number(from));
    piece.headers.emplace_back("Content-Type", "application/offset+octet-stream");
    piece.body = m_file.bytes.mid(from, m_place.pieces.next());
    piece.shared = true;
    if (piece.body->size() == m_file.bytes.size())
        piece.bodySm3 = QByteArray::fromHex(m_file.metadata.value(QStringLiteral("sm3")).toString().toLatin1());
    if (checksum)
        piece.headers.emplace_back("Upload-Checksum", "sha256 " + crypto::sha256(*piece.body).toBase64());
    m_place.session.send(piece, [this](const Result<HttpAnswer> &answer) {
        if (answer)
            return patched(*answer);
        m_place.pieces.cut();
        end(fail(answer.error()));
    });
}

void TusUpload::patched(const HttpAnswer &answer)
{
    if (isGone(answer.status))
        return createAnew("gone");
    // A wrong checksum (nothing of the piece is kept) or a wrong digest of the whole (the upload is dropped): what the
    // platform still has tells which.
    if (answer.status == damagedStatus && ++m_damaged <= mostDamaged)
        return askOffset();
    // 409: another offset than we believe. Neither is a word on the case: the next attempt asks anew.
    if (answer.status == 409 || answer.status == damagedStatus)
        return end(fail(badAnswer(errorOf(where, answer).detail)));
    if (answer.status < 200 || answer.status > 299)
        return end(fail(errorOf(where, answer)));
    const auto offset = offsetIn(answer);
    if (!offset)
        return end(fail(offset.error()));
    if (*offset <= m_patchFrom)
        return end(fail(badAnswer(QStringLiteral("the upload does not grow"))));
    m_place.pieces.arrived(*offset - m_patchFrom);
    if (*offset == m_file.bytes.size())
        return arrived();
    remember([this, from = *offset] { patch(from); }); // a page of several pieces takes its time
}

void TusUpload::createAnew(const char *reason)
{
    if (m_anew)
        return end(fail(badAnswer(QStringLiteral("the upload is gone again"))));
    m_anew = true;
    log(LogEvent::UploadBegunAnew,
        {{"entry", m_file.key.toString(QUuid::WithoutBraces)}, {"reason", QLatin1String(reason)}});
    // The first key would be answered with the address that is gone. Derived from it, so that when this answer is lost
    // the next attempt, which remembers the same lost address, asks under the same key.
    create(QUuid::createUuidV5(m_file.key, m_url.toString(QUrl::FullyEncoded)));
}

// A memory that fails is no reason to keep the page back.
void TusUpload::remember(std::function<void()> then)
{
    if (m_url == m_remembered)
        return then();
    m_remembered = m_url;
    whenFinished(m_place.memory.remember(m_file.key, m_url.toString(QUrl::FullyEncoded)), this,
                 [then = std::move(then)](const Result<void> &) { then(); });
}

void TusUpload::arrived()
{
    const QJsonObject whole{{QStringLiteral("url"), m_url.toString(QUrl::FullyEncoded)},
                            {QStringLiteral("bytes"), static_cast<qint64>(m_file.bytes.size())}};
    m_url.clear();
    remember([this, whole] { leave(whole); });
}

void TusUpload::end(Result<QJsonObject> outcome)
{
    remember([this, outcome = std::move(outcome)] { leave(outcome); });
}

void TusUpload::leave(Result<QJsonObject> outcome)
{
    deleteLater();
    std::exchange(m_done, nullptr)(std::move(outcome));
}

} // namespace tongban::offline::platform
