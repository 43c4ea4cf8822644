// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/upload_memory.h"
#include "offline/sync/sync_store.h"

#include <QFuture>

#include <memory>
#include <mutex>
#include <optional>

namespace tongban::offline::sync {

// Upload addresses in the store's sync state, so that a page goes on after a power cut. Few are remembered at any time:
// they are read once, and a page that was never begun waits for no disk.
class LaneUploadMemory final : public platform::UploadMemory
{
public:
    explicit LaneUploadMemory(Lane &lane, SyncMemory memory)
        : m_lane(lane), m_memory(std::move(memory)), m_known(std::make_shared<Known>())
    {}

    QFuture<Result<QString>> recall(const QUuid &key) override
    {
        const std::scoped_lock lock(m_known->mutex);
        if (m_known->urls)
            return QtFuture::makeReadyFuture(Result<QString>(m_known->urls->value(nameFor(key))));
        return m_lane.run([memory = m_memory, known = m_known, name = nameFor(key)](std::stop_token) {
            return recallNow(memory, *known, name);
        });
    }
    QFuture<Result<void>> remember(const QUuid &key, const QString &url) override
    {
        return m_lane.run([memory = m_memory, known = m_known, name = nameFor(key), url](std::stop_token) {
            const auto set = memory.setValue(name, url);
            const std::scoped_lock lock(known->mutex);
            if (set && known->urls && url.isEmpty())
                known->urls->remove(name);
            else if (set && known->urls)
                known->urls->insert(name, url);
            return set;
        });
    }

private:
    struct Known // what the store has, once it was read; by the Lane and the sync thread
    {
        std::mutex mutex;
        std::optional<QHash<QString, QString>> urls;
    };

    [[nodiscard]] static QString prefix() { return QStringLiteral("upload."); }
    [[nodiscard]] static QString nameFor(const QUuid &key) { return prefix() + key.toString(QUuid::WithoutBraces); }

    [[nodiscard]] static Result<QString> recallNow(const SyncMemory &memory, Known &known, const QString &name)
    {
        auto read = memory.named(prefix());
        if (!read)
            return fail(read.error());
        const std::scoped_lock lock(known.mutex);
        known.urls = std::move(*read);
        return known.urls->value(name);
    }

    Lane &m_lane;
    SyncMemory m_memory;
    std::shared_ptr<Known> m_known;
};

} // namespace tongban::offline::sync
