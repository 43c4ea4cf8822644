// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/item_files.h"

#include "app/core/domain/item_codec.h"
#include "app/core/domain/merged_form.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace tongban::tests {

namespace {

const QString folder = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/");
const QString themes = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/themes/");

QStringList namesIn(const QString &directory)
{
    return QDir(directory).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

QStringList itemFileNames()
{
    return namesIn(folder);
}

QJsonObject itemJson(const QString &fileName)
{
    return objectIn(folder + fileName);
}

domain::ServiceItem itemOfFile(const QString &fileName)
{
    return domain::itemFromJson(itemJson(fileName)).value();
}

QStringList themeFileNames()
{
    return namesIn(themes);
}

QJsonObject themeJson(const QString &fileName)
{
    return objectIn(themes + fileName);
}

domain::ServiceItem themeOfFile(const QString &fileName)
{
    const domain::Theme theme = domain::Theme::fromJson(themeJson(fileName)).value();
    std::vector<domain::ServiceItem> items;
    for (const QString &code : theme.items)
        items.push_back(itemOfFile(code + QStringLiteral(".json")));
    return domain::mergedForm(theme, items).value().form;
}

} // namespace tongban::tests
