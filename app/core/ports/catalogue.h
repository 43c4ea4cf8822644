// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/service_item.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace tongban::ports {

// What can be applied for today.
struct CatalogueSnapshot
{
    QString version;
    QDateTime asOf; // UTC, when the platform made it
    std::vector<domain::ServiceItem> items;
};

struct ManifestEntry
{
    QString code;
    QString version; // of the item
    QByteArray sm3;  // of the item's canonical JSON, 32 bytes
    [[nodiscard]] bool operator==(const ManifestEntry &) const = default;
};

struct PublishedItem
{
    ManifestEntry entry;
    QByteArray body; // canonical JSON, of which entry.sm3 is the digest
};

// A catalogue as the city publishes it, whole or as the difference to an earlier one. Its manifest was signed by the
// city; whether the items make that manifest shows when it is adopted.
struct CatalogueNews
{
    QString version;
    QDateTime asOf;                     // UTC
    std::vector<ManifestEntry> entries; // all items of this version, ascending by the bytes of their codes
    QJsonObject manifest;               // as it came, with its signature
    QString cursor;                     // where the next difference begins
    bool whole = false;                 // upserts are all items, and nothing else stays
    std::vector<PublishedItem> upserts;
    QStringList tombstones; // codes of items that are no longer offered
};

struct HeldCatalogue
{
    QString version;
    QString cursor; // empty: the platform is to be asked for the whole
};

// The city's catalogue as this terminal holds it. On the store's Lane. Errors besides those named: as CaseStore.
class Catalogue
{
public:
    virtual ~Catalogue() = default;

    // What is in force today (China's day) of the last good catalogue: an item before its effectiveFrom is still its
    // earlier version, where there was one. Items that this program cannot read are left out, with a word in the log.
    // NotFound before the first one.
    virtual Result<CatalogueSnapshot> current() = 0;
    virtual Result<HeldCatalogue> held() = 0; // NotFound as current
    // Takes it over whole or not at all. PlatformBadAnswer: what it makes of the catalogue held is not what its
    // manifest says; then the one that is held stays.
    virtual Result<void> adopt(const CatalogueNews &news) = 0;
};

} // namespace tongban::ports
