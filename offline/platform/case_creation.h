// SPDX-License-Identifier: GPL-3.0-or-later
// A case is created once, although the city has two addresses that may hold the same data late: where a creation was
// sent is remembered before its first byte leaves. Was it another address, and nobody knows what became of it, this one
// is asked for the key first; only its "not known here", from an address that knows all that the other one had handled
// by then (X-Data-As-Of), leads to a creation here.
#pragma once

#include "offline/platform/platform_session.h"
#include "offline/platform/upload_memory.h"

#include <QJsonObject>
#include <QObject>
#include <QUuid>

namespace tongban::offline::platform {

// Lives for one attempt and deletes itself after `done`, or with its parent (then `done` is never called).
class CaseCreation final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QJsonObject>)>;

    // All but the body outlive it. handlingGrace: PlatformOptions.
    CaseCreation(PlatformSession &session, UploadMemory &memory, const Clock &clock,
                 std::chrono::milliseconds handlingGrace, QObject *parent)
        : QObject(parent), m_session(session), m_memory(memory), m_clock(clock), m_handlingGrace(handlingGrace)
    {}
    // PlatformBusy: sent to the other address, and this one may not have heard of it yet.
    void start(const QUuid &key, const QJsonObject &body, Done done);

private:
    void recalled(const QString &sentTo);
    void askForKey(const QDateTime &triedElsewhere);
    void keyAnswered(const HttpAnswer &answer, const QDateTime &triedElsewhere);
    // That an attempt was on its way here just now.
    [[nodiscard]] QFuture<Result<void>> rememberAttempt();
    void rememberAndCreate();
    void create();
    void created(const Result<HttpAnswer> &answer);
    void settle(Result<QJsonObject> outcome); // forgets where it was sent
    void end(Result<QJsonObject> outcome);

    PlatformSession &m_session;
    UploadMemory &m_memory;
    const Clock &m_clock;
    std::chrono::milliseconds m_handlingGrace;
    QUuid m_key;
    QJsonObject m_body;
    Done m_done;
};

} // namespace tongban::offline::platform
