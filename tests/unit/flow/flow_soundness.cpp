// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/domain/case_machine.h"
#include "app/core/domain/case_parties.h"
#include "app/core/domain/draft_codec.h"
#include "app/core/domain/form_engine.h"
#include "app/core/domain/phone_check.h"
#include "tests/unit/flow/flow_samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tongban::tests {

using namespace flow;

namespace {

bool isAnyOf(Step step, std::initializer_list<Step> steps)
{
    return std::find(steps.begin(), steps.end(), step) != steps.end();
}

bool isFormPage(const ServiceState &state)
{
    const auto &pages = state.draft->item.pages;
    return state.formPage >= 0 && state.formPage < static_cast<int>(pages.size()) &&
           !domain::visibleFields(state.draft->item, pages[static_cast<size_t>(state.formPage)], state.draft->answers)
                .empty();
}

bool mayBeBusy(const ServiceState &state)
{
    return isAnyOf(state.step, {Step::Identify, Step::HelperCard, Step::Party, Step::Capture, Step::Missing, Step::Submitting, Step::Away}) ||
           state.print == PrintPhase::Printing;
}

QString unsoundPaper(const ServiceState &state)
{
    const bool isAfter = isAnyOf(state.step, {Step::Receipt, Step::Rating});
    if (isAfter != state.submitted.has_value())
        return QStringLiteral("a submitted case belongs to Receipt and Rating");
    const auto isPrinted = [&](const domain::SubmittedCase &one) {
        return state.submitted && one.content.id == state.submitted->content.id;
    };
    if (!state.together.empty() && std::none_of(state.together.begin(), state.together.end(), isPrinted))
        return QStringLiteral("the case of this receipt is none of those that were made together");
    if (!state.together.empty() && state.step == Step::Rating && state.print == PrintPhase::Confirmed &&
        !isPrinted(state.together.back()))
        return QStringLiteral("a receipt was passed over");
    if ((isAfter || isAnyOf(state.step, {Step::Slip, Step::MarkSheet})) == (state.print == PrintPhase::None))
        return QStringLiteral("a print phase belongs to Receipt, Rating, Slip and MarkSheet");
    if (state.step == Step::Rating && state.print != PrintPhase::Confirmed && state.print != PrintPhase::Failed)
        return QStringLiteral("Rating before the paper is settled");
    if (state.spare && !isAfter)
        return QStringLiteral("a spare copy of nothing");
    const bool asks = state.rated != 0;
    if (asks && (state.step != Step::Rating || !domain::asksReasons(state.rated)))
        return QStringLiteral("a level that asks nobody why");
    if (!asks && !state.reasons.isEmpty())
        return QStringLiteral("reasons of no level");
    if (state.paperDenied && state.print != PrintPhase::Failed)
        return QStringLiteral("denied paper that is not failed");
    if (state.print == PrintPhase::Printing && !state.busy)
        return QStringLiteral("printing and not busy");
    return {};
}

QString unsoundParts(const ServiceState &state)
{
    if (!state.theme && !state.parts.isEmpty() && state.step != Step::Guide)
        return QStringLiteral("parts of nothing");
    if (!state.theme)
        return state.step == Step::Parts ? QStringLiteral("a theme belongs to Parts") : QString();
    if (!state.item)
        return QStringLiteral("a theme without the form of its parts");
    if (isAnyOf(state.step, {Step::Attract, Step::Home, Step::Guide, Step::Farewell}))
        return QStringLiteral("a theme stands beside its form before it is begun");
    if (state.parts.isEmpty() && state.step != Step::Parts)
        return QStringLiteral("on with nothing");
    return {};
}

QString unsoundClosed(const ServiceState &state)
{
    const bool mayBe = isAnyOf(state.step, {Step::Guide, Step::Slip}) || state.slipWanted;
    return state.closed && !mayBe ? QStringLiteral("a closed errand was begun") : QString();
}

QString unsoundSituations(const ServiceState &state)
{
    if (state.step == Step::Situation &&
        (!state.item || state.formPage < 0 || state.formPage >= static_cast<int>(state.item->situations.size()) ||
         !domain::isVisible(*state.item, state.item->situations[static_cast<size_t>(state.formPage)].field,
                            state.situations)))
        return QStringLiteral("a question that nobody is asked");
    if (!state.situations.isEmpty() &&
        !isAnyOf(state.step, {Step::Guide, Step::Parts, Step::Situation, Step::Slip, Step::Identify, Step::Helping, Step::HelperCard, Step::Naming}))
        return QStringLiteral("answers to situations belong to the draft by now");
    if (state.slipWanted && state.step != Step::Situation && state.step != Step::Parts)
        return QStringLiteral("a slip is wanted while its situations are asked, and then it is printed");
    if (!state.situations.isEmpty() && domain::withoutHidden(*state.item, state.situations) != state.situations)
        return QStringLiteral("an answer to a question that is not asked");
    return {};
}

QString unsoundDraft(const ServiceState &state)
{
    const bool needsDraft =
        isAnyOf(state.step, {Step::Resume, Step::NotEligible, Step::Party, Step::Form, Step::PhoneCode, Step::Materials, Step::Capture,
                             Step::PageReview, Step::Missing, Step::Signature, Step::MarkSheet, Step::Review, Step::Submitting});
    if (needsDraft && !state.draft)
        return QStringLiteral("no draft");
    if (!needsDraft && state.draft && state.step != Step::Identify)
        return QStringLiteral("a draft where there is none to be");
    if (state.draft && !state.item)
        return QStringLiteral("a draft without its item");
    if (isAnyOf(state.step, {Step::Form, Step::PhoneCode}) && !isFormPage(state))
        return QStringLiteral("a page of the form that nobody is asked");
    if (state.draft && domain::withoutHidden(state.draft->item, state.draft->answers) != state.draft->answers)
        return QStringLiteral("an answer to a hidden question");
    return {};
}

QString unsoundLeave(const ServiceState &state)
{
    if (state.leaving != Leaving::No && state.step != Step::Missing)
        return QStringLiteral("somebody leaves from where nobody can");
    if (state.step == Step::Missing && state.busy && state.leaving == Leaving::No)
        return QStringLiteral("put away for nobody");
    if ((state.step == Step::Away) == state.away.isNull())
        return QStringLiteral("a draft that is away belongs to Away");
    if (state.returned && (state.step != Step::Away || !state.busy))
        return QStringLiteral("a card that nobody is looking for");
    if ((state.step == Step::Kept) != state.keptUntil.isValid())
        return QStringLiteral("a last day belongs to Kept");
    const bool mayBeOfParty = isAnyOf(state.step, {Step::Party, Step::Missing, Step::Signature});
    if (!state.party.isEmpty() && (!mayBeOfParty || !state.draft->item.party(state.party)))
        return QStringLiteral("a person whom nobody asks for");
    if (state.step == Step::Party && state.party.isEmpty())
        return QStringLiteral("nobody is asked for");
    if (state.step == Step::Signature && !domain::signersOf(*state.draft).contains(state.party))
        return QStringLiteral("somebody signs who need not");
    if (!state.draft)
        return {};
    for (const QString &party : state.draft->parties.keys()) {
        if (!state.draft->item.party(party))
            return QStringLiteral("somebody is here whom the item does not know");
    }
    for (const QString &material : state.draft->later.keys()) {
        if (!state.draft->item.material(material) || !state.draft->later.value(material).isValid())
            return QStringLiteral("a promise of nothing, or for no day");
        if (!state.draft->pages.value(material).empty())
            return QStringLiteral("promised, and here already");
    }
    return {};
}

QString unsoundPhone(const ServiceState &state)
{
    using Asking = PhoneCheck::Asking;
    const PhoneCheck &phone = state.phone;
    if (!(phone == PhoneCheck{}) && !isAnyOf(state.step, {Step::Form, Step::PhoneCode}))
        return QStringLiteral("something is left of a telephone's code");
    if (state.draft) {
        for (const QString &field : state.draft->confirmedPhones.keys()) {
            if (!domain::confirmationOf(*state.draft, field))
                return QStringLiteral("a confirmation of another number");
        }
    }
    if (phone == PhoneCheck{})
        return state.step == Step::PhoneCode ? QStringLiteral("a code of no telephone") : QString();
    const auto &page = state.draft->item.pages[static_cast<size_t>(state.formPage)];
    if (!page.fields.contains(phone.field))
        return QStringLiteral("a telephone that this page does not ask for");
    if (phone.code.reveal().size() > domain::phoneCodeDigits || (state.step == Step::Form && !phone.code.reveal().isEmpty()))
        return QStringLiteral("digits of a code where there are none to be");
    if (phone.asking == Asking::Checking && (state.step != Step::PhoneCode || phone.challenge.isEmpty()))
        return QStringLiteral("a code is compared with nothing");
    const bool isDone = domain::confirmationOf(*state.draft, phone.field) != nullptr;
    if (isDone && (phone.asking != Asking::No || !phone.challenge.isEmpty()))
        return QStringLiteral("asked again what is known");
    return {};
}

} // namespace

