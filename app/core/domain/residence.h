// SPDX-License-Identifier: GPL-3.0-or-later
// What the address on a card says about where its holder lives, as seen from this hall. The card tells it as free text
// and without a code; the number's first six digits name the place of the first registration and prove nothing.
#pragma once

#include <QString>

namespace tongban::domain {

class RegionTree;

enum class Residence {
    Unclear,   // cannot be told from the text: nobody is advised, the office looks
    Local,     // within the hall's township; or within its county, and no other township of it is named
    Elsewhere, // another province, prefecture, county or township is named
};

// Conservative: what is not said for certain is Unclear. site: the hall's code (SiteProfile::siteCode). Any thread.
[[nodiscard]] Residence residenceOf(const QString &address, const RegionTree &regions, const QString &site);

} // namespace tongban::domain
