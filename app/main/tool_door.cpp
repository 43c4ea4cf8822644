// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/tool_door.h"

#include "app/main/queue/queue_work.h"
#include "app/main/store_options.h"

namespace tongban::app {

Result<std::unique_ptr<ControlDoor>> openToolDoor(const KioskConfig &config, Lane &storeLane, const StoreGetter &store,
                                                  ports::FileSystem &files, const Clock &clock)
{
    // Awaited on the door's own lane, so what is captured by reference lives until it has run.
    const OnStore onStore = [&storeLane, store](const std::function<void(offline::store::OfflineStore &)> &work) {
        const auto done = storeLane.run([&](std::stop_token) -> Result<void> {
            offline::store::OfflineStore *open = store();
            if (open == nullptr)
                return fail(ErrorKind::StoreUnwritable, QStringLiteral("tool-door"),
                            QStringLiteral("the kiosk has not opened its store"));
            work(*open);
            return {};
        });
        return done.result();
    };
    auto work = std::make_shared<QueueWork>(onStore, queueSettingsOf(config), files, clock);
    auto door = std::make_unique<ControlDoor>(
        [work](const QJsonObject &request, std::stop_token stop) { return work->perform(request, stop); });
    if (const auto listens = door->listen(controlSocketOf(config)); !listens)
        return fail(listens.error());
    return door;
}

} // namespace tongban::app
