// SPDX-License-Identifier: GPL-3.0-or-later
// A directory of items that the reference city publishes from.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tongban::tests {

class Publisher
{
public:
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    // The shipped item under another code, version and name.
    [[nodiscard]] bool publish(const QString &code, const QString &version, const QString &name,
                               const QJsonObject &more = {}) const
    {
        QFile shipped(QStringLiteral(TONGBAN_SOURCE_DIR "/resources/items/gaoling-jintie.json"));
        if (!shipped.open(QIODevice::ReadOnly))
            return false;
        QJsonObject item = QJsonDocument::fromJson(shipped.readAll()).object();
        item.insert(QStringLiteral("code"), code);
        item.insert(QStringLiteral("version"), version);
        item.insert(QStringLiteral("name"), name);
        for (auto it = more.begin(); it != more.end(); ++it)
            item.insert(it.key(), it.value());
        // In one stroke: the city reads its directory at each question.
        const QString path = m_directory.filePath(code + QStringLiteral(".part"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(item).toJson()) < 0)
            return false;
        file.close();
        const QString place = m_directory.filePath(code + QStringLiteral(".json"));
        QFile::remove(place);
        return QFile::rename(path, place);
    }
    [[nodiscard]] bool withdraw(const QString &code) const
    {
        return QFile::remove(m_directory.filePath(code + QStringLiteral(".json")));
    }

private:
    QTemporaryDir m_directory;
};

} // namespace tongban::tests
