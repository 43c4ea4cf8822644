// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/delivery.h"
#include "offline/sync/sync_options.h"
#include "offline/sync/sync_store.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>
#include <variant>

namespace tongban::offline::sync {

struct BoxEmpty
{
    std::optional<QDateTime> nextDue; // UTC
};
struct Settlement // an entry and what became of it; the store has it
{
    ports::OutboxEntry entry;
    Result<QJsonObject> outcome;
};
struct PumpTrouble // the store failed; what could not be written down is kept and comes first next time
{
    Error error;
};
using PumpReport = std::variant<BoxEmpty, Settlement, PumpTrouble>;

// Takes one entry at a time from the outbox to the city and writes down what became of it. On the sync thread.
class OutboxPump : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const PumpReport &)>;

    OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options, std::function<QDateTime()> nowUtc);

    // One entry, or the settlement still owed. done is called once, later, unless this dies first.
    void step(Done done);

    // The city has an answer to an entry that the store has not written down yet.
    [[nodiscard]] bool owesSettlement() const { return m_owed.has_value(); }

private:
    struct Box
    {
        std::optional<ports::OutboxEntry> entry;
        std::optional<QDateTime> nextDue; // when there is no entry
    };
    [[nodiscard]] static Result<Box> look(const SyncStore &store, const QDateTime &nowUtc);
    [[nodiscard]] static Result<void> write(const SyncStore &store, const Settlement &settlement,
                                            const QDateTime &notBefore);
    void deliver(const ports::OutboxEntry &entry, Done done);
    void settle(Done done);

    SyncStore m_store;
    SyncOptions m_options;
    std::function<QDateTime()> m_nowUtc;
    Delivery m_delivery;
    std::optional<Settlement> m_owed;
};

} // namespace tongban::offline::sync
