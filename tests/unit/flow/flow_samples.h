// SPDX-License-Identifier: GPL-3.0-or-later
// One sound state (at least) of every step, one event (at least) of every kind, and what must hold of every state.
#pragma once

#include "app/flow/service/service_flow.h"

namespace tongban::tests {

struct NamedState
{
    QByteArray name;
    flow::ServiceState state;
};
struct NamedEvent
{
    QByteArray name;
    flow::ServiceEvent event;
};

[[nodiscard]] domain::ServiceItem allowanceItem(); // 高龄津贴, from 80 years on
// The same, asking first for whom (self, other) and then how close the other is (child, neighbour); the household
// register is asked for only of who comes for themselves.
[[nodiscard]] domain::ServiceItem situatedItem();
[[nodiscard]] domain::ServiceItem itemForThree(); // 高龄津贴 for which two others have to be there
[[nodiscard]] domain::ServiceItem jobTheme();     // 找工作一件事: two items, no situations
[[nodiscard]] QStringList jobParts();             // their codes
[[nodiscard]] domain::IdCard oldCard();   // 82 on the day of the samples
[[nodiscard]] domain::IdCard youngCard(); // 30
[[nodiscard]] domain::IdCard expiredCard();
[[nodiscard]] domain::IdCard helperCard(); // of neither
[[nodiscard]] domain::SealedPage somePage();
[[nodiscard]] domain::CaseDraft freshDraft(); // card read, nothing answered
[[nodiscard]] domain::CaseDraft fullDraft();  // ready to be submitted
// fullDraft() with helperCard() beside; without a signature.
[[nodiscard]] domain::CaseDraft helpedDraft(domain::Assurance assurance, domain::HelperRole role);
[[nodiscard]] domain::SubmittedCase submittedCase();
[[nodiscard]] std::vector<domain::SubmittedCase> casesTogether(); // two; the first is submittedCase()
[[nodiscard]] flow::CardWasRead cardRead(const domain::IdCard &card);

[[nodiscard]] flow::ServiceState libraryState(flow::LibraryAsking asking); // at Materials: 医保零星报销, whose invoice may be in the library
[[nodiscard]] std::vector<NamedState> questionStates(); // those of situatedItem, before the card
[[nodiscard]] std::vector<NamedState> partsStates();    // those of jobTheme, before the card
[[nodiscard]] flow::ServiceState phoneState(); // at Form, on the page of the telephone, a whole number in it
[[nodiscard]] std::vector<NamedState> phoneStates(); // a code on its way, there, wrong, gone; no answer
[[nodiscard]] std::vector<NamedEvent> phoneEvents();
[[nodiscard]] std::vector<NamedState> leaveStates();    // 没带, 没来, 我去找材料, 改天再来, and where others sign
[[nodiscard]] std::vector<NamedState> helperStates();   // 帮办代办
[[nodiscard]] domain::CaseDraft supplementDraft(); // two things to bring, nothing in yet
[[nodiscard]] domain::CaseDraft correctionDraft(); // besides, an answer to correct
[[nodiscard]] std::vector<NamedState> supplementStates();
[[nodiscard]] std::vector<NamedState> everyState();
[[nodiscard]] std::vector<NamedEvent> everyEvent();

// What is wrong with a state; empty when nothing is.
[[nodiscard]] QString unsoundHelp(const flow::ServiceState &state); // part of it: helper_samples.cpp
[[nodiscard]] QString unsoundness(const flow::ServiceState &state);
// Equal states have equal prints. Holds personal data of the samples only.
[[nodiscard]] QByteArray printOf(const flow::ServiceState &state);

template <class Effect> [[nodiscard]] const Effect *effectOf(const flow::Transition &transition)
{
    for (const flow::ServiceEffect &effect : transition.effects) {
        if (const auto *found = std::get_if<Effect>(&effect))
            return found;
    }
    return nullptr;
}

} // namespace tongban::tests
