// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/catalogue_rows.h"

#include "app/core/base/log.h"
#include "offline/crypto/sm3.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace tongban::offline::store {

using ports::ManifestEntry;

namespace {

const auto where = QStringLiteral("catalogue.rows");
const QString manifestKey = QStringLiteral("manifest");
const QString cursorKey = QStringLiteral("cursor");
const QString standingKey = QStringLiteral("standing");

// The manifest in a head was opened before it was kept (offline/platform/catalogue_news.h) and is what it was then.
SoundCatalogue read(const QByteArray &head)
{
    const QJsonObject json = QJsonDocument::fromJson(head).object();
    const QJsonObject manifest = json.value(manifestKey).toObject();
    const auto text = [](const QJsonObject &object, const char *name) {
        return object.value(QLatin1String(name)).toString();
    };
    SoundCatalogue catalogue;
    catalogue.version = text(manifest, "version");
    catalogue.asOf = QDateTime::fromString(text(manifest, "asOf"), Qt::ISODateWithMs).toUTC();
    catalogue.cursor = json.value(cursorKey).toString();
    for (const auto &value : manifest.value(QStringLiteral("entries")).toArray()) {
        const QJsonObject entry = value.toObject();
        catalogue.entries.insert(text(entry, "code"), {.code = text(entry, "code"),
                                                       .version = text(entry, "version"),
                                                       .sm3 = QByteArray::fromHex(text(entry, "sm3").toLatin1())});
    }
    const QJsonObject standing = json.value(standingKey).toObject();
    for (auto it = standing.begin(); it != standing.end(); ++it)
        catalogue.standing.insert(it.key(), QByteArray::fromHex(it.value().toString().toLatin1()));
    return catalogue;
}

QByteArray headOf(const NewCatalogue &made)
{
    QJsonObject standing;
    for (auto it = made.standing.begin(); it != made.standing.end(); ++it)
        standing.insert(it.key(), QString::fromLatin1(it->toHex()));
    return QJsonDocument(
               QJsonObject{{manifestKey, made.news.manifest}, {cursorKey, made.news.cursor}, {standingKey, standing}})
        .toJson(QJsonDocument::Compact);
}

QList<QByteArray> digestsOf(const SoundCatalogue &catalogue)
{
    QList<QByteArray> digests = catalogue.standing.values();
    for (const ManifestEntry &entry : catalogue.entries)
        digests.append(entry.sm3);
    return digests;
}

using Bodies = QHash<QByteArray, QByteArray>;

// What does not have its digest any more is not there.
Result<Bodies> soundBodies(Database &database)
{
    const auto rows = database.query(where, QStringLiteral("SELECT sm3, body FROM catalogue_items"));
    if (!rows)
        return fail(rows.error());
    Bodies bodies;
    for (const Row &row : *rows) {
        const QByteArray body = row.at(1).toByteArray();
        if (crypto::sm3(body) == row.at(0).toByteArray())
            bodies.insert(row.at(0).toByteArray(), body);
    }
    return bodies;
}

std::optional<SoundCatalogue> soundFrom(const Row &row, const Bodies &bodies)
{
    const QByteArray head = row.at(1).toByteArray();
    if (crypto::sm3(head) != row.at(2).toByteArray())
        return std::nullopt;
    SoundCatalogue catalogue = read(head);
    catalogue.generation = row.at(0).toLongLong();
    for (const QByteArray &digest : digestsOf(catalogue)) {
        if (!bodies.contains(digest))
            return std::nullopt;
        catalogue.bodies.insert(digest, bodies.value(digest));
    }
    return catalogue;
}

Result<void> putItems(Database &database, const std::vector<ports::PublishedItem> &items)
{
    for (const ports::PublishedItem &item : items) {
        const auto put = database.run(where,
                                      QStringLiteral("INSERT INTO catalogue_items (sm3, code, body) VALUES (?, ?, ?)"
                                                     " ON CONFLICT (sm3) DO UPDATE SET body = excluded.body"),
                                      {item.entry.sm3, item.entry.code, item.body});
        if (!put)
            return fail(put.error());
    }
    return {};
}

// Items that no catalogue kept here names.
Result<void> dropUnused(Database &database)
{
    const auto heads = database.query(where, QStringLiteral("SELECT head FROM catalogues"));
    const auto items = database.query(where, QStringLiteral("SELECT sm3 FROM catalogue_items"));
    if (!heads || !items)
        return fail(heads ? items.error() : heads.error());
    QSet<QByteArray> used;
    for (const Row &row : *heads) {
        const auto digests = digestsOf(read(row.at(0).toByteArray()));
        used.unite(QSet<QByteArray>(digests.begin(), digests.end()));
    }
    for (const Row &row : *items) {
        if (used.contains(row.at(0).toByteArray()))
            continue;
        const auto gone = database.run(where, QStringLiteral("DELETE FROM catalogue_items WHERE sm3 = ?"), {row.at(0)});
        if (!gone)
            return fail(gone.error());
    }
    return {};
}

} // namespace

Result<std::optional<SoundCatalogue>> newestSound(Database &database)
{
    const auto rows =
        database.query(where, QStringLiteral("SELECT generation, head, sm3 FROM catalogues ORDER BY generation DESC"));
    const auto bodies = soundBodies(database);
    if (!rows || !bodies)
        return fail(rows ? bodies.error() : rows.error());
    for (const Row &row : *rows) {
        if (auto sound = soundFrom(row, *bodies))
            return sound;
        log(LogEvent::CatalogueUnsound, {{"generation", row.at(0).toString()}});
    }
    return std::optional<SoundCatalogue>();
}

Result<void> writeCatalogue(Database &database, const NewCatalogue &made)
{
    if (const auto put = putItems(database, made.news.upserts); !put)
        return put;
    const QByteArray head = headOf(made);
    const auto added = database.run(where, QStringLiteral("INSERT INTO catalogues (head, sm3) VALUES (?, ?)"),
                                    {head, crypto::sm3(head)});
    if (!added)
        return fail(added.error());
    const auto dropped = database.run(where,
                                      QStringLiteral("DELETE FROM catalogues WHERE generation <> ? AND generation <>"
                                                     " (SELECT max(generation) FROM catalogues)"),
                                      {made.base});
    if (!dropped)
        return fail(dropped.error());
    // What a program of schema 8 and earlier had kept has served its time.
    if (const auto old = database.run(where, QStringLiteral("DELETE FROM catalogue")); !old)
        return fail(old.error());
    return dropUnused(database);
}

} // namespace tongban::offline::store
