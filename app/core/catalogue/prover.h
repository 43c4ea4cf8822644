// SPDX-License-Identifier: GPL-3.0-or-later
// Shows of an item that its one-time notice is complete and minimal: on every path of its situations each condition
// that applies has all that proves it, and nothing is asked that proves nothing. Pure; no path is walked that cannot
// matter: each condition is projected on the situations on which it and its proofs hang.
#pragma once

#include "app/core/catalogue/situation_paths.h"
#include "app/core/domain/service_item.h"

#include <vector>

namespace tongban::catalogue {

struct Finding
{
    enum class Kind {
        TooManyPaths, // more than mostPaths: nobody can look through them, and the item wants parting
        Gap,          // a condition applies and what proves it is not asked
        Superfluous,  // a material or party is asked and proves nothing
        NeverAsked,   // a situation, option or demand that no path reaches
    } kind;
    QString pointer;    // of the file (RFC 6901): the proof, the material, the party
    SituationPath path; // the first on which it shows, as far as it matters; empty where all are alike
    QString what;       // English, with the path in the words of the questions

    [[nodiscard]] bool operator==(const Finding &) const = default;
};

// Precondition: the item came out of itemFromJson. Empty: proven.
[[nodiscard]] std::vector<Finding> prove(const domain::ServiceItem &item);

} // namespace tongban::catalogue
