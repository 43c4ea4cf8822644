// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace tongban::tests {

QList<SourceFile> sourceFiles(const QString &root, const QStringList &endings)
{
    QStringList patterns;
    for (const QString &ending : endings)
        patterns << QStringLiteral("*.") + ending;
    QList<SourceFile> files;
    const QStringList rooms{QStringLiteral("app"),       QStringLiteral("qml"),   QStringLiteral("drivers"),
                            QStringLiteral("offline"),   QStringLiteral("tests"), QStringLiteral("packaging"),
                            QStringLiteral("resources"), QStringLiteral("cmake")};
    for (const QString &room : rooms) {
        QDirIterator it(root + QLatin1Char('/') + room, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            files << SourceFile{QDir(root).relativeFilePath(file.fileName()),
                                QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))};
        }
    }
    return files;
}

} // namespace tongban::tests
