// SPDX-License-Identifier: GPL-3.0-or-later
// Where the log lines go: appended to one file, which is set aside when it has grown (one older file is kept).
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace tongban::app {

class LogFile // one thread at a time: the log calls its sink under a lock
{
public:
    static constexpr qint64 limit = 16 * 1024 * 1024; // bytes; two files bound what a log can take of a disk

    // Makes the directory when it is absent; the file is for its owner only. Error: StoreUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<LogFile>> open(const QString &path);

    void append(const QByteArray &line);

private:
    explicit LogFile(const QString &path) : m_file(path) {}
    [[nodiscard]] bool begin();
    void setAside();

    QFile m_file;
};

} // namespace tongban::app
