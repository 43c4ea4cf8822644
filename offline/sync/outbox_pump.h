// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offline/sync/delivery.h"
#include "offline/sync/sync_options.h"
#include "offline/sync/sync_store.h"

#include <QDateTime>
#include <QObject>

#include <deque>
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

// Takes entries from the outbox to the city and writes down what became of each. Pages go a few at a time, so that the
// line is full while a disk or a round trip is waited for; everything else goes alone, and they are claimed in the
// order of need. On the sync thread.
class OutboxPump : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const PumpReport &)>;

    // landed: the city has answered while no step was under way; a step is due.
    OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options, std::function<QDateTime()> nowUtc,
               std::function<void()> landed);

    // Until the next settlement, those still owed first. done is called once, later, unless this dies first.
    void step(Done done);

    // The city has an answer to an entry that the store has not written down yet.
    [[nodiscard]] bool owesSettlement() const { return !m_owed.empty(); }

private:
    struct Box
    {
        std::optional<ports::OutboxEntry> entry;
        std::optional<QDateTime> nextDue; // when there is no entry
    };
    [[nodiscard]] static Result<Box> look(const SyncStore &store, const QDateTime &nowUtc);
    [[nodiscard]] static Result<void> write(const SyncStore &store, const Settlement &settlement,
                                            const QDateTime &notBefore);
    [[nodiscard]] bool mayLaunch() const;
    void proceed();
    void lookIntoBox();
    void looked(const Result<Box> &box);
    void launch(const ports::OutboxEntry &entry);
    void settle();
    void finish(const PumpReport &report);

    SyncStore m_store;
    SyncOptions m_options;
    std::function<QDateTime()> m_nowUtc;
    std::function<void()> m_landed;
    Delivery m_delivery;

    Done m_waiting;           // of the step under way
    bool m_atStore = false;   // a look or a settlement is on the lane
    bool m_seenEmpty = false; // by this step: nothing more to launch
    int m_flights = 0;        // sent, not answered
    bool m_onlyPages = false; // what flies lets others fly beside it
    std::deque<Settlement> m_owed;
};

} // namespace tongban::offline::sync
