// SPDX-License-Identifier: GPL-3.0-or-later
// 没带, 我去找材料, 改天再来. Nobody leaves before the store has said that the draft is put away; from then on nothing
// of the person is here, and whoever stands there may use the terminal.
#include "app/core/domain/assisted_case.h"
#include "app/flow/service/steps/steps.h"

#include <algorithm>

namespace tongban::flow {

namespace {

const domain::MaterialSpec *missing(const ServiceState &state)
{
    return state.draft ? state.draft->item.material(state.material) : nullptr;
}

// To the list of materials, or to the person who was waited for.
Transition whereItIsMissing(const ServiceState &state, std::vector<ServiceEffect> effects = {})
{
    ServiceState after = afterPerson(state);
    after.material.clear();
    after.leaving = Leaving::No;
    if (!after.party.isEmpty())
        return askingParty(std::move(after), std::move(effects));
    return moved(std::move(after), Step::Materials, std::move(effects));
}

Outcome promised(const ServiceState &state)
{
    const QDate until = promiseUntil(state);
    if (!until.isValid())
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.draft->later.insert(state.material, until);
    domain::unsign(*after.draft); // it stood under other promises
    const SaveDraft save = savePoint(after);
    return whereItIsMissing(after, {save});
}

Transition puttingAway(const ServiceState &state, Leaving leaving)
{
    ServiceState after = afterPerson(state);
    after.leaving = leaving;
    after.busy = true;
    const PutAway away{*after.draft};
    return stayed(std::move(after), {away});
}

Transition putAway(const ServiceState &state)
{
    ServiceState nobody;
    if (state.leaving == Leaving::OtherDay) {
        nobody.keptUntil = state.today.addDays(draftKeptDays);
        nobody.keptForHelper = !domain::isHereByCard(*state.draft);
        return moved(std::move(nobody), Step::Kept, {Wipe{QStringLiteral("put away")}});
    }
    nobody.away = state.draft->id;
    Transition onward = moved(std::move(nobody), Step::Away, {Wipe{QStringLiteral("away")}, ReadCard{.patient = true}});
    onward.state.busy = true;
    return onward;
}

Transition cameBack(const ServiceState &state, const CardWasRead &read)
{
    ServiceState after = afterPerson(state);
    after.returned = read.card;
    after.today = read.today;
    after.busy = true;
    return stayed(std::move(after), {FindUnfinished{read.card}});
}

// Another card than the one that went away opens nothing here: its own errands are behind 我要办别的事.
Transition draftFound(const ServiceState &state, const ports::Unfinished &found)
{
    const bool isTheirs =
        found.draft && found.draft->id == state.away && found.draft->applicant.idNumber == state.returned->idNumber;
    ServiceState after = state;
    const domain::IdCard card = *std::exchange(after.returned, std::nullopt);
    if (!isTheirs)
        return troubled(std::move(after), ErrorKind::CardNotTheSame);
    return continued(std::move(after), *found.draft, card);
}

Transition readingAgain(const ServiceState &state)
{
    Transition onward = stayed(afterPerson(state), {ReadCard{.patient = true}});
    onward.state.returned.reset();
    onward.state.busy = true;
    return onward;
}

Transition failedAway(const ServiceState &state, ErrorKind kind)
{
    Transition onward = troubled(state, kind);
    onward.state.returned.reset();
    return onward;
}

} // namespace

Outcome atMissing(const ServiceState &state, const ServiceEvent &event)
{
    const bool isLeaving = state.busy;
    const Knows table{
        [&](const LaterPromised &) -> Outcome { return isLeaving ? std::nullopt : promised(state); },
        [&](const FetchAsked &) -> Outcome {
            // Only the own card lifts the cover.
            const bool mayFetch = !isLeaving && domain::isHereByCard(*state.draft);
            return mayFetch ? Outcome(puttingAway(state, Leaving::ToFetch)) : std::nullopt;
        },
        [&](const OtherDayAsked &) -> Outcome {
            return isLeaving ? std::nullopt : Outcome(puttingAway(state, Leaving::OtherDay));
        },
        [&](const DraftPutAway &) -> Outcome { return isLeaving ? Outcome(putAway(state)) : std::nullopt; },
        [&](const TriedAgain &) -> Outcome {
            if (isLeaving)
                return std::nullopt;
            return state.leaving == Leaving::No ? savedAgain(state) : puttingAway(state, state.leaving);
        },
        [&](const Backward &) -> Outcome { return whereItIsMissing(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

Outcome atAway(const ServiceState &state, const ServiceEvent &event)
{
    const bool isFinding = state.returned.has_value();
    const Knows table{
        [&](const CardWasRead &read) -> Outcome {
            return state.busy && !isFinding ? Outcome(cameBack(state, read)) : std::nullopt;
        },
        [&](const UnfinishedFound &found) -> Outcome {
            return isFinding ? Outcome(draftFound(state, found.unfinished)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome { return failedAway(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome { return state.busy ? std::nullopt : Outcome(readingAgain(state)); },
        [&](const Backward &) -> Outcome { // 我要办别的事
            return moved(ServiceState{}, Step::Home, {StopDevices{}, Wipe{QStringLiteral("another person")}});
        },
        [&](const StartOver &) -> Outcome { return ended(QStringLiteral("start over"), {StopDevices{}}); },
        [&](const AwayOver &) -> Outcome {
            return isFinding ? std::nullopt : Outcome(ended(QStringLiteral("away too long"), {StopDevices{}}));
        },
    };
    return std::visit(table, event);
}

Outcome atKept(const ServiceState &, const ServiceEvent &event)
{
    const Knows table{
        [](const Forward &) -> Outcome { return Transition{}; },
        [](const FarewellOver &) -> Outcome { return Transition{}; },
        [](const StartOver &) -> Outcome { return Transition{}; },
        [](const Touched &) -> Outcome { return Transition{}; },
    };
    return std::visit(table, event);
}

QDate promiseUntil(const ServiceState &state)
{
    const domain::MaterialSpec *material = missing(state);
    return material && material->late && state.step == Step::Missing ? state.today.addDays(material->lateDays)
                                                                     : QDate();
}

} // namespace tongban::flow
