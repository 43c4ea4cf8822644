// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed pages of one owner, sealed again for another. Private to this room.
#pragma once

#include "app/core/domain/case_draft.h"
#include "offline/vault/sealed_vault.h"

#include <optional>

namespace tongban::offline::store {

// Keys are per case, so that erasing one case leaves the others whole: what belongs to several is sealed for each.
class PageCopier
{
public:
    PageCopier(vault::SealedVault &vault, const QUuid &from, const QUuid &to) : m_vault(vault), m_from(from), m_to(to)
    {}

    void copyAll(domain::CaseDraft &content)
    {
        for (auto &pages : content.pages) {
            for (domain::SealedPage &page : pages)
                copy(page);
        }
        if (content.signature)
            copy(*content.signature);
        for (domain::PresentParty &party : content.parties) {
            if (party.signature)
                copy(*party.signature);
        }
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    void copy(domain::SealedPage &page)
    {
        copyBlob(page.blob);
        if (page.thumbnail)
            copyBlob(page.thumbnail->blob);
    }
    void copyBlob(QUuid &blob)
    {
        if (m_error)
            return;
        const auto plain = m_vault.get(m_from, blob);
        const auto put = plain ? m_vault.put(m_to, *plain) : Result<ports::KeptFile>(fail(plain.error()));
        if (put)
            blob = put->blob;
        else
            m_error = put.error().within(QStringLiteral("store.copy-pages"));
    }

    vault::SealedVault &m_vault;
    QUuid m_from;
    QUuid m_to;
    std::optional<Error> m_error;
};

} // namespace tongban::offline::store
