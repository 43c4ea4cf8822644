// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/registry/supervised/supervised.h"

namespace tongban::drivers::registry {

class SupervisedIdCardReader final : public Supervised<ports::IdCardReader, &Devices::idCardReader>
{
public:
    using Supervised::Supervised;
    Result<domain::IdCard> read(Deadline deadline, std::stop_token stop) override
    {
        return supervise(deadline, [&](ports::IdCardReader &reader) { return reader.read(deadline, std::move(stop)); });
    }
};

class SupervisedSmartCardReader final : public Supervised<ports::SmartCardReader, &Devices::smartCardReader>
{
public:
    using Supervised::Supervised;
    Result<ports::SmartCard> read(Deadline deadline, std::stop_token stop) override
    {
        return supervise(deadline,
                         [&](ports::SmartCardReader &reader) { return reader.read(deadline, std::move(stop)); });
    }
};

class SupervisedCodeScanner final : public Supervised<ports::CodeScanner, &Devices::codeScanner>
{
public:
    using Supervised::Supervised;
    Result<domain::ScannedCode> next(Deadline deadline, std::stop_token stop) override
    {
        return supervise(deadline,
                         [&](ports::CodeScanner &scanner) { return scanner.next(deadline, std::move(stop)); });
    }
};

} // namespace tongban::drivers::registry
