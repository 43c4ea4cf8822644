// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flow/service/guide_light.h"

#include "app/flow/service/steps/moves.h"

namespace tongban::flow {

namespace {

using domain::DeviceClass;

std::optional<DeviceClass> lit(DeviceClass device, bool isOn)
{
    return isOn ? std::optional(device) : std::nullopt;
}

bool comesOut(PrintPhase phase)
{
    switch (phase) {
    case PrintPhase::Printing:
    case PrintPhase::Asking: // 出来了吗: the light shows where to look
    case PrintPhase::Confirmed:
        return true;
    case PrintPhase::None:
    case PrintPhase::Failed:
        return false;
    }
    Q_UNREACHABLE();
}

bool wantsPages(const ServiceState &state)
{
    return state.draft && !hasRequiredScans(*state.draft);
}

} // namespace

std::optional<DeviceClass> guideLightFor(const ServiceState &state)
{
    switch (state.step) {
    case Step::Identify:
        return lit(DeviceClass::IdCardReader, state.busy && !state.draft); // with a draft the card was read
    case Step::HelperCard:
    case Step::Party:
        return lit(DeviceClass::IdCardReader, state.busy);
    case Step::Away:
        return lit(DeviceClass::IdCardReader, state.busy && !state.returned);
    case Step::Materials:
        return lit(DeviceClass::DocumentScanner, wantsPages(state));
    case Step::Capture:
        return lit(DeviceClass::DocumentScanner, state.busy);
    case Step::MarkSheet:
    case Step::Receipt:
    case Step::Slip:
        return lit(DeviceClass::ReceiptPrinter, comesOut(state.print));
    case Step::Attract:
    case Step::Home:
    case Step::Guide:
    case Step::Parts:
    case Step::Situation:
    case Step::Helping:
    case Step::Naming:
    case Step::Resume:
    case Step::NotEligible:
    case Step::Form:
    case Step::PhoneCode:
    case Step::PageReview:
    case Step::Missing:
    case Step::Signature:
    case Step::Review:
    case Step::Submitting:
    case Step::Rating:
    case Step::Kept:
    case Step::Farewell:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace tongban::flow
