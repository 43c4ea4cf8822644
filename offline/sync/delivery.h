// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/city_platform.h"
#include "offline/sync/sync_store.h"

#include <QObject>

#include <functional>

namespace tongban::offline::sync {

// One outbox entry on its way. What its request needs (the platform's case id, the page) is fetched on the store's Lane
// by whoever claims it there; the rest is on the sync thread.
class Delivery : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QJsonObject>)>;

    struct Facts
    {
        QString platformCaseId{};
        QByteArray image{}; // of a page or a thumbnail
    };
    // On the store's Lane. Errors: NotFound and SealBroken (what was to be sent is gone), the store's own troubles.
    [[nodiscard]] static Result<Facts> factsFor(const SyncStore &store, const ports::OutboxEntry &entry);

    explicit Delivery(ports::CityPlatform &platform, QObject *parent = nullptr) : QObject(parent), m_platform(platform)
    {}

    // done is called once, later, unless this dies first. Errors: CityPlatform's.
    void send(const ports::OutboxEntry &entry, const Facts &facts, Done done);

private:
    [[nodiscard]] QFuture<Result<QJsonObject>> request(const ports::OutboxEntry &entry, const Facts &facts);

    ports::CityPlatform &m_platform;
};

} // namespace tongban::offline::sync
