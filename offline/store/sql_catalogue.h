// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/clock.h"
#include "app/core/ports/catalogue.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// The catalogue as published. Public knowledge: not sealed. The digests kept beside it guard against a failing disk;
// who writes to the disk on purpose could change the program as well.
class SqlCatalogue final : public ports::Catalogue
{
public:
    SqlCatalogue(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    Result<ports::CatalogueSnapshot> current() override;
    Result<ports::HeldCatalogue> held() override;
    Result<void> adopt(const ports::CatalogueNews &news) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace tongban::offline::store
