// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QFuture>
#include <QString>
#include <QUuid>

namespace tongban::offline::platform {

// Where on the platform the upload of an outbox entry lives, so that the next attempt (even of the next process) goes
// on instead of beginning anew. Called on the sync thread; the futures may be answered elsewhere.
class UploadMemory
{
public:
    virtual ~UploadMemory() = default;
    virtual QFuture<Result<QString>> recall(const QUuid &key) = 0;                    // empty: nothing remembered
    virtual QFuture<Result<void>> remember(const QUuid &key, const QString &url) = 0; // empty url: forget
};

} // namespace tongban::offline::platform