QString unsoundness(const ServiceState &state)
{
    if (const QString paper = unsoundPaper(state); !paper.isEmpty())
        return paper;
    if (const QString draft = unsoundDraft(state); !draft.isEmpty())
        return draft;
    if (const QString situations = unsoundSituations(state); !situations.isEmpty())
        return situations;
    if (const QString closed = unsoundClosed(state); !closed.isEmpty())
        return closed;
    if (const QString parts = unsoundParts(state); !parts.isEmpty())
        return parts;
    if (const QString leave = unsoundLeave(state); !leave.isEmpty())
        return leave;
    if (const QString help = unsoundHelp(state); !help.isEmpty())
        return help;
    const bool isOfMaterial = isAnyOf(state.step, {Step::Capture, Step::PageReview}) ||
                              (state.step == Step::Missing && state.party.isEmpty());
    if (isOfMaterial == state.material.isEmpty())
        return QStringLiteral("a material belongs to Capture, PageReview and Missing");
    if ((state.step == Step::PageReview) == state.captured.empty())
        return QStringLiteral("captured pages belong to PageReview");
    if ((state.step == Step::Resume) != state.unfinished.has_value())
        return QStringLiteral("unfinished business belongs to Resume");
    if (state.library != LibraryAsking::No && state.step != Step::Materials)
        return QStringLiteral("the licence library is asked at Materials");
    if (const QString phone = unsoundPhone(state); !phone.isEmpty())
        return phone;
    if (state.busy && !mayBeBusy(state))
        return QStringLiteral("busy with nothing");
    if (state.step == Step::Submitting && !state.busy)
        return QStringLiteral("submitting and not busy");
    if (state.busy && state.trouble)
        return QStringLiteral("busy and in trouble");
    if (!isSession(state.step) && (state.item || state.idleWarning || (state.trouble && state.step != Step::Away)))
        return QStringLiteral("something is left of the session");
    return {};
}

