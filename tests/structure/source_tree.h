// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the house, as git would track them: everything below the rooms, without build output.
#pragma once

#include <QString>
#include <QStringList>

namespace tongban::tests {

struct SourceFile
{
    QString path; // from the root of the house, "app/core/base/error.h"
    QStringList lines;
};

[[nodiscard]] QList<SourceFile> sourceFiles(const QString &root, const QStringList &endings);

} // namespace tongban::tests
