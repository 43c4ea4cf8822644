// SPDX-License-Identifier: GPL-3.0-or-later
// What tongban-queue asks for, carried out: by the running kiosk behind its control door, or by the tool itself.
//
// Requests and answers are JSON objects. An answer has "ok"; false: "error" {kind, where, detail} and "words" (Chinese,
// for staff). Names and numbers of people are masked. By "do":
//   list {state?}        → entries [{entry, case, localNumber, kind, state, attempts, enqueuedAt, notBefore, reason,
//   detail}] show {case}          → case {id, localNumber, item, submittedAt, status, projectNumber, name, idNumber,
//   pages}, entries retry {entry | all}  → released park {entry, reason} export {directory}   → file, cases, requests,
//   bytes, words import {file}        → cases, answers, refused, unknown, words verify               → cases, pages,
//   entries, findings [text]
//   damage {seen?}       → damaged, … (queue_damage.h); seen: nothing more is said
//   receipt {code}       → genuine, … (queue_receipt.h)
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/file_system.h"
#include "offline/store/offline_store.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace tongban::app {

// Runs a piece of work on the store's thread and returns when it is done. Error: the store cannot be had.
using OnStore = std::function<Result<void>(const std::function<void(offline::store::OfflineStore &)> &work)>;

struct QueueSettings
{
    QString deviceId;
    QString siteCode;
    QString signKeyFile; // empty with cityKeyFile: no export, no import
    QString cityKeyFile;
};

class QueueWork
{
public:
    // files and clock outlive it.
    QueueWork(OnStore onStore, QueueSettings settings, ports::FileSystem &files, const Clock &clock)
        : m_onStore(std::move(onStore)), m_settings(std::move(settings)), m_files(files), m_clock(clock)
    {}

    // Any thread but the store's own; blocks. Long work asks the store piece by piece.
    [[nodiscard]] QJsonObject perform(const QJsonObject &request, std::stop_token stop = {}) const;

private:
    using Answer = Result<QJsonObject>;
    [[nodiscard]] Answer list(const QJsonObject &request) const;
    [[nodiscard]] Answer show(const QJsonObject &request) const;
    [[nodiscard]] Answer retry(const QJsonObject &request) const;
    [[nodiscard]] Answer park(const QJsonObject &request) const;
    [[nodiscard]] Answer exportTo(const QString &directory, const std::stop_token &stop) const;
    [[nodiscard]] Answer importFrom(const QString &file) const;
    [[nodiscard]] Answer verify(const std::stop_token &stop) const;

    OnStore m_onStore;
    QueueSettings m_settings;
    ports::FileSystem &m_files;
    const Clock &m_clock;
};

} // namespace tongban::app
