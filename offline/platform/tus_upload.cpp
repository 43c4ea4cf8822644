// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/tus_upload.h"

#include "app/core/base/when_finished.h"
#include "offline/platform/answers.h"

namespace tongban::offline::platform {

namespace {

const QString where = QStringLiteral("platform.uploadPage");

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

TusUpload::TusUpload(PlatformSession &session, UploadMemory &memory, TusFile file, Done done, QObject *parent)
    : QObject(parent), m_session(session), m_memory(memory), m_file(std::move(file)), m_done(std::move(done))
{}

void TusUpload::start()
{
    whenFinished(m_memory.recall(m_file.key), this, [this](const Result<QString> &url) {
        // A memory that fails costs bytes, not the page: the platform answers a page begun before with its address.
        m_url = QUrl(url.value_or(QString()));
        if (m_url.isEmpty())
            create(m_file.key);
        else
            askOffset();
    });
}

HttpRequest TusUpload::request(const QByteArray &verb, const QUrl &url) const
{
    return HttpRequest{.where = where, .verb = verb, .url = url, .headers = {{"Tus-Resumable", "1.0.0"}}, .body = {}};
}

void TusUpload::ask(HttpRequest request, void (TusUpload::*next)(const HttpAnswer &))
{
    m_session.send(request, [this, next](Result<HttpAnswer> answer) {
        if (!answer)
            return end(fail(answer.error()));
        (this->*next)(*answer);
    });
}

void TusUpload::create(const QUuid &key)
{
    HttpRequest post = request("POST", m_session.url(QStringLiteral("/uploads")));
    post.headers.emplace_back("Idempotency-Key", key.toByteArray(QUuid::WithoutBraces));
    post.headers.emplace_back("Upload-Length", QByteArray::number(m_file.bytes.size()));
    post.headers.emplace_back("Upload-Metadata", metadataHeader(m_file.metadata));
    post.body = QByteArray();
    ask(std::move(post), &TusUpload::created);
}

void TusUpload::created(const HttpAnswer &answer)
{
    if (answer.status != 201)
        return end(fail(errorOf(where, answer)));
    const auto location = locationIn(answer);
    if (!location)
        return end(fail(location.error()));
    m_url = *location;
    // Remembered before the first byte leaves; a memory that fails is no reason to keep the page back.
    whenFinished(m_memory.remember(m_file.key, m_url.toString(QUrl::FullyEncoded)), this,
                 [this](const Result<void> &) { askOffset(); });
}

Result<QUrl> TusUpload::locationIn(const HttpAnswer &answer) const
{
    const QUrl base = m_session.url(QStringLiteral("/uploads"));
    const QUrl location = base.resolved(QUrl(QString::fromLatin1(answer.headers.value("location"))));
    // A page is never sent to another host than the one that the configuration names.
    if (!answer.headers.contains("location") || location.scheme() != base.scheme() ||
        location.authority() != base.authority())
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
        return createAnew();
    if (answer.status < 200 || answer.status > 299)
        return end(fail(errorOf(where, answer)));
    if (answer.headers.value("upload-length") != QByteArray::number(m_file.bytes.size()))
        return end(fail(badAnswer(QStringLiteral("Upload-Length is not the page's"))));
    const auto offset = offsetIn(answer);
    if (!offset)
        return end(fail(offset.error()));
    if (*offset == m_file.bytes.size())
        return forget();
    patch(*offset);
}

void TusUpload::patch(qint64 from)
{
    HttpRequest rest = request("PATCH", m_url);
    rest.headers.emplace_back("Upload-Offset", QByteArray::number(from));
    rest.headers.emplace_back("Content-Type", "application/offset+octet-stream");
    rest.body = m_file.bytes.mid(from);
    rest.shared = true;
    m_patchFrom = from;
    ask(std::move(rest), &TusUpload::patched);
}

void TusUpload::patched(const HttpAnswer &answer)
{
    if (isGone(answer.status))
        return createAnew();
    // 409: another offset than we believe; 460: damaged on the way and dropped. Neither is a word on the case: the next
    // attempt asks anew.
    if (answer.status == 409 || answer.status == 460)
        return end(fail(badAnswer(errorOf(where, answer).detail)));
    if (answer.status < 200 || answer.status > 299)
        return end(fail(errorOf(where, answer)));
    const auto offset = offsetIn(answer);
    if (!offset)
        return end(fail(offset.error()));
    if (*offset == m_file.bytes.size())
        return forget();
    if (*offset <= m_patchFrom)
        return end(fail(badAnswer(QStringLiteral("the upload does not grow"))));
    patch(*offset);
}

void TusUpload::createAnew()
{
    if (m_anew)
        return end(fail(badAnswer(QStringLiteral("the upload is gone again"))));
    m_anew = true;
    // The first key would be answered with the address that is gone. Derived from it, so that when this answer is lost
    // the next attempt, which remembers the same lost address, asks under the same key.
    create(QUuid::createUuidV5(m_file.key, m_url.toString(QUrl::FullyEncoded)));
}

void TusUpload::forget()
{
    whenFinished(m_memory.remember(m_file.key, QString()), this, [this](const Result<void> &) {
        end(QJsonObject{{QStringLiteral("url"), m_url.toString(QUrl::FullyEncoded)},
                        {QStringLiteral("bytes"), static_cast<qint64>(m_file.bytes.size())}});
    });
}

void TusUpload::end(Result<QJsonObject> outcome)
{
    deleteLater();
    std::exchange(m_done, nullptr)(std::move(outcome));
}

} // namespace tongban::offline::platform
