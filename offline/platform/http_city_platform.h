// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/city_platform.h"
#include "offline/platform/platform_access.h"
#include "offline/platform/trusted_clock.h"
#include "offline/platform/upload_memory.h"

#include <memory>

namespace tongban::offline::platform {

// The platform over HTTP (contract: resources/api/platform.openapi.yaml). Made, called, answering and destroyed on the
// sync thread; destroying it ends what is under way with Cancelled, without waiting for the network.
//
// It speaks to the primary address and, after three failures in a row, to the one for disasters; a question goes to the
// primary now and then and leads back. Each has a session of its own.
//
// How answers are sorted:
//   DNS, TCP, TLS, a cut or a time-out          → PlatformUnreachable
//   401 and a refused sign-on                   → PlatformUnreachable (the terminal is not let in: no word on the case)
//   408, 423, 425, 429, 5xx, or "retryable"     → PlatformBusy
//   409, 412 as problem+json                    → PlatformConflict
//   other 4xx as problem+json                   → PlatformRefused
//   404 where there are two addresses           → PlatformBusy (the other one may know it already)
//   anything outside the contract               → PlatformBadAnswer (a 4xx that is no problem+json comes from a proxy)
class HttpCityPlatform final : public ports::CityPlatform
{
public:
    // clock outlives it; it is put right by what the city signs.
    HttpCityPlatform(PlatformAccess access, PlatformOptions options, TrustedClock &clock,
                     std::unique_ptr<UploadMemory> uploads);
    ~HttpCityPlatform() override;

    QFuture<Result<std::optional<ports::CatalogueNews>>> fetchCatalogue(const QString &knownVersion) override;
    QFuture<Result<ports::CatalogueNews>> pullCatalogue(const QString &cursor) override;
    QFuture<Result<QJsonObject>> createCase(const QUuid &key, const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> uploadPage(const QUuid &key, const QJsonObject &metadata,
                                            const QByteArray &image) override;
    QFuture<Result<QJsonObject>> submitCase(const QUuid &key, const QString &platformCaseId,
                                            const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> sendSupplement(const QUuid &key, const QString &platformCaseId,
                                                const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> queryLicences(const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> sendPhoneCode(const QUuid &key, const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> checkPhoneCode(const QUuid &key, const QString &challenge,
                                                const QJsonObject &body) override;
    QFuture<Result<QJsonObject>> sendEvaluation(const QUuid &key, const QJsonObject &body) override;
    [[nodiscard]] std::chrono::milliseconds pauseAsked() const override;

    // Bytes of pages handed to the network so far, those that were lost on the way too.
    [[nodiscard]] qint64 pageBytesSent() const;

    QFuture<Result<QJsonObject>> pullChanges(const QString &cursor) override;
    QFuture<Result<QJsonObject>> pullNotices(const QString &cursor) override;
    QFuture<Result<QJsonObject>> fetchRoster(const QString &knownVersion) override;
    QFuture<Result<ports::PulledCommands>> pullCommands(const QString &cursor) override;
    QFuture<Result<QJsonObject>> reportOutcome(const QUuid &command, const ports::CommandOutcome &outcome) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tongban::offline::platform
