// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace tongban::ports {

// What a device has done since it was first seen on this terminal.
struct DeviceCounters
{
    QString device{}; // descriptor id
    qint64 succeeded = 0;
    qint64 failed = 0;
    QDateTime lastSuccess{};              // UTC; invalid = never
    QDateTime lastFailure{};              // UTC; invalid = never
    std::optional<ErrorKind> lastFailureKind{};
};

class DeviceLog // on the store's Lane; durable when a call returns; errors as CaseStore
{
public:
    virtual ~DeviceLog() = default;
    // Adds to what is there: succeeded and failed are what happened since the last call.
    virtual Result<void> add(const std::vector<DeviceCounters> &since) = 0;
    virtual Result<std::vector<DeviceCounters>> all() = 0;
};

} // namespace tongban::ports
