// SPDX-License-Identifier: GPL-3.0-or-later
#include "offline/ferry/export_source.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace tongban::offline::ferry {

Result<std::vector<QUuid>> StoreSource::openCases()
{
    auto lines = m_desk.lines(std::nullopt, std::numeric_limits<int>::max()); // whatever is not done
    if (!lines)
        return fail(lines.error());
    std::vector<QUuid> cases;
    QSet<QUuid> seen;
    for (const ports::OutboxLine &line : *lines) {
        if (line.state != ports::OutboxState::Done && !seen.contains(line.caseId))
            cases.push_back(line.caseId);
        seen.insert(line.caseId);
    }
    return cases;
}

Result<std::vector<ports::OutboxEntry>> StoreSource::entriesOf(const QUuid &caseId)
{
    return m_desk.openEntriesOf(caseId);
}

Result<QString> StoreSource::platformCaseId(const QUuid &caseId)
{
    const auto answer = m_outbox.answerOf(caseId, ports::OutboxKind::CreateCase);
    if (failedWith(answer, ErrorKind::NotFound))
        return QString();
    return answer ? Result<QString>(answer->value(QStringLiteral("caseId")).toString()) : fail(answer.error());
}

Result<QByteArray> StoreSource::page(const QUuid &caseId, const QUuid &blob)
{
    return m_vault.get(caseId, blob);
}

} // namespace tongban::offline::ferry
