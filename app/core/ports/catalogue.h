// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/service_item.h"

#include <QDateTime>

#include <vector>

namespace tongban::ports {

struct CatalogueSnapshot
{
    QString version;
    QDateTime asOf; // UTC, when the platform made it
    std::vector<domain::ServiceItem> items;
};

class Catalogue // on the store's Lane
{
public:
    virtual ~Catalogue() = default;
    // The last good snapshot; NotFound before the first one. A bad item never replaces a good catalogue.
    virtual Result<CatalogueSnapshot> current() = 0;
    // As received from the platform: {version, asOf, items:[…]}. Misconfigured names the place of what is wrong.
    virtual Result<void> replace(const QJsonObject &snapshot) = 0;
};

} // namespace tongban::ports
