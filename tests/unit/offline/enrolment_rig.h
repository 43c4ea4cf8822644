// SPDX-License-Identifier: GPL-3.0-or-later
// A city that certifies what a terminal asks for, by the openssl command: nothing of ours is on that side.
#pragma once

#include "offline/platform/enrolment.h"
#include "offline/platform/trusted_clock.h"
#include "offline/vault/posix_file_system.h"
#include "tests/unit/offline/http_rig.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::tests {

inline const QString enrolmentCode = QStringLiteral("ABCD-1234-EFGH");

[[nodiscard]] inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

[[nodiscard]] inline bool openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

// The certificate for a request, PEM; empty: the city's tool does not take it.
[[nodiscard]] inline QByteArray certifiedBy(const City &city, const QByteArray &request)
{
    const QString csr = city.file("enrol.csr");
    const QString out = city.file("enrol.pem");
    const QString extensions = city.file("enrol.ext");
    QFile::remove(out);
    const bool made =
        write(csr, request) && write(extensions, "extendedKeyUsage=clientAuth\n") &&
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), csr, QStringLiteral("-CA"),
                 city.file("ca.pem"), QStringLiteral("-CAkey"), city.file("ca.key"), QStringLiteral("-set_serial"),
                 QStringLiteral("7"), QStringLiteral("-days"), QStringLiteral("3"), QStringLiteral("-extfile"),
                 extensions, QStringLiteral("-out"), out});
    return made ? contentOf(out) : QByteArray();
}

// A door for new terminals, and one at it.
struct EnrolmentRig
{
    explicit EnrolmentRig(const City &held, const City &serving) : city(held), server(doorOf(serving)) {}
    explicit EnrolmentRig(const City &both) : EnrolmentRig(both, both) {}

    [[nodiscard]] static QSslConfiguration doorOf(const City &city)
    {
        QSslConfiguration tls = city.serverTls();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone); // who comes here has no certificate yet
        return tls;
    }
    [[nodiscard]] QString directory() const { return home.filePath(QStringLiteral("enrolment")); }
    [[nodiscard]] QString file(const QString &name) const { return directory() + QLatin1Char('/') + name; }

    Result<offline::platform::EnrolmentOutcome> enrol(const QString &code = enrolmentCode, const QUrl &door = {})
    {
        auto made = offline::platform::Enrolment::prepare({.url = door.isEmpty() ? server.base() : door,
                                                           .caFile = city.file("ca.pem"),
                                                           .proxy = {},
                                                           .deviceId = QStringLiteral("K77"),
                                                           .siteCode = QStringLiteral("330782101001"),
                                                           .directory = directory()},
                                                          files, clock);
        if (!made)
            return fail(made.error());
        enrolment = std::move(*made);
        return await(enrolment->enrol(code));
    }
    [[nodiscard]] QJsonObject asked() const // by the last request
    {
        return QJsonDocument::fromJson(server.seen().last().body).object();
    }
    // What the city answers to the last request.
    [[nodiscard]] QJsonObject answer() const
    {
        const QJsonObject request = asked();
        const auto keys = offline::platform::keysForEnrolment(disk, directory());
        return {
            {QStringLiteral("tlsCertificate"),
             QString::fromLatin1(certifiedBy(city, request.value(QLatin1String("tlsRequest")).toString().toLatin1()))},
            {QStringLiteral("caCertificate"), QString::fromLatin1(contentOf(city.file("ca.pem")))},
            {QStringLiteral("cityKey"), QString::fromLatin1(contentOf(city.file("city-sm2.pub")))},
            {QStringLiteral("appId"), QStringLiteral("tongban")},
            {QStringLiteral("keyId"), keys ? QString::fromLatin1(keys->sign.publicKey().id().toHex()) : QString()}};
    }
    // A first request, whose answer is lost; then one that is answered so.
    Result<offline::platform::EnrolmentOutcome> enrolAnswered(const std::function<void(QJsonObject &)> &change = {})
    {
        server.script({problem(503, "busy", true)});
        (void)enrol();
        QJsonObject body = answer();
        if (change)
            change(body);
        server.script({json(201, QJsonDocument(body).toJson())});
        return enrol();
    }

    const City &city;
    QTemporaryDir home;
    ScriptedServer server;
    mutable offline::vault::PosixFileSystem disk;
    ports::FileSystem &files = disk;
    SystemClock machine;
    offline::platform::TrustedClock clock{machine, offline::platform::buildDayUtc()};
    std::unique_ptr<offline::platform::Enrolment> enrolment;
};

} // namespace tongban::tests
