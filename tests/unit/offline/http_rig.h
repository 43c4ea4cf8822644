// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, a scripted server and a client for it: what every HTTP test begins with.
#pragma once

#include "offline/platform/http_city_platform.h"
#include "tests/unit/offline/http_scripted_server.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tongban::tests {

// Waits for the event, not for time; the bound only keeps a broken test from hanging.
template <class T> Result<T> await(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return fail(ErrorKind::Cancelled, QStringLiteral("test"), QStringLiteral("the future never finished"));
    if (future.resultCount() == 0)
        return fail(ErrorKind::Cancelled, QStringLiteral("future"));
    return future.result();
}

class MapUploadMemory final : public offline::platform::UploadMemory
{
public:
    using Map = QHash<QUuid, QString>;
    explicit MapUploadMemory(std::shared_ptr<Map> urls) : m_urls(std::move(urls)) {}

    QFuture<Result<QString>> recall(const QUuid &key) override { return ready<QString>(m_urls->value(key)); }
    QFuture<Result<void>> remember(const QUuid &key, const QString &url) override
    {
        m_urls->insert(key, url);
        return ready<void>(Result<void>());
    }

private:
    template <class T> static QFuture<Result<T>> ready(Result<T> value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    std::shared_ptr<Map> m_urls;
};

// One city, made by the script that the reference platform's keys are made with.
class City
{
public:
    [[nodiscard]] bool make()
    {
        return QProcess::execute(QStringLiteral(TONGBAN_SOURCE_DIR "/tests/platform/make_pki"),
                                 {m_directory.path(), QStringLiteral("K01"), QStringLiteral("330782101001")}) == 0;
    }
    [[nodiscard]] QString file(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    [[nodiscard]] QSslConfiguration serverTls() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(file("server.pem")));
        QFile key(file("server.key"));
        if (key.open(QIODevice::ReadOnly))
            tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        tls.setCaCertificates(QSslCertificate::fromPath(file("ca.pem")));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer); // no client certificate, no connection
        return tls;
    }

    [[nodiscard]] offline::platform::PlatformConfig config(const QUrl &url) const
    {
        return {.url = url,
                .standbyUrl = {},
                .caFile = file("ca.pem"),
                .certificateFile = file("device-K01.pem"),
                .keyFile = file("device-K01.key"),
                .deviceId = QStringLiteral("K01"),
                .siteCode = QStringLiteral("330782101001"),
                .appId = QStringLiteral("tongban"),
                .cityKeyFile = file("city-sm2.pub"),
                .signKeyFile = file("device-K01-sm2.key"),
                .hmacSecretFile = {},
                .proxy = {}};
    }

private:
    QTemporaryDir m_directory;
};

// A server and a client that knows it.
struct HttpRig
{
    explicit HttpRig(const City &city, offline::platform::PlatformOptions options = {}) : server(city.serverTls())
    {
        connect(offline::platform::prepareAccess(city.config(server.base())).value(), options);
    }
    void connect(const offline::platform::PlatformAccess &access, offline::platform::PlatformOptions options)
    {
        client = std::make_unique<offline::platform::HttpCityPlatform>(access, options, clock,
                                                                       std::make_unique<MapUploadMemory>(urls));
    }

    SystemClock machine;
    offline::platform::TrustedClock clock{machine, offline::platform::buildDayUtc()};
    std::shared_ptr<MapUploadMemory::Map> urls = std::make_shared<MapUploadMemory::Map>();
    ScriptedServer server;
    std::unique_ptr<offline::platform::HttpCityPlatform> client;
};

} // namespace tongban::tests
