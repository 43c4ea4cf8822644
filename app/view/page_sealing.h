// SPDX-License-Identifier: GPL-3.0-or-later
// From what a scanner or a pen gave to what a draft names: sealed in the vault, with its digest. On the store's Lane.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/ports/document_scanner.h"
#include "app/core/ports/vault.h"

#include <QImage>

#include <vector>

namespace tongban::view {

struct SealedScan
{
    std::vector<domain::SealedPage> pages;
    QList<QImage> previews;
};

// Errors of Vault::put.
[[nodiscard]] Result<SealedScan> sealScan(ports::Vault &vault, const QUuid &owner,
                                          const std::vector<ports::ScannedPage> &pages);
[[nodiscard]] Result<domain::SealedPage> sealPicture(ports::Vault &vault, const QUuid &owner, const QByteArray &file,
                                                     QSize size);

} // namespace tongban::view
