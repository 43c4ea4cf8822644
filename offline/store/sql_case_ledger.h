// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/case_ledger.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"
#include "offline/store/sync_state.h"

namespace tongban::offline::store {

class SqlCaseLedger final : public ports::CaseLedger
{
public:
    // All outlive the ledger.
    SqlCaseLedger(Database &database, ports::Vault &vault, ports::NoticeBoard &notices, SyncState &syncState)
        : m_database(database), m_vault(vault), m_notices(notices), m_syncState(syncState)
    {}

    Result<ports::Followed> ofHolder(const domain::IdCard &holder) override;
    Result<ports::Followed> ofReceipt(const domain::ReceiptFacts &facts) override;
    Result<void> letterRead(const QUuid &notice, const QDateTime &nowUtc) override;

private:
    [[nodiscard]] Result<ports::Followed> followedOf(const Rows &rows);
    [[nodiscard]] Result<ports::FollowedCase> followed(const Row &row);
    [[nodiscard]] Result<void> addContent(ports::FollowedCase &followed);
    [[nodiscard]] Result<void> addWay(ports::FollowedCase &followed);

    Database &m_database;
    ports::Vault &m_vault;
    ports::NoticeBoard &m_notices;
    SyncState &m_syncState;
};

} // namespace tongban::offline::store
