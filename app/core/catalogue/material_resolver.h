// SPDX-License-Identifier: GPL-3.0-or-later
// What must be brought: required by the situation − held by the licence library − on the shared-proof list − already
// given in this session; each line with its reason, in words for the screen and for the printed one-time notice
// (一次性告知). Pure functions; no person's data goes in but the answers to the situations.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/form_engine.h"

#include <QSet>

namespace tongban::catalogue {

// Offline nobody can ask the library: what it might hold is deferred, never shown as found.
struct LibraryState
{
    bool isKnown = false;
    QSet<QString> held = {}; // licences of this applicant, by the names of MaterialSpec::licence
};

enum class MaterialWay {
    FromLibrary, // the library holds it: nothing is brought
    Deferred,    // the library is asked later, with consent: nothing is brought, scanning is welcome
    Shared,      // departments share it: nothing is brought
    Given,       // its pages are in already
    Commitment,  // a signed sentence is enough; scanning is welcome when the item takes it
    Scan,        // scanned here
    Camera,      // photographed here
    Later,       // 容缺: follows after submission; scanning is welcome
    Paper,       // the original goes to the window
};

struct MaterialLine
{
    QString key;
    QString name;
    MaterialWay way = MaterialWay::Scan;
    bool isOptional = false; // it can be left out altogether
    bool mayScan = false;    // its pages can be scanned here
    bool isBrought = false;  // the person must bring something, today or later
    bool mayFollow = false;  // 容缺: Later as soon as the person promises it
    QDate until = {};        // Later: the last day, as promised; invalid: nobody has promised yet
    QString reason;          // a sentence, shown and printed
};

// The materials that the situations ask for, in the order of the item. `given`: keys whose pages are in.
[[nodiscard]] std::vector<MaterialLine> resolveMaterials(const domain::ServiceItem &item,
                                                         const domain::Answers &situations, const LibraryState &library,
                                                         const QSet<QString> &given = {});
// The same for an application under way: what has pages is given, and what may follow is Later only where the person
// has promised it. What the library said while the person was here stands in the draft; `library` is for who asks
// beside it.
[[nodiscard]] std::vector<MaterialLine> resolveMaterials(const domain::CaseDraft &draft,
                                                         const LibraryState &library = {});

// What the library can be asked of for this application: the licences of what is deferred, each once; none when it was
// asked, or holds nothing that is wanted.
[[nodiscard]] QStringList licencesToAsk(const domain::CaseDraft &draft);

// Whether the person can go on: everything that must be scanned or photographed here is in.
[[nodiscard]] bool isComplete(const std::vector<MaterialLine> &lines);

// What the signature stands under: the item's consent, then each commitment, the consent to ask the library later, and
// the promise to bring what may follow.
[[nodiscard]] QString signedText(const domain::ServiceItem &item, const std::vector<MaterialLine> &lines);

// Under which heading of a one-time notice a line stands: an optional paper is brought by who has it.
enum class NoticePart { Bring, MayBring, Spared };
[[nodiscard]] NoticePart partOf(const MaterialLine &line);

// The one-time notice, a line a paragraph: what to bring first, what may be brought, then what need not be and why.
[[nodiscard]] QStringList oneTimeNotice(const domain::ServiceItem &item, const std::vector<MaterialLine> &lines);

} // namespace tongban::catalogue
