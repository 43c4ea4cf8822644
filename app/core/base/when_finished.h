// SPDX-License-Identifier: GPL-3.0-or-later
// The one way from a future back to an object's thread. QFuture::then(context, …) is not used: in Qt 6.4 a destroyed
// context asserts in debug and silently cancels in release.
#pragma once

#include "app/core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace tongban {

// Calls handler(Result<T>) on context's thread, once, unless context dies first; then never. Call it on that thread.
template <class T, class Handler>
void whenFinished(const QFuture<Result<T>> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0)
            handler(Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("future"))));
        else
            handler(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace tongban
