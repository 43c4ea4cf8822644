// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/catalogue.h"

namespace tongban::app {

// An author's items: *.json of a local folder, read anew at each call, unsigned and unpublished. Only for author mode
// (author_mode.h), which keeps what is done with them away from the city. A file that is wrong is left out and named in
// the log.
class FolderCatalogue final : public ports::Catalogue
{
public:
    explicit FolderCatalogue(QString directory) : m_directory(std::move(directory)) {}

    Result<ports::CatalogueSnapshot> current() override;           // NotFound: no such folder
    Result<ports::HeldCatalogue> held() override;                  // NotFound
    Result<void> adopt(const ports::CatalogueNews &news) override; // Misconfigured

private:
    QString m_directory;
};

} // namespace tongban::app
