// SPDX-License-Identifier: GPL-3.0-or-later
// What every transport owes (transport.h), and what a wire must bring along to be held to it: a far end. A new transport
// adds a far end and a row in transport_contract_test.cpp.
#pragma once

#include "drivers/transport/transport.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

namespace tongban::tests {

class FarEnd
{
public:
    virtual ~FarEnd() = default;
    // One driver's side of this wire; the far end outlives it.
    [[nodiscard]] virtual std::unique_ptr<drivers::transport::Transport> makeTransport() = 0;

    virtual void send(const QByteArray &bytes) = 0;
    // Exactly `count` bytes that the driver wrote, or fewer when none came for two seconds.
    [[nodiscard]] virtual QByteArray receive(qsizetype count) = 0;

    virtual void unplug() = 0;
    virtual void replug() = 0;
    virtual void hang() {} // takes nothing any more
};

struct Wire
{
    const char *name;
    std::function<std::unique_ptr<FarEnd>()> make;
};

[[nodiscard]] const std::vector<Wire> &allWires();

} // namespace tongban::tests
