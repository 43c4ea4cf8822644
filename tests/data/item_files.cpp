// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/item_files.h"

#include "app/core/domain/item_codec.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace tongban::tests {

namespace {

const QString folder = QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/");

} // namespace

QStringList itemFileNames()
{
    return QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

QJsonObject itemJson(const QString &fileName)
{
    QFile file(folder + fileName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

domain::ServiceItem itemOfFile(const QString &fileName)
{
    return domain::itemFromJson(itemJson(fileName)).value();
}

} // namespace tongban::tests
