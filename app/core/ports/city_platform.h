// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/catalogue.h"
#include "app/core/ports/city_commands.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QUuid>

#include <chrono>
#include <optional>

namespace tongban::ports {

// The city's platform (contract: resources/api/platform.openapi.yaml). Another city is another adapter behind this
// port. Signal-driven: called on the sync thread only, answers there. Every future ends by value, error or time-out.
// Errors: PlatformUnreachable, PlatformBusy, PlatformBadAnswer, PlatformRefused, PlatformConflict, Cancelled.
class CityPlatform
{
public:
    virtual ~CityPlatform() = default;

    // The whole catalogue; none when the platform still has `knownVersion` (empty: none is known). PlatformBadAnswer
    // also when its manifest is not signed by the city.
    virtual QFuture<Result<std::optional<CatalogueNews>>> fetchCatalogue(const QString &knownVersion) = 0;
    // What changed since the cursor. PlatformRefused: the platform does not know that cursor (any more).
    virtual QFuture<Result<CatalogueNews>> pullCatalogue(const QString &cursor) = 0;
    virtual QFuture<Result<QJsonObject>> createCase(const QUuid &key, const QJsonObject &body) = 0;
    // Uploads one page, going on where an earlier attempt stopped; metadata: caseId, material, page, sm3, contentType;
    // supplement (its id) beside them where the page belongs to one.
    virtual QFuture<Result<QJsonObject>> uploadPage(const QUuid &key, const QJsonObject &metadata,
                                                    const QByteArray &image) = 0;
    virtual QFuture<Result<QJsonObject>> submitCase(const QUuid &key, const QString &platformCaseId,
                                                    const QJsonObject &body) = 0;
    // What was brought for a letter of the office, after its pages.
    virtual QFuture<Result<QJsonObject>> sendSupplement(const QUuid &key, const QString &platformCaseId,
                                                        const QJsonObject &body) = 0;
    // {licences:[…]}: which of those asked for the licence library holds of the person. Asked with the person's
    // consent, while the person waits; nothing is kept of it here.
    virtual QFuture<Result<QJsonObject>> queryLicences(const QJsonObject &body) = 0;
    // {challenge, validSeconds, againSeconds}: a code goes to the number in the body. {tooSoon: seconds}: none went.
    virtual QFuture<Result<QJsonObject>> sendPhoneCode(const QUuid &key, const QJsonObject &body) = 0;
    // {result, token?, triesLeft?}, or {tooSoon: seconds}.
    virtual QFuture<Result<QJsonObject>> checkPhoneCode(const QUuid &key, const QString &challenge,
                                                        const QJsonObject &body) = 0;
    virtual QFuture<Result<QJsonObject>> sendEvaluation(const QUuid &key, const QJsonObject &body) = 0;
    // For how long from now the platform asked to be left alone in an answer of its own; zero: it did not.
    [[nodiscard]] virtual std::chrono::milliseconds pauseAsked() const = 0;
    // Changes of this terminal's cases since the cursor (empty = from the beginning): {cursor, changes:[…]}.
    virtual QFuture<Result<QJsonObject>> pullChanges(const QString &cursor) = 0;
    // The office's notices to this terminal's applicants, likewise: {cursor, notices:[…]}.
    virtual QFuture<Result<QJsonObject>> pullNotices(const QString &cursor) = 0;
    // {version, asOf, keys:[…], signature}: the signing keys of the city's terminals; an empty object when the platform
    // still has `knownVersion`. PlatformBadAnswer also when it is not signed by the city.
    virtual QFuture<Result<QJsonObject>> fetchRoster(const QString &knownVersion) = 0;
    // The city's commands to this terminal, likewise. Those that are not on the list, not signed for this terminal or
    // have expired come as refused.
    virtual QFuture<Result<PulledCommands>> pullCommands(const QString &cursor) = 0;
    // PlatformConflict: the city has word of that command already.
    virtual QFuture<Result<QJsonObject>> reportOutcome(const QUuid &command, const CommandOutcome &outcome) = 0;
};

} // namespace tongban::ports
