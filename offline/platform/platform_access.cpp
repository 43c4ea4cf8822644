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

} // namespace

Result<PlatformAccess> prepareAccess(const PlatformConfig &config)
{
    const auto base = baseOf(config.url);
    if (!base)
        return fail(base.error());
    const auto authorities = certificatesIn(config.caFile, QStringLiteral("ca"));
    if (!authorities)
        return fail(authorities.error());
    const auto chain = certificatesIn(config.certificateFile, QStringLiteral("certificate"));
    if (!chain)
        return fail(chain.error());
    const auto key = keyIn(config.keyFile);
    if (!key)
        return fail(key.error());

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(*authorities); // instead of the system's, which are not even looked up then
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setLocalCertificateChain(*chain);
    tls.setPrivateKey(*key);
    return PlatformAccess{.base = *base, .tls = tls, .deviceId = config.deviceId, .siteCode = config.siteCode};
}

} // namespace tongban::offline::platform
