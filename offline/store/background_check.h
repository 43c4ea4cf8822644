// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/lane.h"
#include "app/core/ports/file_system.h"

#include <memory>

namespace tongban::offline::store {

// After an unclean stop the database is looked through on a thread and a connection of its own. What is found damaged
// is marked, and recovered at the next open. On the store's Lane.
class BackgroundCheck
{
public:
    // database: path. files outlives it.
    BackgroundCheck(ports::FileSystem &files, QString stateDirectory, QString database)
        : m_files(files), m_stateDirectory(std::move(stateDirectory)), m_database(std::move(database))
    {}

    void begin(bool lastStopWasClean); // after a clean stop it has ended at once
    bool end();                        // waits for the check; false: found damaged, or not looked through to the end
    [[nodiscard]] QFuture<Result<void>> verdict() const { return m_verdict; } // StoreCorrupt

private:
    ports::FileSystem &m_files;
    QString m_stateDirectory;
    QString m_database;
    QFuture<Result<void>> m_verdict;
    std::unique_ptr<Lane> m_lane; // only after an unclean stop
};

} // namespace tongban::offline::store
