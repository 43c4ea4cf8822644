// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/goodput_curl.h"

#include "offline/outbox/case_messages.h"
#include "offline/platform/request_signer.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

namespace tongban::bench {

using namespace offline::platform;

namespace {

const QString where = QStringLiteral("bench.curl");

// Asks what curl does not measure, and signs what curl will ask.
class Clerk
{
public:
    explicit Clerk(GoodputPlace &place)
        : m_place(place), m_line(*place.access, {}, place.clock),
          m_signer(place.access->signingKey, place.access->appId, place.access->deviceId, place.clock)
    {}

    Result<void> signOn()
    {
        const auto session = send("POST", QStringLiteral("/sessions"), {{"Content-Type", "application/json"}},
                                  json({{QStringLiteral("deviceId"), m_place.access->deviceId},
                                        {QStringLiteral("siteCode"), m_place.access->siteCode}}));
        if (!session)
            return fail(session.error());
        m_token = QJsonDocument::fromJson(session->body).object().value(QStringLiteral("token")).toString().toLatin1();
        return {};
    }

    Result<QString> createCase(const QJsonObject &message)
    {
        const auto made =
            send("POST", QStringLiteral("/cases"), {{"Content-Type", "application/json"}, freshKey()}, json(message));
        if (!made)
            return fail(made.error());
        return QJsonDocument::fromJson(made->body).object().value(QStringLiteral("caseId")).toString();
    }

    Result<QByteArray> createUpload(const QByteArray &metadata, qint64 length) // its path
    {
        const HttpRequest post = creation(metadata, length);
        const auto made = send(post);
        return made ? Result<QByteArray>(made->headers.value("location")) : fail(made.error());
    }

