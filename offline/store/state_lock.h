// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QString>

#include <memory>

namespace tongban::offline::store {

// One process at a time keeps a state directory: the kiosk, or a tool while the kiosk is down. The kernel takes the
// lock away with the process that holds it, however that ends.
class StateLock
{
public:
    // The directory exists. StoreUnwritable: another one holds it, or the disk refuses the lock's file.
    [[nodiscard]] static Result<std::unique_ptr<StateLock>> take(const QString &stateDirectory);
    ~StateLock();
    StateLock(const StateLock &) = delete;
    StateLock &operator=(const StateLock &) = delete;

private:
    explicit StateLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace tongban::offline::store
