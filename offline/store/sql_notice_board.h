// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/notices.h"
#include "app/core/ports/vault.h"
#include "offline/store/database.h"

#include <optional>

namespace tongban::offline::store {

class SqlNoticeBoard final : public ports::NoticeBoard
{
public:
    SqlNoticeBoard(Database &database, ports::Vault &vault) : m_database(database), m_vault(vault) {}

    Result<bool> keep(const ports::Notice &notice) override;
    Result<std::vector<ports::Notice>> ofCase(const QUuid &caseId) override;
    // The newest letter to this person that wants something of them, or says no, and that nobody has opened or answered.
    [[nodiscard]] Result<std::optional<ports::UnreadLetter>> unreadOf(const QByteArray &holderDigest);

private:
    [[nodiscard]] Result<ports::Notice> noticeFrom(const Row &row, const QUuid &caseId) const;

    Database &m_database;
    ports::Vault &m_vault;
};

} // namespace tongban::offline::store
