// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/preview.h"

#include "app/core/domain/item_codec.h"
#include "app/main/author_mode.h"
#include "app/main/json_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tongban::app {

namespace {

constexpr QSize windowSize(540, 960); // the portrait of a terminal, small enough for a desk

Result<domain::RegionTree> demonstrationRegions()
{
    const auto json = objectInFile(QStringLiteral(":/tongban/preview/demonstration.json"));
    return json ? domain::RegionTree::fromJson(*json) : Result<domain::RegionTree>(fail(json.error()));
}

} // namespace

Result<KioskConfig> previewConfig(const QString &itemFile, const QString &temporaryDirectory)
{
    const auto json = objectInFile(itemFile);
    if (!json)
        return fail(json.error());
    auto item = domain::itemFromJson(*json);
    if (!item)
        return fail(ErrorKind::Misconfigured, itemFile, item.error().detail);
    auto regions = demonstrationRegions();
    if (!regions)
        return fail(regions.error());
    const QDir directory(temporaryDirectory);
    const QString items = directory.filePath(QStringLiteral("items"));
    if (!directory.mkpath(QStringLiteral("items")) || !directory.mkpath(QStringLiteral("devices")) ||
        !QFile::link(QFileInfo(itemFile).absoluteFilePath(), items + QStringLiteral("/item.json")))
        return fail(ErrorKind::StoreUnwritable, temporaryDirectory, QStringLiteral("the preview finds no place"));
    KioskConfig config;
    config.site = {.siteCode = QStringLiteral("422823105000"),
                   .hallName = QStringLiteral("事项预览"),
                   .deviceId = QStringLiteral("PREVIEW"),
                   .phone = QStringLiteral("12345"),
                   .address = {},
                   .hours = QStringLiteral("工作日 9:00—17:00")};
    config.regions = std::move(*regions);
    config.deviceDirectories = {directory.filePath(QStringLiteral("devices"))}; // none
    config.display = {.fullScreen = false, .size = windowSize};
    config.logFile = directory.filePath(QStringLiteral("preview.log"));
    config.itemsDirectory = items;
    config.preview = std::move(*item);
    return forAuthors(std::move(config), directory.filePath(QStringLiteral("state")));
}

} // namespace tongban::app
