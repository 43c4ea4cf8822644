// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/json_file.h"

#include <QFile>
#include <QJsonDocument>

namespace tongban::app {

Result<QJsonObject> objectInFile(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Misconfigured, file, source.errorString());
    const QByteArray text = source.readAll();
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(text, &mistake);
    if (mistake.error != QJsonParseError::NoError) {
        const auto line = text.left(mistake.offset).count('\n') + 1;
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("line %1: %2").arg(line).arg(mistake.errorString()));
    }
    if (!document.isObject())
        return fail(ErrorKind::Misconfigured, file, QStringLiteral("must hold one JSON object"));
    return document.object();
}

} // namespace tongban::app
