// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QUuid>

#include <chrono>

namespace tongban::ports {

// The city's platform (contract: resources/api/platform.openapi.yaml). Another city is another adapter behind this port.
// Signal-driven: called on the sync thread only, answers there. Every future ends by value, error or time-out.
// Errors: PlatformUnreachable, PlatformBusy, PlatformBadAnswer, PlatformRefused, PlatformConflict, Cancelled.
class CityPlatform
{
public:
    virtual ~CityPlatform() = default;

    // {version, asOf, items:[…]}, or an empty object when the platform still has `knownVersion` (empty: none is known).
    virtual QFuture<Result<QJsonObject>> fetchCatalogue(const QString &knownVersion) = 0;
    virtual QFuture<Result<QJsonObject>> createCase(const QUuid &key, const QJsonObject &body) = 0;
    // Uploads one page, going on where an earlier attempt stopped; metadata: caseId, material, page, sm3, contentType.
    virtual QFuture<Result<QJsonObject>> uploadPage(const QUuid &key, const QJsonObject &metadata,
                                                    const QByteArray &image) = 0;
    virtual QFuture<Result<QJsonObject>> submitCase(const QUuid &key, const QString &platformCaseId,
                                                    const QJsonObject &body) = 0;
    virtual QFuture<Result<QJsonObject>> sendEvaluation(const QUuid &key, const QJsonObject &body) = 0;
    // For how long from now the platform asked to be left alone in an answer of its own; zero: it did not.
    [[nodiscard]] virtual std::chrono::milliseconds pauseAsked() const = 0;
    // Changes of this terminal's cases since the cursor (empty = from the beginning): {cursor, changes:[…]}.
    virtual QFuture<Result<QJsonObject>> pullChanges(const QString &cursor) = 0;
};

} // namespace tongban::ports
