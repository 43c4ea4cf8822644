// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh reference city and a terminal's fresh store beside it, both in the system's directory for temporary files:
// where one measurement of the line begins. One thread; calls block with an event loop of their own.
#pragma once

#include "app/core/base/lane.h"
#include "app/core/domain/case_draft.h"
#include "offline/platform/http_line.h"
#include "offline/platform/platform_access.h"
#include "offline/platform/trusted_clock.h"
#include "offline/sync/sync_store.h"
#include "tests/platform/platform_process.h"
#include "tests/unit/offline/store_world.h"

#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace tongban::bench {

struct Load
{
    int pages = 0;
    qint64 pageBytes = 0;
};

class GoodputPlace
{
public:
    GoodputPlace();
    ~GoodputPlace();
    [[nodiscard]] Result<void> open();

    // A case of so many pages that nothing compresses, durable at the terminal, not yet known to the city.
    [[nodiscard]] Result<domain::SubmittedCase> submit(const Load &load);
    [[nodiscard]] static QByteArray scanOf(int page, qint64 bytes); // what submit() sealed as page 0, 1, …

    // None: the city has every one of so many pages of its one case, with the digest that was announced.
    [[nodiscard]] std::optional<Error> missing(int pages);

    // Turns the event loop (the city's log must be read, or the city waits) until `reached`; false after five minutes.
    [[nodiscard]] static bool turnUntil(const std::function<bool()> &reached);

    tests::platform::PlatformProcess city;
    offline::sync::SyncStore store; // used on its lane
    SystemClock machine;
    offline::platform::TrustedClock clock{machine, offline::platform::buildDayUtc()};
    std::optional<offline::platform::PlatformAccess> access;
    QTemporaryDir directory;

private:
    [[nodiscard]] offline::store::OfflineOptions options() const
    {
        return testing::terminal(directory.filePath(QStringLiteral("state")));
    }

    offline::vault::PosixFileSystem m_disk;
    std::unique_ptr<Lane> m_lane;
    testing::StorePointer m_store; // lives on the lane
};

} // namespace tongban::bench
