// SPDX-License-Identifier: GPL-3.0-or-later
// A store in memory, only for tests of what sync does when: the real one is in tests/fault.
#pragma once

#include "offline/sync/sync_store.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace tongban::tests {

struct BoxRow
{
    enum class State { Pending, InFlight, Done, Parked, Conflict };
    ports::OutboxEntry entry;
    State state = State::Pending;
    QDateTime notBefore;
    QString error; // kind of the last one
};

// Hands out in order of entry; needs are not modelled.
class FakeOutbox final : public ports::Outbox
{
public:
    QUuid put(ports::OutboxKind kind = ports::OutboxKind::SendEvaluation)
    {
        BoxRow row;
        row.entry = {
            .id = QUuid::createUuid(), .kind = kind, .caseId = QUuid::createUuid(), .payload = {}, .attempts = 0};
        rows.append(row);
        return row.entry.id;
    }
    [[nodiscard]] const BoxRow &row(const QUuid &id) const { return *find(id); }
    [[nodiscard]] int count(BoxRow::State state) const
    {
        return static_cast<int>(
            std::count_if(rows.begin(), rows.end(), [&](const BoxRow &r) { return r.state == state; }));
    }

    Result<std::optional<ports::OutboxEntry>> claim(const QDateTime &nowUtc) override
    {
        ++claims;
        for (BoxRow &row : rows) {
            if (row.state != BoxRow::State::Pending || (row.notBefore.isValid() && row.notBefore > nowUtc))
                continue;
            row.state = BoxRow::State::InFlight;
            ++row.entry.attempts;
            return std::optional(row.entry);
        }
        return std::optional<ports::OutboxEntry>();
    }
    Result<void> complete(const QUuid &id, const QJsonObject &) override { return write(id, BoxRow::State::Done, {}); }
    Result<void> park(const QUuid &id, const Error &error) override
    {
        return write(id, BoxRow::State::Parked, QLatin1String(nameOf(error.kind)));
    }
    Result<void> conflict(const QUuid &id, const Error &error) override
    {
        return write(id, BoxRow::State::Conflict, QLatin1String(nameOf(error.kind)));
    }
    Result<void> retry(const QUuid &id, const Error &error, const QDateTime &notBefore) override
    {
        const auto written = write(id, BoxRow::State::Pending, QLatin1String(nameOf(error.kind)));
        if (written)
            find(id)->notBefore = notBefore;
        return written;
    }
    Result<QJsonObject> answerOf(const QUuid &, ports::OutboxKind) override
    {
        if (!answer)
            return fail(ErrorKind::NotFound, QStringLiteral("fake"));
        return *answer;
    }
    Result<int> recoverInFlight() override
    {
        for (BoxRow &row : rows) {
            if (row.state == BoxRow::State::InFlight)
                row.state = BoxRow::State::Pending;
        }
        return ++recoveries;
    }
    Result<std::optional<QDateTime>> nextDue() override
    {
        std::optional<QDateTime> due;
        for (const BoxRow &row : rows) {
            if (row.state == BoxRow::State::Pending && (!due || row.notBefore < *due))
                due = row.notBefore;
        }
        return due;
    }

    QList<BoxRow> rows;
    int claims = 0;
    int recoveries = 0;
    std::optional<QJsonObject> answer; // of every case's creation
    int failWrites = 0;                // so many of the next settlements find the disk full

private:
    [[nodiscard]] QList<BoxRow>::iterator find(const QUuid &id)
    {
        return std::find_if(rows.begin(), rows.end(), [&](const BoxRow &r) { return r.entry.id == id; });
    }
    [[nodiscard]] QList<BoxRow>::const_iterator find(const QUuid &id) const
    {
        return std::find_if(rows.begin(), rows.end(), [&](const BoxRow &r) { return r.entry.id == id; });
    }
    Result<void> write(const QUuid &id, BoxRow::State state, const QString &error)
    {
        if (failWrites > 0 && failWrites--)
            return fail(ErrorKind::StoreFull, QStringLiteral("fake"));
        find(id)->state = state;
        find(id)->error = error;
        return {};
    }
};

class FakeCases final : public ports::CaseStore
{
public:
    Result<void> recordStatus(const QUuid &id, domain::CaseStatus status, const QString &number,
                              const QDateTime &sinceUtc) override
    {
        if (full)
            return fail(ErrorKind::StoreFull, QStringLiteral("fake"));
        if (unknown.contains(id))
            return fail(ErrorKind::NotFound, QStringLiteral("fake"));
        statuses.append({id, status});
        since.append(sinceUtc);
        numbers.insert(id, number);
        return {};
    }
    Result<QHash<QString, int>> countsSince(const QDateTime &) override { return none(); }
    Result<void> saveDraft(const domain::CaseDraft &) override { return none(); }
    Result<ports::Unfinished> findUnfinished(const domain::IdCard &) override { return none(); }
    Result<void> discardDraft(const QUuid &) override { return none(); }
    Result<domain::SubmittedCase> submit(const domain::CaseDraft &) override { return none(); }
    Result<std::vector<domain::SubmittedCase>> submitAll(const domain::CaseDraft &) override { return none(); }
    Result<domain::SubmittedCase> findCase(const QUuid &) override { return none(); }
    Result<domain::CaseDraft> beginSupplement(const domain::IdCard &, const QUuid &, const QUuid &, const QUuid &) override
    {
        return none();
    }
    Result<void> saveEvaluation(const domain::Evaluation &) override { return none(); }

    QList<std::pair<QUuid, domain::CaseStatus>> statuses;
    QList<QDateTime> since;
    QHash<QUuid, QString> numbers;
    QList<QUuid> unknown;
    bool full = false;

private:
    static tl::unexpected<Error> none() { return fail(ErrorKind::NotFound, QStringLiteral("fake")); }
};

class FakeVault final : public ports::Vault // every blob holds the same few bytes
{
public:
    Result<QByteArray> get(const QUuid &, const QUuid &) override { return QByteArrayLiteral("page"); }
    Result<ports::KeptFile> put(const QUuid &, const QByteArray &) override { return none(); }
    Result<void> erase(const QUuid &) override { return none(); }
    Result<QByteArray> seal(const QByteArray &, const QByteArray &) override { return none(); }
    Result<QByteArray> open(const QByteArray &, const QByteArray &) override { return none(); }
    Result<QByteArray> sealOwned(const QUuid &, const QByteArray &, const QByteArray &) override { return none(); }
    Result<QByteArray> openOwned(const QUuid &, const QByteArray &, const QByteArray &) override { return none(); }
    Result<QByteArray> sealForHolder(const QByteArray &, const QString &, const QByteArray &) override
    {
        return none();
    }
    Result<QByteArray> openForHolder(const QByteArray &, const QString &, const QByteArray &) override
    {
        return none();
    }
    [[nodiscard]] QByteArray keyedDigest(const QString &) const override { return {}; }

private:
    static tl::unexpected<Error> none() { return fail(ErrorKind::NotFound, QStringLiteral("fake")); }
};

} // namespace tongban::tests
