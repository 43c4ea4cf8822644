// SPDX-License-Identifier: GPL-3.0-or-later
// What the city says, kept in memory: catalogue, notices, commands. Only for tests of what sync does when.
#pragma once

#include "app/core/ports/catalogue.h"
#include "app/core/ports/city_commands.h"
#include "app/core/ports/notices.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <utility>

namespace tongban::tests {

class FakeCatalogue final : public ports::Catalogue
{
public:
    Result<ports::CatalogueSnapshot> current() override
    {
        if (version.isEmpty())
            return fail(ErrorKind::NotFound, QStringLiteral("fake"));
        return ports::CatalogueSnapshot{.version = version, .asOf = {}, .items = {}};
    }
    Result<ports::HeldCatalogue> held() override
    {
        if (version.isEmpty())
            return fail(ErrorKind::NotFound, QStringLiteral("fake"));
        return ports::HeldCatalogue{.version = version, .cursor = cursor};
    }
    Result<void> adopt(const ports::CatalogueNews &news) override
    {
        if (next)
            return fail(*std::exchange(next, std::nullopt), QStringLiteral("fake"));
        version = news.version;
        cursor = news.cursor;
        return {};
    }
    QString version;
    QString cursor;
    std::optional<ErrorKind> next; // how the next adoption ends
};

class FakeNotices final : public ports::NoticeBoard
{
public:
    Result<bool> keep(const ports::Notice &notice) override
    {
        if (full)
            return fail(ErrorKind::StoreFull, QStringLiteral("fake"));
        if (unknown.contains(notice.caseId))
            return fail(ErrorKind::NotFound, QStringLiteral("fake"));
        if (std::any_of(kept.begin(), kept.end(), [&](const ports::Notice &one) { return one.id == notice.id; }))
            return false;
        kept.append(notice);
        return true;
    }
    Result<std::vector<ports::Notice>> ofCase(const QUuid &) override { return std::vector<ports::Notice>(); }

    QList<ports::Notice> kept;
    QList<QUuid> unknown; // cases
    bool full = false;
};

class FakeCommands final : public ports::CommandLog
{
public:
    struct Row
    {
        ports::OpenCommand open;
        bool reported = false;
    };
    Result<void> take(const ports::PulledCommands &pulled) override
    {
        for (const ports::CityCommand &command : pulled.commands)
            add({.command = command, .outcome = {}});
        for (const ports::RefusedCommand &refused : pulled.refused)
            add({.command = {.id = refused.id, .kind = {}, .text = {}, .expiresAt = {}},
                 .outcome =
                     ports::CommandOutcome{.kind = ports::CommandOutcome::Kind::Refused, .detail = refused.reason}});
        return {};
    }
    Result<std::optional<ports::OpenCommand>> next() override
    {
        for (const Row &row : rows) {
            if (!row.reported)
                return std::optional(row.open);
        }
        return std::optional<ports::OpenCommand>();
    }
    Result<void> settle(const QUuid &id, const ports::CommandOutcome &outcome) override
    {
        if (failWrites > 0 && failWrites--)
            return fail(ErrorKind::StoreFull, QStringLiteral("fake"));
        row(id).open.outcome = outcome;
        return {};
    }
    Result<void> reported(const QUuid &id) override
    {
        row(id).reported = true;
        return {};
    }
    Result<ports::StandingOrders> standing(const QDateTime &) override { return ports::StandingOrders(); }

    [[nodiscard]] Row &row(const QUuid &id)
    {
        return *std::find_if(rows.begin(), rows.end(), [&](const Row &one) { return one.open.command.id == id; });
    }
    QList<Row> rows;
    int failWrites = 0;

private:
    void add(const ports::OpenCommand &open)
    {
        if (std::none_of(rows.begin(), rows.end(),
                         [&](const Row &one) { return one.open.command.id == open.command.id; }))
            rows.append({.open = open});
    }
};

} // namespace tongban::tests
