// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/base/lane.h"

#include <QMetaObject>

namespace tongban {

Lane::Lane(const QString &name) : m_thread(std::make_unique<QThread>()), m_context(std::make_unique<QObject>())
{
    m_thread->setObjectName(name);
    m_context->moveToThread(m_thread.get());
    m_thread->start();
}

Lane::~Lane()
{
    m_stop.request_stop();
    // Queued last, so that everything before it has ended (with Cancelled, now that stop is requested).
    post([thread = m_thread.get()] { thread->quit(); });
    m_thread->wait();
}

void Lane::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_context.get(), std::move(work), Qt::QueuedConnection);
}

} // namespace tongban
