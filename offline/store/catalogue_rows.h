// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue in its tables: items under their digests, and for each catalogue that was taken over a head that says
// what it consists of. The last two are kept, so that there is one to go back to. Free functions; those that write take
// part in the caller's transaction.
#pragma once

#include "app/core/ports/catalogue.h"
#include "offline/store/database.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace tongban::offline::store {

// A catalogue whose head and items all have the digests that they had when they came.
struct SoundCatalogue
{
    qint64 generation = 0;
    QString version;
    QDateTime asOf; // UTC
    QString cursor;
    QMap<QString, ports::ManifestEntry> entries; // by code
    QMap<QString, QByteArray> standing;          // code → digest of what is in force until the entry is
    QHash<QByteArray, QByteArray> bodies;        // by digest, of entries and standing
};

// The newest one that is sound. An unsound one is logged and passed over; none: there is none.
[[nodiscard]] Result<std::optional<SoundCatalogue>> newestSound(Database &database);

struct NewCatalogue
{
    const ports::CatalogueNews &news;
    QMap<QString, QByteArray> standing;
    qint64 base = 0; // generation that it was made from, kept beside it; 0: none
};
[[nodiscard]] Result<void> writeCatalogue(Database &database, const NewCatalogue &made);

} // namespace tongban::offline::store
