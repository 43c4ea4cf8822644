// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/main/queue/queue_work.h"

namespace tongban::app {

// A receipt's verification code (offline/receipt) against the roster that sync last fetched; no network is asked. The
// city's key, of the settings, says whether the roster is the city's.
//   genuine: {genuine: true, localNumber, item, submittedAt, device, rosterAsOf}
//   not:     {genuine: false, detail, rosterAsOf}
// Errors: CodeUnreadable (not such a code, or read wrongly), NotFound (no roster was ever fetched), Misconfigured (no
// city key), SealBroken (the roster on this disk is not the city's), the store's.
[[nodiscard]] Result<QJsonObject> checkedReceipt(const OnStore &onStore, const QueueSettings &settings,
                                                 ports::FileSystem &files, const QByteArray &code);

} // namespace tongban::app