QByteArray printOf(const ServiceState &state)
{
    QJsonArray captured;
    for (const domain::SealedPage &page : state.captured)
        captured.append(page.blob.toString());
    // The item by its code: thousands of prints are made, and no step writes into an item.
    const auto content = [](const domain::CaseDraft &d) {
        QJsonObject json = toJson(d);
        json.insert(QStringLiteral("item"), d.item.code);
        return json;
    };
    const auto draft = [&](const std::optional<domain::CaseDraft> &d) {
        return d ? QJsonValue(content(*d)) : QJsonValue();
    };
    const auto submitted = [&](const std::optional<domain::SubmittedCase> &c) {
        return c ? QJsonValue(QJsonArray{content(c->content), c->localNumber, nameOf(c->status), c->projectNumber})
                 : QJsonValue();
    };
    QJsonArray together;
    for (const domain::SubmittedCase &one : state.together)
        together.append(submitted(one));
    QJsonObject situations;
    for (auto answer = state.situations.begin(); answer != state.situations.end(); ++answer)
        situations.insert(answer.key(), answer.value().reveal());
    QJsonObject naming;
    for (auto answer = state.naming.begin(); answer != state.naming.end(); ++answer)
        naming.insert(answer.key(), answer.value().reveal());
    const QJsonArray all{static_cast<int>(state.step),
                         situations,
                         state.today.toString(Qt::ISODate),
                         state.busy,
                         state.trouble ? QJsonArray{static_cast<int>(state.trouble->kind), state.trouble->field}
                                       : QJsonArray(),
                         state.idleWarning,
                         state.item ? state.item->code : QString(),
                         state.closed,
                         state.theme ? state.theme->code : QString(),
                         QJsonArray::fromStringList(state.parts),
                         draft(state.draft),
                         state.unfinished.has_value(),
                         state.unfinished ? draft(state.unfinished->draft) : QJsonValue(),
                         state.unfinished ? submitted(state.unfinished->withoutReceipt) : QJsonValue(),
                         state.unfinished && state.unfinished->letter,
                         state.formPage,
                         state.slipWanted,
                         state.cardless,
                         state.role ? nameOf(*state.role) : QString(),
                         state.beside ? state.beside->helper.card.idNumber.reveal() + nameOf(state.beside->helper.role)
                                      : QString(),
                         naming,
                         state.keptForHelper,
                         state.material,
                         state.party,
                         static_cast<int>(state.leaving),
                         static_cast<int>(state.library),
                         QJsonArray{state.phone.field, static_cast<int>(state.phone.asking),
                                    static_cast<int>(state.phone.word), state.phone.challenge,
                                    state.phone.code.reveal(), state.phone.triesLeft, state.phone.mayAsk,
                                    state.phone.waitSeconds, state.phone.answers},
                         state.away.toString(),
                         state.returned ? state.returned->idNumber.reveal() : QString(),
                         state.keptUntil.toString(Qt::ISODate),
                         captured,
                         submitted(state.submitted),
                         together,
                         static_cast<int>(state.print),
                         state.paperDenied,
                         state.spare,
                         state.rated,
                         QJsonArray::fromStringList(state.reasons)};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace tongban::tests