    // Signed, under a key of its own each time.
    [[nodiscard]] HttpRequest creation(const QByteArray &metadata, qint64 length) const
    {
        return signedRequest("POST", QStringLiteral("/uploads"),
                             {{"Tus-Resumable", "1.0.0"},
                              freshKey(),
                              {"Upload-Length", QByteArray::number(length)},
                              {"Upload-Metadata", metadata}},
                             QByteArray());
    }
    [[nodiscard]] HttpRequest piece(const QByteArray &path, const QByteArray &image) const
    {
        const QByteArray checksum = QCryptographicHash::hash(image, QCryptographicHash::Sha256).toBase64();
        return signedRequest("PATCH", QString::fromLatin1(path).mid(m_place.access->base.path().size()),
                             {{"Tus-Resumable", "1.0.0"},
                              {"Upload-Offset", "0"},
                              {"Content-Type", "application/offset+octet-stream"},
                              {"Upload-Checksum", "sha256 " + checksum}},
                             image);
    }

private:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
    static std::pair<QByteArray, QByteArray> freshKey()
    {
        return {"Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    }
    [[nodiscard]] HttpRequest signedRequest(const QByteArray &verb, const QString &path, Headers headers,
                                            const QByteArray &body) const
    {
        QUrl url = m_place.access->base;
        url.setPath(url.path() + path);
        if (!m_token.isEmpty())
            headers.emplace_back("Authorization", "Bearer " + m_token);
        return m_signer.sign({.where = where, .verb = verb, .url = url, .headers = std::move(headers), .body = body})
            .request;
    }
    Result<HttpAnswer> send(const QByteArray &verb, const QString &path, const Headers &headers, const QByteArray &body)
    {
        return send(signedRequest(verb, path, headers, body));
    }
    Result<HttpAnswer> send(const HttpRequest &request)
    {
        std::optional<Result<HttpAnswer>> answer;
        m_line.send(request, [&answer](Result<HttpAnswer> said) { answer = std::move(said); });
        if (!GoodputPlace::turnUntil([&answer] { return answer.has_value(); }))
            return fail(ErrorKind::Cancelled, where);
        if (answer->has_value() && answer->value().status != 201)
            return fail(ErrorKind::PlatformRefused, where, QString::fromUtf8(answer->value().body));
        return *answer;
    }

    GoodputPlace &m_place;
    HttpLine m_line;
    RequestSigner m_signer;
    QByteArray m_token;
};

// One transfer in curl's configuration file.
QByteArray transferOf(const HttpRequest &request, const QString &bodyFile, const GoodputPlace &place)
{
    QByteArray text =
        "http1.1\nsilent\noutput = \"/dev/null\"\nwrite-out = \"%{http_code}\\n\"\nheader = \"Expect:\"\n";
    const auto line = [&text](const char *option, const QByteArray &value) {
        text += QByteArray(option) + " = \"" + QByteArray(value).replace('\\', "\\\\").replace('"', "\\\"") + "\"\n";
    };
    line("url", request.url.toEncoded());
    line("request", request.verb);
    line("cert", place.city.certificateFile().toUtf8());
    line("key", place.city.keyFile().toUtf8());
    line("cacert", place.city.caFile().toUtf8());
    line("data-binary", bodyFile.isEmpty() ? QByteArray() : "@" + bodyFile.toUtf8());
    if (bodyFile.isEmpty())
        text += "header = \"Content-Type:\"\n"; // curl's own
    for (const auto &[name, value] : request.headers)
        line("header", name + ": " + value);
    return text;
}

Result<QByteArray> configurationFor(GoodputPlace &place, const Load &load)
{
    const auto submitted = place.submit(load);
    if (!submitted)
        return fail(submitted.error());
    Clerk clerk(place);
    if (const auto on = clerk.signOn(); !on)
        return fail(on.error());
    const auto caseId = clerk.createCase(offline::outbox::createCaseMessage(
        *submitted, {.siteCode = place.access->siteCode, .deviceId = place.access->deviceId}));
    if (!caseId)
        return fail(caseId.error());
    QByteArrayList transfers;
    for (const auto &page : offline::outbox::pagesToSend(submitted->content)) {
        QJsonObject said = offline::outbox::uploadPageMessage(submitted->content.id, page);
        QByteArrayList pairs{"caseId " + caseId->toUtf8().toBase64()};
        for (const char *name : {"material", "page", "sm3", "contentType"})
            pairs.append(QByteArray(name) + ' ' + said.value(QLatin1String(name)).toVariant().toByteArray().toBase64());
        const QByteArray metadata = pairs.join(',');
        const auto path = clerk.createUpload(metadata, page.file.bytes);
        if (!path)
            return fail(path.error());
        const QByteArray image = GoodputPlace::scanOf(page.page - 1, load.pageBytes);
        const QString name = place.directory.filePath(QStringLiteral("page-%1").arg(page.page));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(image) != image.size())
            return fail(ErrorKind::StoreUnwritable, where, name);
        transfers.append(transferOf(clerk.creation(metadata, page.file.bytes), {}, place));
        transfers.append(transferOf(clerk.piece(*path, image), name, place));
    }
    return transfers.join("next\n");
}

} // namespace

Result<double> curlDelivers(GoodputPlace &place, const Load &load, int connections)
{
    const auto configuration = configurationFor(place, load);
    if (!configuration)
        return fail(configuration.error());
    const QString name = place.directory.filePath(QStringLiteral("curl.conf"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(*configuration) != configuration->size())
        return fail(ErrorKind::StoreUnwritable, where, name);
    file.close();

    QProcess curl;
    QElapsedTimer elapsed;
    elapsed.start();
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("--disable"), QStringLiteral("--parallel"), QStringLiteral("--parallel-max"),
                QString::number(connections), QStringLiteral("--config"), name});
    std::optional<double> took;
    QObject::connect(&curl, &QProcess::finished, &curl,
                     [&] { took = static_cast<double>(elapsed.nsecsElapsed()) / 1e6; });
    const bool ended = GoodputPlace::turnUntil([&curl] { return curl.state() == QProcess::NotRunning; });
    const QByteArray codes = curl.readAllStandardOutput();
    if (!ended || !took || curl.exitCode() != 0 || codes.count("201") != load.pages || codes.count("204") != load.pages)
        return fail(ErrorKind::Misconfigured, where,
                    QString::fromUtf8(codes.right(200) + curl.readAllStandardError().right(500)));
    if (const auto missing = place.missing(load.pages))
        return fail(*missing);
    return *took;
}

} // namespace tongban::bench
