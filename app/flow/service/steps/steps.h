// SPDX-License-Identifier: GPL-3.0-or-later
// One function a step. Internal to app/flow/service.
#pragma once

#include "app/flow/service/steps/moves.h"

namespace tongban::flow {

[[nodiscard]] Outcome atAttract(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atHome(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atGuide(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atParts(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atSituation(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atSlip(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atIdentify(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atHelping(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atHelperCard(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atNaming(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atResume(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atNotEligible(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atParty(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atForm(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atPhoneCode(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atMaterials(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atCapture(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atPageReview(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atMissing(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atSignature(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atMarkSheet(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atReview(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atSubmitting(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atReceipt(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atRating(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atAway(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atKept(const ServiceState &state, const ServiceEvent &event);
[[nodiscard]] Outcome atFarewell(const ServiceState &state, const ServiceEvent &event);

// Reads like a table: which events a step knows; every other event is none of its business.
template <class... Handlers> struct Knows : Handlers...
{
    using Handlers::operator()...;
    template <class Event> Outcome operator()(const Event &) const { return std::nullopt; }
};
template <class... Handlers> Knows(Handlers...) -> Knows<Handlers...>;

// The form's primary action: the next page, or what is still to be said on this one. Precondition: at Form.
[[nodiscard]] Transition formPageDone(const ServiceState &state);

// At Form: the city is asked to send a code to the number in the field; where one was sent already it is typed in.
[[nodiscard]] Outcome phoneCodeWanted(const ServiceState &state, const QString &field);
// At Form: what the city said to that.
[[nodiscard]] Outcome phoneCodeSent(const ServiceState &state, const PhoneCodeSent &sent);
[[nodiscard]] Outcome phoneTooSoon(const ServiceState &state, const PhoneTooSoon &answer);
[[nodiscard]] Outcome phoneSilent(const ServiceState &state);
[[nodiscard]] Outcome phoneWaitOver(const ServiceState &state);

// A trouble that is no save gone wrong needs no more than to be read; else the save is tried again.
[[nodiscard]] Transition savedAgain(const ServiceState &state);

} // namespace tongban::flow
