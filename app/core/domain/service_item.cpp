// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/service_item.h"

#include <algorithm>

namespace tongban::domain {

const FormField *ServiceItem::field(const QString &key) const
{
    const auto it = std::find_if(fields.begin(), fields.end(), [&](const FormField &f) { return f.key == key; });
    return it == fields.end() ? nullptr : &*it;
}

const MaterialSpec *ServiceItem::material(const QString &key) const
{
    const auto it = std::find_if(materials.begin(), materials.end(), [&](const MaterialSpec &m) { return m.key == key; });
    return it == materials.end() ? nullptr : &*it;
}

} // namespace tongban::domain
