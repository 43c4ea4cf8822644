// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces that queue_work.cpp is put together from. Private to this room.
#pragma once

#include "app/main/queue/queue_work.h"
#include "offline/ferry/case_export.h"

#include <QJsonArray>

namespace tongban::app {

[[nodiscard]] QJsonArray toJson(const std::vector<ports::OutboxLine> &lines);
[[nodiscard]] QJsonObject maskedCase(const domain::SubmittedCase &submitted);
// With "ok", and with "error" and "words" when it failed.
[[nodiscard]] QJsonObject answerOf(const Result<QJsonObject> &answer, const QString &verb);

// Into the audit trail, as what staff did. What was done stands when the trail cannot be written; the log says so.
void noteDone(const OnStore &onStore, const QString &verb, const QString &subject, const QString &detail);

// Misconfigured: the terminal has no keys, or a file is not one.
[[nodiscard]] Result<offline::ferry::FerryKeys> ferryKeys(const QueueSettings &settings, ports::FileSystem &files);

// The ferry's questions, each on the store's thread.
class QueueSource final : public offline::ferry::ExportSource
{
public:
    explicit QueueSource(OnStore onStore) : m_onStore(std::move(onStore)) {}
    Result<std::vector<QUuid>> openCases() override;
    Result<std::vector<ports::OutboxEntry>> entriesOf(const QUuid &caseId) override;
    Result<QString> platformCaseId(const QUuid &caseId) override;
    Result<QByteArray> page(const QUuid &caseId, const QUuid &blob) override;

private:
    OnStore m_onStore;
};

} // namespace tongban::app
