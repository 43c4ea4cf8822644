// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/city_platform.h"
#include "offline/sync/sync_store.h"

#include <QObject>

#include <functional>

namespace tongban::offline::sync {

// One outbox entry on its way: what its request needs is fetched on the store's Lane (the platform's case id, the
// page), then the platform is told. On the sync thread.
class Delivery : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QJsonObject>)>;

    Delivery(SyncStore store, ports::CityPlatform &platform, QObject *parent = nullptr)
        : QObject(parent), m_store(std::move(store)), m_platform(platform)
    {}

    // done is called once, later, unless this dies first. Errors: CityPlatform's; of the store NotFound and SealBroken
    // (what was to be sent is gone) and its own troubles.
    void send(const ports::OutboxEntry &entry, Done done);

private:
    struct Facts
    {
        QString platformCaseId;
        QByteArray image; // of a page or a thumbnail
    };
    [[nodiscard]] static Result<Facts> factsFor(const SyncStore &store, const ports::OutboxEntry &entry);
    void sendWithFacts(const ports::OutboxEntry &entry, Done done);
    [[nodiscard]] QFuture<Result<QJsonObject>> request(const ports::OutboxEntry &entry, const Facts &facts);

    SyncStore m_store;
    ports::CityPlatform &m_platform;
};

} // namespace tongban::offline::sync
