// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/queue/queue_restore.h"

#include "app/core/base/clock.h"
#include "app/main/queue/queue_lines.h"
#include "offline/store/restore.h"
#include "offline/vault/posix_file_system.h"

namespace tongban::app {

namespace {

Result<QJsonObject> restored(const KioskConfig &config, const QJsonObject &request)
{
    const SystemClock clock;
    offline::vault::PosixFileSystem files;
    const QString from = request.value(QStringLiteral("from")).toString(config.backup.directory);
    if (from.isEmpty())
        return fail(ErrorKind::Misconfigured, QStringLiteral("queue.restore"),
                    QStringLiteral("no backup directory is configured, and none was named"));
    const auto key = files.read(request.value(QStringLiteral("key")).toString());
    if (!key)
        return fail(key.error().within(QStringLiteral("queue.restore")));
    const auto report =
        offline::store::restoreStore({.backupDirectory = from,
                                      .deviceId = config.site.deviceId,
                                      .stateDirectory = config.stateDirectory,
                                      .cityPrivateKeyPem = *key,
                                      .generation = request.value(QStringLiteral("generation")).toString()},
                                     clock, files);
    if (!report)
        return fail(report.error());
    return QJsonObject{{QStringLiteral("generation"), report->generation},
                       {QStringLiteral("at"), report->at.toUTC().toString(Qt::ISODate)},
                       {QStringLiteral("files"), report->files},
                       {QStringLiteral("cases"), report->cases},
                       {QStringLiteral("erased"), report->erased},
                       {QStringLiteral("setAside"), report->setAside}};
}

} // namespace

QJsonObject performRestore(const KioskConfig &config, const QJsonObject &request)
{
    return answerOf(restored(config, request), QStringLiteral("restore"));
}

} // namespace tongban::app
