// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/folder_catalogue.h"

#include "app/core/base/log.h"
#include "app/core/domain/item_codec.h"
#include "app/core/domain/theme.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace tongban::app {

namespace {

const QString where = QStringLiteral("items folder");

Result<QJsonObject> objectIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, where, file.errorString());
    QJsonParseError broken;
    const auto document = QJsonDocument::fromJson(file.readAll(), &broken);
    if (broken.error != QJsonParseError::NoError)
        return fail(ErrorKind::Misconfigured, where,
                    QStringLiteral("byte %1: %2").arg(broken.offset).arg(broken.errorString()));
    return document.object();
}

void leaveOut(const QString &what, const Error &why)
{
    log(LogEvent::CatalogueItemLeftOut, {{"code", what}, {"version", QString()}, {"detail", why.detail}});
}

} // namespace

Result<ports::CatalogueSnapshot> FolderCatalogue::current()
{
    const QDir folder(m_directory);
    if (!folder.exists())
        return fail(ErrorKind::NotFound, where, m_directory);
    ports::CatalogueSnapshot snapshot{.version = QStringLiteral("folder"), .asOf = {}, .items = {}};
    std::vector<QJsonObject> themes;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const auto json = objectIn(folder.filePath(name));
        if (json && domain::isTheme(*json)) {
            themes.push_back(*json);
            continue;
        }
        auto item = json ? domain::itemFromJson(*json) : Result<domain::ServiceItem>(fail(json.error()));
        const auto isSame = [&](const domain::ServiceItem &other) { return item && other.code == item->code; };
        if (item && std::any_of(snapshot.items.begin(), snapshot.items.end(), isSame))
            item = fail(ErrorKind::Misconfigured, where, QStringLiteral("/code: another file has this code"));
        if (item)
            snapshot.items.push_back(std::move(*item));
        else
            leaveOut(name, item.error());
    }
    domain::addThemes(themes, snapshot.items, [](const QJsonObject &theme, const Error &why) {
        leaveOut(theme.value(QStringLiteral("code")).toString(), why);
    });
    return snapshot;
}

Result<ports::HeldCatalogue> FolderCatalogue::held()
{
    return fail(ErrorKind::NotFound, where);
}

Result<void> FolderCatalogue::adopt(const ports::CatalogueNews &)
{
    return fail(ErrorKind::Misconfigured, where, QStringLiteral("an author's folder takes nothing from the city"));
}

} // namespace tongban::app
