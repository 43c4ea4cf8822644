// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/log_file.h"

#include <QDir>
#include <QFileInfo>

namespace tongban::app {

Result<std::unique_ptr<LogFile>> LogFile::open(const QString &path)
{
    const QString directory = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(directory))
        return fail(ErrorKind::StoreUnwritable, path, QStringLiteral("cannot make its directory"));
    std::unique_ptr<LogFile> log(new LogFile(path));
    if (!log->begin())
        return fail(ErrorKind::StoreUnwritable, path, log->m_file.errorString());
    return log;
}

bool LogFile::begin()
{
    // Unbuffered: the last line before a crash is the one that matters.
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    return opened && m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void LogFile::append(const QByteArray &line)
{
    if (m_file.size() > limit)
        setAside();
    m_file.write(line + '\n'); // a log that cannot be written must not stop the service
}

void LogFile::setAside()
{
    const QString older = m_file.fileName() + QStringLiteral(".1");
    m_file.close();
    QFile::remove(older);
    QFile::rename(m_file.fileName(), older);
    if (!begin())
        qWarning("log file cannot be opened again");
}

} // namespace tongban::app
