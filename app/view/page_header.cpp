// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/page_header.h"

#include "app/core/domain/masking.h"
#include "app/flow/service/out_of_service_words.h"
#include "app/flow/service/page_words.h"
#include "app/view/session_item.h"

namespace tongban::view {

QString nameOf(flow::Step step)
{
    switch (step) {
    case flow::Step::Attract:
        return QStringLiteral("Attract");
    case flow::Step::Home:
        return QStringLiteral("Home");
    case flow::Step::Guide:
        return QStringLiteral("Guide");
    case flow::Step::Parts:
        return QStringLiteral("Parts");
    case flow::Step::Situation:
        return QStringLiteral("Situation");
    case flow::Step::Slip:
        return QStringLiteral("Slip");
    case flow::Step::Identify:
        return QStringLiteral("Identify");
    case flow::Step::Helping:
        return QStringLiteral("Helping");
    case flow::Step::HelperCard:
        return QStringLiteral("HelperCard");
    case flow::Step::Naming:
        return QStringLiteral("Naming");
    case flow::Step::Resume:
        return QStringLiteral("Resume");
    case flow::Step::NotEligible:
        return QStringLiteral("NotEligible");
    case flow::Step::Party:
        return QStringLiteral("Party");
    case flow::Step::Form:
        return QStringLiteral("Form");
    case flow::Step::PhoneCode:
        return QStringLiteral("PhoneCode");
    case flow::Step::Materials:
        return QStringLiteral("Materials");
    case flow::Step::Capture:
        return QStringLiteral("Capture");
    case flow::Step::PageReview:
        return QStringLiteral("PageReview");
    case flow::Step::Missing:
        return QStringLiteral("Missing");
    case flow::Step::Away:
        return QStringLiteral("Away");
    case flow::Step::Kept:
        return QStringLiteral("Kept");
    case flow::Step::Signature:
        return QStringLiteral("Signature");
    case flow::Step::MarkSheet:
        return QStringLiteral("MarkSheet");
    case flow::Step::Review:
        return QStringLiteral("Review");
    case flow::Step::Submitting:
        return QStringLiteral("Submitting");
    case flow::Step::Receipt:
        return QStringLiteral("Receipt");
    case flow::Step::Rating:
        return QStringLiteral("Rating");
    case flow::Step::Farewell:
        return QStringLiteral("Farewell");
    }
    return {};
}

QStringList stepBarNames()
{
    return flow::stepBarWords();
}

PageHeader outOfServiceHeader(ErrorKind why)
{
    const flow::PageWords words = flow::outOfServiceWords(why);
    PageHeader header;
    header.title = words.title;
    header.subtitle = words.subtitle;
    header.spoken = words.spoken;
    return header;
}

PageHeader headerOf(const flow::ServiceState &state)
{
    const flow::PageWords words = flow::wordsFor(state);
    PageHeader header{.title = words.title,
                      .subtitle = words.subtitle,
                      .primaryText = words.primary,
                      .spoken = words.spoken,
                      .stepIndex = words.bar,
                      .canGoForward = flow::offersForward(state),
                      .canGoBack = flow::offersBackward(state),
                      .holderName = {},
                      .holderId = {},
                      .itemName = {}};
    const domain::ServiceItem *item = itemOf(state);
    header.itemName = item ? item->name : QString();
    const domain::IdCard *holder = state.submitted ? &state.submitted->content.applicant
                                   : state.draft   ? &state.draft->applicant
                                                   : nullptr;
    if (holder) {
        header.holderName = domain::maskedName(holder->name);
        header.holderId = domain::maskedIdNumber(holder->idNumber);
    }
    return header;
}

} // namespace tongban::view
