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
#include <vector>

namespace tongban::offline::sync {

struct Settlement // an entry and what the city said to it
{
    ports::OutboxEntry entry;
    Result<QJsonObject> outcome;
};
struct BoxEmpty
{
    std::optional<QDateTime> nextDue; // UTC
};
struct Settled // the store has what was owed
{};
struct PumpTrouble // the store failed; what could not be written down is kept and comes first next time
{
    Error error;
};
using PumpReport = std::variant<BoxEmpty, Settled, PumpTrouble>;

// What the pump asks of its owner, on the sync thread.
struct PumpOwner
{
    std::function<QDateTime()> nowUtc;
    std::function<void(const Settlement &)> heard; // the city has answered; the store does not know it yet
    // Whether more may be sent together with the writing down of what was said: nothing more urgent is due.
    std::function<bool()> mayGoOn;
    std::function<void()> landed; // the city has answered while no step was under way; a step is due
};

// Takes entries from the outbox to the city and writes down what became of each. Pages go a few at a time, so that the
// line is full while a disk or a round trip is waited for; everything else goes alone, and they are claimed in the
// order of need. What was said and what is sent next is written in one transaction: the disk is waited for once a turn.
// On the sync thread.
class OutboxPump : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const PumpReport &)>;

    OutboxPump(SyncStore store, ports::CityPlatform &platform, SyncOptions options, PumpOwner owner);

    // Until the next settlement, those still owed first. done is called once, later, unless this dies first.
    void step(Done done);

    // The city has an answer to an entry that the store has not written down yet.
    [[nodiscard]] bool owesSettlement() const { return !m_owed.empty(); }

private:
    struct Owed // a settlement, and when the entry is tried again should it have failed
    {
        Settlement settlement;
        QDateTime notBefore;
    };
    struct Turn // what is done on the store's lane in one go
    {
        std::vector<Owed> owed;
        int claims = 0; // at most
        bool looksAhead = false;
        QDateTime nowUtc;
    };
    struct Claimed
    {
        ports::OutboxEntry entry;
        Result<Delivery::Facts> facts;
    };
    struct Turned
    {
        std::vector<Claimed> claimed;
        std::optional<QDateTime> nextDue; // looked for when nothing was claimed
    };
    [[nodiscard]] static Result<Turned> carryOut(const SyncStore &store, const Turn &turn);
    [[nodiscard]] static Result<void> writeDown(const SyncStore &store, const Owed &owed);
    [[nodiscard]] static Result<std::vector<ports::OutboxEntry>> claim(const SyncStore &store, const Turn &turn);
    [[nodiscard]] int freePlaces() const;
    void proceed();
    void begin(const Turn &turn);
    void turned(const Turn &turn, const Result<Turned> &done);
    void launch(const Claimed &claimed);
    void widenOrNarrow(const Result<QJsonObject> &outcome);
    void landed(const ports::OutboxEntry &entry, Result<QJsonObject> outcome);
    void finish(const PumpReport &report);

    SyncStore m_store;
    SyncOptions m_options;
    PumpOwner m_owner;
    Delivery m_delivery;

    Done m_waiting;           // of the step under way
    bool m_atStore = false;   // a turn is on the lane
    int m_width = 1;          // pages at once: one more for each that arrived, one alone after a cut
    bool m_seenEmpty = false; // by this step: nothing more to launch
    int m_flights = 0;        // sent, not answered
    bool m_onlyPages = false; // what flies lets others fly beside it
    std::deque<Owed> m_owed;
};

} // namespace tongban::offline::sync
