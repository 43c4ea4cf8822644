// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/platform/upload_memory.h"
#include "offline/sync/sync_store.h"

namespace tongban::offline::sync {

// Upload addresses in the store's sync state, so that a page goes on after a power cut.
class LaneUploadMemory final : public platform::UploadMemory
{
public:
    explicit LaneUploadMemory(Lane &lane, SyncMemory memory) : m_lane(lane), m_memory(std::move(memory)) {}

    QFuture<Result<QString>> recall(const QUuid &key) override
    {
        return m_lane.run([memory = m_memory, name = nameFor(key)](std::stop_token) { return memory.value(name); });
    }
    QFuture<Result<void>> remember(const QUuid &key, const QString &url) override
    {
        return m_lane.run(
            [memory = m_memory, name = nameFor(key), url](std::stop_token) { return memory.setValue(name, url); });
    }

private:
    [[nodiscard]] static QString nameFor(const QUuid &key)
    {
        return QStringLiteral("upload.") + key.toString(QUuid::WithoutBraces);
    }

    Lane &m_lane;
    SyncMemory m_memory;
};

} // namespace tongban::offline::sync
