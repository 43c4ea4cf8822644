// SPDX-License-Identifier: GPL-3.0-or-later
// Cases onto a stick (摆渡导出), for a village without a line. It changes nothing in the outbox: the line may send the
// same entries at the same time, the city takes each key once.
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/file_system.h"
#include "offline/crypto/sm2.h"
#include "offline/ferry/export_source.h"

#include <stop_token>

namespace tongban::offline::ferry {

struct FerryKeys
{
    QString deviceId;
    QString siteCode;
    crypto::Sm2PrivateKey device;
    crypto::Sm2PublicKey city;
};

struct ExportReport
{
    QString file; // name in the directory; empty: there was nothing to export, nothing was written
    int cases = 0;
    int requests = 0;
    qint64 bytes = 0;
};

// directory: absolute, there (the stick is mounted). One file tongban-DEVICE-TIME.bundle: written under a temporary
// name, synced, read back from end to end, renamed, the directory synced. When it returns a report the stick may be
// pulled (可以拔了). Blocking, up to minutes for hundreds of cases; a stop is seen between two cases. Errors:
// StoreFull, StoreUnwritable, NotFound (no such directory), StoreCorrupt (the stick gives back other bytes), Cancelled,
// those of the source. After an error there is no new bundle on the stick.
[[nodiscard]] Result<ExportReport> exportCases(ExportSource &source, const FerryKeys &keys, ports::FileSystem &files,
                                               const QString &directory, const Clock &clock, std::stop_token stop = {});

} // namespace tongban::offline::ferry
