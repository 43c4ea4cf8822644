// SPDX-License-Identifier: GPL-3.0-or-later
// Moves that several steps share. Internal to app/flow/service.
#pragma once

#include "app/core/catalogue/material_resolver.h"
#include "app/core/domain/assisted_case.h"
#include "app/core/domain/case_parties.h"
#include "app/flow/service/service_flow.h"

#include <optional>

namespace tongban::flow {

// None: the step does not know the event, and nothing changes.
using Outcome = std::optional<Transition>;

// The state after a person did something here: what they were told of has been read.
[[nodiscard]] ServiceState afterPerson(const ServiceState &state);

[[nodiscard]] Transition moved(ServiceState state, Step step, std::vector<ServiceEffect> effects = {});
[[nodiscard]] Transition stayed(ServiceState state, std::vector<ServiceEffect> effects = {});
[[nodiscard]] Transition troubled(ServiceState state, ErrorKind kind, const QString &field = {});

// The one way out: everything of the person is forgotten, in memory here and by Wipe everywhere else.
[[nodiscard]] Transition ended(const QString &reason, std::vector<ServiceEffect> before = {});

// Back to the guide of the item; a draft that was saved stays sealed and is found again by its card.
[[nodiscard]] Transition backToGuide(const ServiceState &state, std::vector<ServiceEffect> effects = {});

// Where something is still missing: a person, a page of the form, a material, a signature; the review when nothing is.
[[nodiscard]] Transition atFirstOpenPlace(ServiceState state, std::vector<ServiceEffect> effects = {});
// An older draft of the holder goes on where something is missing, and is saved. What was promised until a day that has
// passed is promised no more, and signed anew.
[[nodiscard]] Transition continued(ServiceState state, domain::CaseDraft draft, const domain::IdCard &holder);
[[nodiscard]] bool isComplete(const domain::CaseDraft &draft, QDate today);

// The materials that the situations of the draft ask for, and how each comes. What the licence library might hold is
// deferred to the platform, unless it was asked (CaseDraft::library).
[[nodiscard]] std::vector<catalogue::MaterialLine> materialLines(const domain::CaseDraft &draft);
[[nodiscard]] bool asksMaterials(const domain::CaseDraft &draft);
[[nodiscard]] bool hasRequiredScans(const domain::CaseDraft &draft);

// The first page of the form, or the person who must lay down a card before.
[[nodiscard]] Transition atFirstFormPage(ServiceState state, std::vector<ServiceEffect> effects = {});
// Back from where the form begins.
[[nodiscard]] Transition beforeForm(const ServiceState &state, std::vector<ServiceEffect> effects = {});
// Their card is waited for. Precondition: `party` is who is missing.
[[nodiscard]] Transition askingParty(ServiceState state, std::vector<ServiceEffect> effects = {});

// What the situations are asked for follows once they are answered; at once where there are none.
[[nodiscard]] Transition situationsBegun(ServiceState state);

// At the guide of what was chosen: of a theme, of all of it.
[[nodiscard]] Transition atGuideOf(ServiceState state);

// The reader is asked for a card.
[[nodiscard]] Transition identifying(ServiceState state, std::vector<ServiceEffect> effects = {});
// A draft of this applicant, and the question what is unfinished of theirs; with a helper, that is on record.
// Precondition: the day is known.
[[nodiscard]] Transition draftMade(ServiceState state, domain::Standing standing, const QUuid &id,
                                   const QDateTime &nowUtc);
// What the store is asked of a person, and told of who helps them, in this order: nobody helps off the record.
[[nodiscard]] std::vector<ServiceEffect> askedOf(const domain::CaseDraft &draft);
// There is a draft now: what stood beside it until then is forgotten.
[[nodiscard]] ServiceState withDraftOnly(ServiceState state);

// To the next who signs; all have: to the review.
[[nodiscard]] Transition signedOn(ServiceState state, std::vector<ServiceEffect> effects);
// The sheet for the applicant's mark goes to the printer; none: there is no witness, or it is not the applicant who signs.
[[nodiscard]] std::optional<Transition> printingSheet(const ServiceState &state);
// The sheet is out, and to be scanned.
[[nodiscard]] Transition backToSheet(const ServiceState &state, std::vector<ServiceEffect> effects);

// The list of materials goes to the printer; every situation that is asked has its answer.
[[nodiscard]] Transition printingSlip(ServiceState state);

// Behind the materials: whoever has to sign does; the review where nobody has.
[[nodiscard]] Transition afterMaterials(ServiceState state, std::vector<ServiceEffect> effects = {});
// Back from the materials: the form, or where it began where there is none (补正).
[[nodiscard]] Transition beforeMaterials(const ServiceState &state);
// What is brought for a letter of the office, not an application.
[[nodiscard]] bool isSupplement(const ServiceState &state);

// The last page of the form that is asked.
[[nodiscard]] ServiceState atLastFormPage(ServiceState state);

// The scanner is asked for a material, or for the sheet with the mark. Precondition: `key` names one.
[[nodiscard]] Transition scanning(const ServiceState &state, const QString &key);

// What the person said of the service; none: nothing, yet.
[[nodiscard]] std::vector<ServiceEffect> ratingsOf(const ServiceState &state);

[[nodiscard]] SaveDraft savePoint(const ServiceState &state); // precondition: there is a draft

} // namespace tongban::flow
