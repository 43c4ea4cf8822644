// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/store_opening.h"

#include "app/flow/service/service_flow.h"
#include "offline/store/retention.h"

namespace tongban::app {

static_assert(flow::draftKeptDays == offline::store::draftRetentionDays, "the screen says how long a draft is kept");

void logError(LogEvent event, const Error &error)
{
    log(event, {{"kind", QString::fromLatin1(nameOf(error.kind))}, {"where", error.where}, {"detail", error.detail}});
}

offline::store::OfflineOptions withBackup(offline::store::OfflineOptions options, const KioskConfig &config,
                                          ports::FileSystem &files)
{
    if (config.backup.directory.isEmpty())
        return options;
    auto backup = offline::store::backupOptionsFrom(files, config.backup.directory, config.backup.generations,
                                                    config.platform.cityKeyFile, config.platform.signKeyFile);
    if (backup)
        options.backup.emplace(std::move(*backup));
    else
        logError(LogEvent::StoreBackupTrouble, backup.error());
    return options;
}

void complainAbout(const domain::WorkCalendar &calendar, int year)
{
    if (calendar.lastYear() != 0 && !calendar.covers(year))
        logError(LogEvent::StoreTrouble,
                 {ErrorKind::Misconfigured, QStringLiteral("calendar"),
                  QStringLiteral("no holidays of %1 are known, only weekends count as days off").arg(year)});
}

} // namespace tongban::app
