// SPDX-License-Identifier: GPL-3.0-or-later
// A store with a catalogue, and a city that publishes to it.
#pragma once

#include "app/core/base/log.h"
#include "tests/unit/offline/catalogue_samples.h"
#include "tests/unit/offline/store_world.h"

#include <QTest>

#include <memory>

namespace tongban::testing {

// The shipped item under another code and version.
[[nodiscard]] inline QJsonObject item(const char *code, const char *version = "1", const QJsonObject &more = {})
{
    QJsonObject json = allowance().source;
    json.insert("code", QLatin1String(code));
    json.insert("version", QLatin1String(version));
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

// "a 1, b 2"
[[nodiscard]] inline QString names(const Result<ports::CatalogueSnapshot> &snapshot)
{
    if (!snapshot)
        return QString::fromLatin1(nameOf(snapshot.error().kind));
    QStringList all;
    for (const domain::ServiceItem &one : snapshot->items)
        all << one.code + QLatin1Char(' ') + one.version;
    return all.join(QStringLiteral(", "));
}

struct CatalogueWorld
{
    CatalogueWorld() : store(std::move(*world.open())) {}

    [[nodiscard]] ports::Catalogue &catalogue() { return store->catalogue(); }
    void close() { store.reset(); }
    void reopen()
    {
        store.reset();
        store = std::move(*world.open());
    }
    void goTo(const QDateTime &utc)
    {
        world.clock.advance(std::chrono::milliseconds(world.clock.nowUtc().msecsTo(utc)));
    }
    [[nodiscard]] QVariant inDatabase(const char *sql)
    {
        const auto database = offline::store::Database::open(world.databasePath());
        const auto rows = (*database)->query(QStringLiteral("test"), QLatin1String(sql));
        return rows && !rows->empty() && !rows->front().isEmpty() ? rows->front().at(0) : QVariant();
    }

    tests::PublishingCity city;
    StoreWorld world;
    StorePointer store;
};

} // namespace tongban::testing
