// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/device_log.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// One row a device. What a call adds is added whole or not at all; a time that is not given leaves the one that is there.
// A kind of failure that a later program wrote and this one does not know reads as none.
class SqlDeviceLog final : public ports::DeviceLog
{
public:
    explicit SqlDeviceLog(Database &database) : m_database(database) {}

    Result<void> add(const std::vector<ports::DeviceCounters> &since) override;
    Result<std::vector<ports::DeviceCounters>> all() override; // by descriptor id

private:
    Database &m_database;
};

} // namespace tongban::offline::store
