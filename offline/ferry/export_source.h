// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/outbox_desk.h"
#include "app/core/ports/vault.h"

namespace tongban::offline::ferry {

// Where an export takes its cases from. One question at a time, so that the store's Lane serves the hall in between.
// Errors: as the ports behind it.
class ExportSource
{
public:
    virtual ~ExportSource() = default;
    virtual Result<std::vector<QUuid>> openCases() = 0; // those with anything that is not done, oldest first
    virtual Result<std::vector<ports::OutboxEntry>> entriesOf(const QUuid &caseId) = 0; // in the order of need
    virtual Result<QString> platformCaseId(const QUuid &caseId) = 0;                    // empty: the city has not said
    virtual Result<QByteArray> page(const QUuid &caseId, const QUuid &blob) = 0;
};

// Straight from the ports, on their Lane. All outlive it.
class StoreSource final : public ExportSource
{
public:
    StoreSource(ports::OutboxDesk &desk, ports::Outbox &outbox, ports::Vault &vault)
        : m_desk(desk), m_outbox(outbox), m_vault(vault)
    {}
    Result<std::vector<QUuid>> openCases() override;
    Result<std::vector<ports::OutboxEntry>> entriesOf(const QUuid &caseId) override;
    Result<QString> platformCaseId(const QUuid &caseId) override;
    Result<QByteArray> page(const QUuid &caseId, const QUuid &blob) override;

private:
    ports::OutboxDesk &m_desk;
    ports::Outbox &m_outbox;
    ports::Vault &m_vault;
};

} // namespace tongban::offline::ferry
