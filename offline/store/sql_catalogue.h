// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/catalogue.h"
#include "offline/store/database.h"

namespace tongban::offline::store {

// The catalogue as published, one row. Public knowledge: not sealed.
class SqlCatalogue final : public ports::Catalogue
{
public:
    explicit SqlCatalogue(Database &database) : m_database(database) {}

    Result<ports::CatalogueSnapshot> current() override;
    Result<void> replace(const QJsonObject &snapshot) override;

private:
    Database &m_database;
};

} // namespace tongban::offline::store
