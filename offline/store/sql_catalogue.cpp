// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_catalogue.h"

#include "app/core/base/log.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/theme.h"
#include "app/core/domain/work_calendar.h"
#include "offline/store/catalogue_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tongban::offline::store {

using domain::ServiceItem;
using ports::CatalogueNews;
using ports::CatalogueSnapshot;
using ports::ManifestEntry;

namespace {

const auto where = QStringLiteral("catalogue");

// --- what is in force ------------------------------------------------------------------------------------------------

QDate effectiveFrom(const QByteArray &body)
{
    const QJsonObject item = QJsonDocument::fromJson(body).object();
    return QDate::fromString(item.value(QStringLiteral("effectiveFrom")).toString(), Qt::ISODate);
}

bool isInForce(const QByteArray &body, const QDate &today)
{
    const QDate from = effectiveFrom(body);
    return !from.isValid() || from <= today;
}

void leaveOut(const QJsonObject &json, const Error &why)
{
    log(LogEvent::CatalogueItemLeftOut, {{"code", json.value(QStringLiteral("code")).toString()},
                                         {"version", json.value(QStringLiteral("version")).toString()},
                                         {"detail", why.detail}});
}

// Themes wait for all items: they are made of those that are in force.
class Reading
{
public:
    explicit Reading(const QDate &today) : m_today(today) {}

    void add(const QJsonObject &json)
    {
        if (domain::isTheme(json)) {
            m_themes.push_back(json);
            return;
        }
        auto item = domain::itemFromJson(json);
        if (!item)
            return leaveOut(json, item.error());
        const bool begun = !item->effectiveFrom.isValid() || item->effectiveFrom <= m_today;
        const bool ended = item->cancelledFrom.isValid() && item->cancelledFrom <= m_today;
        if (begun && !ended)
            m_items.push_back(std::move(*item));
    }

    [[nodiscard]] std::vector<ServiceItem> take()
    {
        domain::addThemes(m_themes, m_items, leaveOut);
        return std::move(m_items);
    }

private:
    QDate m_today;
    std::vector<ServiceItem> m_items;
    std::vector<QJsonObject> m_themes;
};

CatalogueSnapshot inForce(const SoundCatalogue &catalogue, const QDate &today)
{
    Reading reading(today);
    for (const ManifestEntry &entry : catalogue.entries) {
        QByteArray body = catalogue.bodies.value(entry.sm3);
        if (!isInForce(body, today) && catalogue.standing.contains(entry.code))
            body = catalogue.bodies.value(catalogue.standing.value(entry.code));
        reading.add(QJsonDocument::fromJson(body).object());
    }
    return {.version = catalogue.version, .asOf = catalogue.asOf, .items = reading.take()};
}

// As schema 8 and earlier kept it, whole and without a manifest: until the first one comes that has one.
Result<CatalogueSnapshot> earlierCatalogue(Database &database, const QDate &today)
{
    const auto rows = database.query(where, QStringLiteral("SELECT snapshot FROM catalogue"));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    const QJsonObject json = QJsonDocument::fromJson(rows->front().at(0).toByteArray()).object();
    CatalogueSnapshot snapshot{
        .version = json.value(QStringLiteral("version")).toString(),
        .asOf = QDateTime::fromString(json.value(QStringLiteral("asOf")).toString(), Qt::ISODateWithMs).toUTC(),
        .items = {}};
    if (snapshot.version.isEmpty())
        return fail(ErrorKind::NotFound, where);
    Reading reading(today);
    for (const auto &item : json.value(QStringLiteral("items")).toArray())
        reading.add(item.toObject());
    snapshot.items = reading.take();
    return snapshot;
}

// --- taking over -----------------------------------------------------------------------------------------------------

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(ErrorKind::PlatformBadAnswer, QStringLiteral("catalogue.adopt"), what);
}

// What the news makes of the catalogue held has to be what the manifest says, item by item.
Result<void> makesItsManifest(const CatalogueNews &news, const std::optional<SoundCatalogue> &held)
{
    if (!news.whole && !held)
        return wrong(QStringLiteral("changes to a catalogue that is not here"));
    QMap<QString, ManifestEntry> made;
    if (!news.whole)
        made = held->entries;
    for (const QString &code : news.tombstones)
        made.remove(code);
    for (const ports::PublishedItem &item : news.upserts)
        made.insert(item.entry.code, item.entry);
    for (const ManifestEntry &entry : news.entries) {
        const auto found = made.constFind(entry.code);
        if (found == made.constEnd())
            return wrong(QStringLiteral("an item of the manifest is missing: ") + entry.code);
        if (*found != entry)
            return wrong(QStringLiteral("an item differs from the manifest: ") + entry.code);
        made.remove(entry.code);
    }
    return made.isEmpty() ? Result<void>() : wrong(QStringLiteral("not in the manifest: ") + made.firstKey());
}

// For each item that is not in force yet: the digest of what is until then.
QMap<QString, QByteArray> standingBeside(const CatalogueNews &news, const SoundCatalogue &held, const QDate &today)
{
    QHash<QByteArray, QByteArray> bodies = held.bodies;
    for (const ports::PublishedItem &item : news.upserts)
        bodies.insert(item.entry.sm3, item.body);
    QMap<QString, QByteArray> standing;
    for (const ManifestEntry &entry : news.entries) {
        const auto before = held.entries.constFind(entry.code);
        if (isInForce(bodies.value(entry.sm3), today) || before == held.entries.constEnd())
            continue;
        if (isInForce(bodies.value(before->sm3), today))
            standing.insert(entry.code, before->sm3);
        else if (held.standing.contains(entry.code))
            standing.insert(entry.code, held.standing.value(entry.code));
    }
    return standing;
}

} // namespace

Result<CatalogueSnapshot> SqlCatalogue::current()
{
    const QDate today = domain::chinaDate(m_clock.nowUtc());
    const auto sound = newestSound(m_database);
    if (!sound)
        return fail(sound.error());
    return *sound ? inForce(**sound, today) : earlierCatalogue(m_database, today);
}

Result<ports::HeldCatalogue> SqlCatalogue::held()
{
    const auto sound = newestSound(m_database);
    if (!sound)
        return fail(sound.error());
    if (!*sound)
        return fail(ErrorKind::NotFound, where);
    return ports::HeldCatalogue{.version = (*sound)->version, .cursor = (*sound)->cursor};
}

Result<void> SqlCatalogue::adopt(const CatalogueNews &news)
{
    const auto held = newestSound(m_database);
    if (!held)
        return fail(held.error());
    if (const auto good = makesItsManifest(news, *held); !good)
        return good;
    const QDate today = domain::chinaDate(m_clock.nowUtc());
    const NewCatalogue made{.news = news,
                            .standing = *held ? standingBeside(news, **held, today) : QMap<QString, QByteArray>(),
                            .base = *held ? (*held)->generation : 0};
    // The item of an unchanged code need not be in the news: it lies here already, under the same digest.
    return m_database.transact(QStringLiteral("catalogue.adopt"), [&] { return writeCatalogue(m_database, made); });
}

} // namespace tongban::offline::store
