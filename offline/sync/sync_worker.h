// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/city_platform.h"
#include "offline/sync/catalogue_pull.h"
#include "offline/sync/change_feed.h"
#include "offline/sync/command_pull.h"
#include "offline/sync/line_state.h"
#include "offline/sync/notice_pull.h"
#include "offline/sync/outbox_pump.h"
#include "offline/sync/roster_pull.h"
#include "offline/sync/sync_options.h"
#include "offline/sync/sync_store.h"

#include <QObject>
#include <QSet>

#include <array>
#include <optional>

namespace tongban::offline::sync {

// One thing at a time (but for pages, of which a few travel at once), in this order: what the store could not yet write
// down; recovery of what was in flight; a question to a silent city; the change feed; the catalogue; the outbox;
// notices and commands, which go before an outbox that has been busy for a minute.
// Signal-driven: nothing blocks, nothing waits by itself. A timer outside calls tick() when dueIn() has passed.
// Everything on the sync thread.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    // store's parts, platform and clock outlive the worker.
    SyncWorker(SyncStore store, ports::CityPlatform &platform, const Clock &clock, SyncOptions options,
               QObject *parent = nullptr);

    void tick(); // does one thing that is due, if any and if nothing is under way
    void wake(); // something was put into the outbox

    // From now until tick() has something to do. None: something is under way, dueChanged() follows.
    [[nodiscard]] std::optional<std::chrono::milliseconds> dueIn() const;

Q_SIGNALS:
    void dueChanged(); // arm the timer by dueIn()
    void reachabilityChanged(bool reachable);
    void caseStatusChanged(const QUuid &caseId, tongban::domain::CaseStatus status, const QString &projectNumber);
    void catalogueChanged();
    void noticeArrived(const QUuid &caseId, const QUuid &noticeId);

private:
    using Ms = std::chrono::milliseconds;
    // Each begins one thing and ends in rest().
    void recover();
    void pullChanges();
    void changesPulled(const Result<QJsonObject> &answer);
    void changesRecorded(const Result<PulledChanges> &pulled);
    void pump();
    void pageLanded();
    void pumped(const PumpReport &report);
    void heard(const Settlement &settlement);
    [[nodiscard]] bool mayGoOn() const;

    void rest();                               // nothing under way: the next thing, or the timer
    void noteLine(const Result<void> &answer); // every answer of the platform passes here
    void storeTrouble(const Error &error);
    [[nodiscard]] PullHost pullHost();
    [[nodiscard]] Pull *duePull(Ms now) const; // null: none that is not behind the outbox
    [[nodiscard]] Ms nextMoment() const;       // when tick() would find something to do
    [[nodiscard]] QDateTime nowUtc() const;

    SyncStore m_store;
    ports::CityPlatform &m_platform;
    const Clock &m_clock;
    SyncOptions m_options;
    const QDateTime m_startUtc;
    const Ms m_start;
    OutboxPump m_pump;
    LineState m_line;
    CataloguePull m_catalogue;
    NoticePull m_notices;
    CommandPull m_commands;
    RosterPull m_roster;
    const std::array<Pull *, 4> m_pulls{&m_catalogue, &m_notices, &m_commands, &m_roster};

    bool m_underWay = false;
    bool m_recovered = false;
    bool m_woken = false; // since the box was last looked into
    int m_storeFailures = 0;
    QSet<QString> m_troubles; // details logged since the city last answered well
    QString m_cursor;

    // Moments, Clock::monotonic().
    Ms m_storeQuietUntil{0};
    Ms m_pollDue;
    std::optional<Ms> m_boxDue;
    Ms m_eagerUntil{0};
};

} // namespace tongban::offline::sync
