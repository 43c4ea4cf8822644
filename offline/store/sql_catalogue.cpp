// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/store/sql_catalogue.h"

#include "app/core/domain/item_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace tongban::offline::store {

using ports::CatalogueSnapshot;

namespace {

tl::unexpected<Error> wrong(const QString &place, const QString &what)
{
    return fail(ErrorKind::Misconfigured, QStringLiteral("catalogue"), place + QStringLiteral(": ") + what);
}

Result<std::vector<domain::ServiceItem>> itemsFrom(const QJsonArray &array)
{
    std::vector<domain::ServiceItem> items;
    QSet<QString> codes;
    for (qsizetype index = 0; index < array.size(); ++index) {
        const QString place = QStringLiteral("/items/%1").arg(index);
        if (!array.at(index).isObject())
            return wrong(place, QStringLiteral("an object is expected"));
        auto item = domain::itemFromJson(array.at(index).toObject());
        if (!item)
            return fail(item.error().kind, QStringLiteral("catalogue"), place + item.error().detail);
        if (codes.contains(item->code))
            return wrong(place + QStringLiteral("/code"), QStringLiteral("another item has the same code"));
        codes.insert(item->code);
        items.push_back(std::move(*item));
    }
    return items;
}

Result<CatalogueSnapshot> snapshotFrom(const QJsonObject &json)
{
    CatalogueSnapshot snapshot;
    snapshot.version = json.value(QStringLiteral("version")).toString();
    if (snapshot.version.isEmpty())
        return wrong(QStringLiteral("/version"), QStringLiteral("text is expected"));
    snapshot.asOf = QDateTime::fromString(json.value(QStringLiteral("asOf")).toString(), Qt::ISODateWithMs).toUTC();
    if (!snapshot.asOf.isValid())
        return wrong(QStringLiteral("/asOf"), QStringLiteral("a time is expected"));
    if (!json.value(QStringLiteral("items")).isArray())
        return wrong(QStringLiteral("/items"), QStringLiteral("a list is expected"));
    auto items = itemsFrom(json.value(QStringLiteral("items")).toArray());
    if (!items)
        return fail(items.error());
    snapshot.items = std::move(*items);
    return snapshot;
}

} // namespace

Result<CatalogueSnapshot> SqlCatalogue::current()
{
    const auto where = QStringLiteral("catalogue.current");
    const auto rows = m_database.query(where, QStringLiteral("SELECT snapshot FROM catalogue"));
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return fail(ErrorKind::NotFound, where);
    return snapshotFrom(QJsonDocument::fromJson(rows->front().at(0).toByteArray()).object());
}

Result<void> SqlCatalogue::replace(const QJsonObject &snapshot)
{
    if (const auto good = snapshotFrom(snapshot); !good)
        return fail(good.error());
    const auto put = m_database.run(QStringLiteral("catalogue.replace"),
                                    QStringLiteral("INSERT INTO catalogue (id, snapshot) VALUES (1, ?)"
                                                   " ON CONFLICT (id) DO UPDATE SET snapshot = excluded.snapshot"),
                                    {QJsonDocument(snapshot).toJson(QJsonDocument::Compact)});
    return put ? Result<void>() : fail(put.error());
}

} // namespace tongban::offline::store
