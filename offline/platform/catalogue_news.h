// SPDX-License-Identifier: GPL-3.0-or-later
// A catalogue is believed as a whole or not at all: the city signs a manifest with the digest of every item. Here an
// answer of the contract becomes news whose manifest is the city's; whether the items make that manifest shows when
// they are put to those held (ports::Catalogue::adopt). Pure.
#pragma once

#include "app/core/base/result.h"
#include "app/core/ports/catalogue.h"
#include "offline/crypto/sm2.h"

#include <QJsonObject>

namespace tongban::offline::platform {

// Whole: {version, asOf, items, manifest, cursor}; Changes: {cursor, manifest, upserts, tombstones}. PlatformBadAnswer,
// saying which: not of the contract, the manifest not signed by the city or not in order, an item twice.
enum class CataloguePart { Whole, Changes };
[[nodiscard]] Result<ports::CatalogueNews> openCatalogue(const QJsonObject &answer, CataloguePart part,
                                                         const crypto::Sm2PublicKey &cityKey);

} // namespace tongban::offline::platform
