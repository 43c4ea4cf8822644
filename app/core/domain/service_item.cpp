// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/service_item.h"

#include <algorithm>

namespace tongban::domain {

namespace {

template <class T> const T *withKey(const std::vector<T> &list, const QString &key)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const T &one) { return one.key == key; });
    return it == list.end() ? nullptr : &*it;
}

} // namespace

bool MaterialSpec::comesBy(MaterialOrigin origin) const
{
    return std::find(origins.begin(), origins.end(), origin) != origins.end();
}

bool Party::comesBy(Presence way) const
{
    return std::find(presence.begin(), presence.end(), way) != presence.end();
}

const FormField *ServiceItem::field(const QString &key) const
{
    if (const FormField *field = withKey(fields, key))
        return field;
    const auto it =
        std::find_if(situations.begin(), situations.end(), [&](const Situation &s) { return s.field.key == key; });
    return it == situations.end() ? nullptr : &it->field;
}

const MaterialSpec *ServiceItem::material(const QString &key) const
{
    return withKey(materials, key);
}

const Party *ServiceItem::party(const QString &key) const
{
    return withKey(parties, key);
}

} // namespace tongban::domain
