// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/platform/platform_access.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace tongban::offline::platform {

namespace {

const QString where = QStringLiteral("platform.access");

Result<QByteArray> contentOf(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("%1 %2: %3").arg(what, path, file.errorString()));
    return file.readAll();
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path, const QString &what)
{
    const auto pem = contentOf(path, what);
    if (!pem)
        return fail(pem.error());
    auto found = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (found.isEmpty())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("%1 %2: no certificate in it").arg(what, path));
    return found;
}

Result<QSslKey> keyIn(const QString &path)
{
    const auto pem = contentOf(path, QStringLiteral("key"));
    if (!pem)
        return fail(pem.error());
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return fail(ErrorKind::Misconfigured, where,
                QStringLiteral("key %1: neither an ECDSA nor an RSA private key in PEM").arg(path));
}

Result<SigningKey> secretIn(const QString &path)
{
    constexpr int shortest = 16; // bytes
    const auto text = contentOf(path, QStringLiteral("hmac secret"));
    if (!text)
        return fail(text.error());
    const QByteArray secret = QByteArray::fromHex(text->trimmed());
    if (secret.size() < shortest || secret.toHex() != text->trimmed().toLower())
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("hmac secret %1: not at least %2 bytes in hexadecimal").arg(path).arg(shortest));
    return SigningKey(crypto::keyFromBytes(secret));
}

Result<SigningKey> signingKeyOf(const PlatformConfig &config)
{
    if (config.signKeyFile.isEmpty() == config.hmacSecretFile.isEmpty())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("one of signing key and hmac secret, not both"));
    if (config.signKeyFile.isEmpty())
        return secretIn(config.hmacSecretFile);
    const auto pem = contentOf(config.signKeyFile, QStringLiteral("signing key"));
    if (!pem)
        return fail(pem.error());
    auto key = crypto::Sm2PrivateKey::fromPem(*pem);
    if (!key)
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("signing key %1: %2").arg(config.signKeyFile, key.error().detail));
    return SigningKey(std::move(*key));
}

Result<crypto::Sm2PublicKey> cityKeyIn(const QString &path)
{
    const auto pem = contentOf(path, QStringLiteral("city key"));
    if (!pem)
        return fail(pem.error());
    auto key = crypto::Sm2PublicKey::fromPem(*pem);
    if (!key)
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("city key %1: %2").arg(path, key.error().detail));
    return key;
}

Result<QUrl> baseOf(QUrl url)
{
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("url is not an address"));
    // The product never speaks plain HTTP; and credentials in an address would end up in logs.
    if (url.scheme() != QLatin1String("https") || !url.userInfo().isEmpty())
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("url must be https, without user or password"));
    while (url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path().chopped(1));
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

Result<QNetworkProxy> proxyOf(const QUrl &url)
{
    if (url.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (!url.isValid() || url.scheme() != QLatin1String("http") || url.host().isEmpty() || url.port() < 1 ||
        !url.userInfo().isEmpty() || url.path().size() > 1)
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("proxy must be http://host:port"));
    return QNetworkProxy(QNetworkProxy::HttpProxy, url.host(), static_cast<quint16>(url.port()));
}

} // namespace

Result<LineAccess> prepareLine(const QUrl &url, const QString &caFile, const QUrl &proxyUrl)
{
    const auto base = baseOf(url);
    if (!base)
        return fail(base.error());
    const auto proxy = proxyOf(proxyUrl);
    if (!proxy)
        return fail(proxy.error());
    const auto authorities = certificatesIn(caFile, QStringLiteral("ca"));
    if (!authorities)
        return fail(authorities.error());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(*authorities); // instead of the system's, which are not even looked up then
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return LineAccess{.base = *base, .proxy = *proxy, .tls = tls};
}

Result<PlatformAccess> prepareAccess(const PlatformConfig &config)
{
    const auto line = prepareLine(config.url, config.caFile, config.proxy);
    if (!line)
        return fail(line.error());
    std::optional<QUrl> standby;
    if (!config.standbyUrl.isEmpty()) {
        auto address = baseOf(config.standbyUrl);
        if (!address)
            return fail(address.error());
        if (*address == line->base)
            return fail(ErrorKind::Misconfigured, where, QStringLiteral("the standby address is the primary one"));
        standby = std::move(*address);
    }
    const auto chain = certificatesIn(config.certificateFile, QStringLiteral("certificate"));
    if (!chain)
        return fail(chain.error());
    const auto key = keyIn(config.keyFile);
    if (!key)
        return fail(key.error());

    auto signingKey = signingKeyOf(config);
    if (!signingKey)
        return fail(signingKey.error());
    auto cityKey = cityKeyIn(config.cityKeyFile);
    if (!cityKey)
        return fail(cityKey.error());
    // It is a line of the signed text and a header.
    if (config.appId.isEmpty() || config.deviceId.isEmpty() || config.appId.contains(QLatin1Char('\n')))
        return fail(ErrorKind::Misconfigured, where, QStringLiteral("app id or device id missing"));

    QSslConfiguration tls = line->tls;
    tls.setLocalCertificateChain(*chain);
    tls.setPrivateKey(*key);
    return PlatformAccess{.base = line->base,
                          .standby = standby,
                          .proxy = line->proxy,
                          .tls = tls,
                          .deviceId = config.deviceId,
                          .siteCode = config.siteCode,
                          .appId = config.appId,
                          .signingKey = std::move(*signingKey),
                          .cityKey = std::move(*cityKey)};
}

} // namespace tongban::offline::platform
