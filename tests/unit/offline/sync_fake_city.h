// SPDX-License-Identifier: GPL-3.0-or-later
// A city by script, only for tests of what sync does when: the real one is in tests/fault.
#pragma once

#include "app/core/base/log.h"
#include "app/core/ports/city_platform.h"

#include <QJsonArray>
#include <QList>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace tongban::tests {

// Answers what the script says; what it says nothing of succeeds with nothing new. Calls are noted by name.
class FakeCity final : public ports::CityPlatform
{
public:
    using Answer = Result<QJsonObject>;

    [[nodiscard]] qsizetype count(const QString &call) const { return calls.count(call); }

    QFuture<Result<std::optional<ports::CatalogueNews>>> fetchCatalogue(const QString &known) override
    {
        return answer(QStringLiteral("catalogue ") + known, catalogue, std::optional<ports::CatalogueNews>());
    }
    QFuture<Result<ports::CatalogueNews>> pullCatalogue(const QString &cursor) override
    {
        ports::CatalogueNews nothing;
        nothing.version = nothing.cursor = cursor;
        return answer(QStringLiteral("catalogue changes ") + cursor, catalogueChanges, nothing);
    }
    QFuture<Answer> pullNotices(const QString &cursor) override
    {
        const QJsonObject nothing{{QStringLiteral("cursor"), cursor.isEmpty() ? QStringLiteral("0") : cursor},
                                  {QStringLiteral("notices"), QJsonArray()}};
        return answer(QStringLiteral("notices ") + cursor, notices, nothing);
    }
    QFuture<Answer> fetchRoster(const QString &known) override
    {
        return answer(QStringLiteral("roster ") + known, rosters, QJsonObject());
    }
    QFuture<Result<ports::PulledCommands>> pullCommands(const QString &cursor) override
    {
        const ports::PulledCommands nothing{
            .cursor = cursor.isEmpty() ? QStringLiteral("0") : cursor, .commands = {}, .refused = {}};
        return answer(QStringLiteral("commands ") + cursor, commands, nothing);
    }
    QFuture<Answer> reportOutcome(const QUuid &command, const ports::CommandOutcome &outcome) override
    {
        outcomes.append({command, outcome});
        return answer(QStringLiteral("outcome"), outcomeAnswers,
                      QJsonObject{{QStringLiteral("status"), QStringLiteral("kept")}});
    }
    QFuture<Answer> pullChanges(const QString &cursor) override
    {
        const QJsonObject nothing{{QStringLiteral("cursor"), cursor.isEmpty() ? QStringLiteral("0") : cursor},
                                  {QStringLiteral("changes"), QJsonArray()}};
        return answer(QStringLiteral("changes ") + cursor, changes, nothing);
    }
    QFuture<Answer> createCase(const QUuid &, const QJsonObject &) override { return write(QStringLiteral("create")); }
    QFuture<Answer> uploadPage(const QUuid &, const QJsonObject &, const QByteArray &) override
    {
        return write(QStringLiteral("upload"));
    }
    QFuture<Answer> submitCase(const QUuid &, const QString &, const QJsonObject &) override
    {
        return write(QStringLiteral("submit"));
    }
    QFuture<Answer> sendPhoneCode(const QUuid &, const QJsonObject &) override { return write(QStringLiteral("code")); }
    QFuture<Answer> checkPhoneCode(const QUuid &, const QString &, const QJsonObject &) override
    {
        return write(QStringLiteral("check"));
    }
    QFuture<Answer> sendSupplement(const QUuid &, const QString &, const QJsonObject &) override
    {
        return write(QStringLiteral("supplement"));
    }
    QFuture<Answer> queryLicences(const QJsonObject &) override { return write(QStringLiteral("licences")); }
    QFuture<Answer> sendEvaluation(const QUuid &, const QJsonObject &) override
    {
        return write(QStringLiteral("evaluation"));
    }

    [[nodiscard]] std::chrono::milliseconds pauseAsked() const override { return pause; }

    std::chrono::milliseconds pause{0};
    std::deque<Answer> changes, writes, notices, outcomeAnswers, rosters;
    std::deque<Result<std::optional<ports::CatalogueNews>>> catalogue;
    std::deque<Result<ports::CatalogueNews>> catalogueChanges;
    std::deque<Result<ports::PulledCommands>> commands;
    QList<std::pair<QUuid, ports::CommandOutcome>> outcomes; // as they were told
    bool down = false;                                       // every call: PlatformUnreachable
    bool mute = false;                                       // no call is ever answered …
    bool muteUploads = false;                                // … or no upload …
    void answerUnanswered()                                  // … until now: all succeed
    {
        for (const auto &succeed : std::exchange(m_unanswered, {}))
            succeed();
    }
    QStringList calls;

private:
    QFuture<Answer> write(const QString &call)
    {
        return answer(call, writes, QJsonObject{{QStringLiteral("status"), QStringLiteral("kept")}});
    }
    template <class T> QFuture<Result<T>> answer(const QString &call, std::deque<Result<T>> &script, const T &otherwise)
    {
        calls.append(call);
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        if (mute || (muteUploads && call == QLatin1String("upload"))) {
            m_unanswered.append([promise, otherwise] {
                promise->addResult(otherwise);
                promise->finish();
            });
            return promise->future();
        }
        if (down) {
            promise->addResult(
                fail(ErrorKind::PlatformUnreachable, QStringLiteral("fake"), QStringLiteral("line down")));
        } else if (script.empty()) {
            promise->addResult(otherwise);
        } else {
            promise->addResult(std::move(script.front()));
            script.pop_front();
        }
        promise->finish();
        return promise->future();
    }
    QList<std::function<void()>> m_unanswered;
};

} // namespace tongban::tests
