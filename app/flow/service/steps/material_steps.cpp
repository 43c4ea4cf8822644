// SPDX-License-Identifier: GPL-3.0-or-later
// 材料清单, 正在扫描, 看一看扫得清不清楚.
#include "app/core/domain/assisted_case.h"
#include "app/flow/service/steps/steps.h"

namespace tongban::flow {

namespace {

const domain::MaterialSpec *scannable(const ServiceState &state, const QString &key)
{
    for (const domain::MaterialSpec *material : domain::askedMaterials(state.draft->item, state.draft->answers)) {
        if (material->key == key && material->comesBy(domain::MaterialOrigin::Scan))
            return material;
    }
    return nullptr;
}

const domain::MaterialSpec &toScan(const ServiceState &state, const QString &key)
{
    return key == domain::markSheet ? domain::markSheetSpec() : *scannable(state, key);
}

} // namespace

Transition scanning(const ServiceState &state, const QString &key)
{
    ServiceState after = afterPerson(state);
    after.material = key;
    after.captured.clear();
    const ScanPages scan{after.draft->id, toScan(after, key)};
    Transition onward = moved(std::move(after), Step::Capture, {scan});
    onward.state.busy = true;
    return onward;
}

namespace {

// What is missing is scanned, or told to be missing: the page offers no third way.
Outcome listDone(const ServiceState &state)
{
    if (!hasRequiredScans(*state.draft))
        return std::nullopt;
    return afterMaterials(afterPerson(state));
}

Transition backToList(const ServiceState &state, std::vector<ServiceEffect> effects)
{
    if (state.material == domain::markSheet)
        return backToSheet(state, std::move(effects));
    ServiceState after = afterPerson(state);
    after.material.clear();
    after.captured.clear();
    return moved(std::move(after), Step::Materials, std::move(effects));
}

Transition pagesSealed(const ServiceState &state, const PagesSealed &sealed)
{
    if (sealed.pages.empty())
        return troubled(state, ErrorKind::PageMissing);
    ServiceState after = state;
    after.trouble.reset();
    after.captured = sealed.pages;
    return moved(std::move(after), Step::PageReview);
}

// Of what must be here and is not.
Outcome missed(const ServiceState &state, const QString &key)
{
    for (const catalogue::MaterialLine &line : materialLines(*state.draft)) {
        const bool isWanted = line.way == catalogue::MaterialWay::Scan || line.way == catalogue::MaterialWay::Camera;
        if (line.key != key || line.isOptional || !isWanted)
            continue;
        ServiceState after = afterPerson(state);
        after.material = key;
        return moved(std::move(after), Step::Missing);
    }
    return std::nullopt;
}

// The scanned sheet is the applicant's signature.
Transition markKept(const ServiceState &state)
{
    ServiceState after = afterPerson(state);
    domain::setMark(*after.draft, after.captured.front());
    after.material.clear();
    after.captured.clear();
    const SaveDraft save = savePoint(after);
    return signedOn(std::move(after), {save});
}

Transition pagesKept(const ServiceState &state)
{
    if (state.material == domain::markSheet)
        return markKept(state);
    Transition onward = backToList(state, {});
    onward.state.draft->pages.insert(state.material, state.captured);
    onward.state.draft->later.remove(state.material);
    domain::unsign(*onward.state.draft); // it stood under other papers
    onward.effects.emplace_back(savePoint(onward.state));
    if (isSupplement(onward.state) && hasRequiredScans(*onward.state.draft)) // one thing a page: this was the last
        return afterMaterials(std::move(onward.state), std::move(onward.effects));
    return onward;
}

// Page number is paper order (SCOPE 22).
Outcome movedUp(const ServiceState &state, int page)
{
    if (page < 1 || page >= static_cast<int>(state.captured.size()))
        return std::nullopt;
    ServiceState after = afterPerson(state);
    const auto at = static_cast<size_t>(page);
    std::swap(after.captured.at(at), after.captured.at(at - 1));
    return stayed(std::move(after));
}

// What the person agrees to is asked at once; the list stays in use meanwhile.
Outcome libraryAgreed(const ServiceState &state)
{
    const QStringList licences = catalogue::licencesToAsk(*state.draft);
    // Upon the word of the person, who is known by the own card and by nothing less.
    if (licences.isEmpty() || state.library == LibraryAsking::UnderWay || !domain::isHereByCard(*state.draft))
        return std::nullopt;
    ServiceState after = afterPerson(state);
    after.library = LibraryAsking::UnderWay;
    const AskLibrary ask{after.draft->id, after.draft->applicant, licences};
    return stayed(std::move(after), {ask});
}

Transition libraryAnswered(const ServiceState &state, const LibraryAnswered &answered)
{
    ServiceState after = state;
    after.library = LibraryAsking::No;
    after.draft->library = answered.held;
    domain::unsign(*after.draft); // another sentence stands under it now
    const SaveDraft save = savePoint(after);
    return stayed(std::move(after), {save});
}

Transition librarySilent(const ServiceState &state)
{
    ServiceState after = state;
    after.library = LibraryAsking::Silent;
    return stayed(std::move(after));
}

} // namespace

Outcome atMaterials(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const ScanAsked &asked) -> Outcome {
            return scannable(state, asked.material) ? Outcome(scanning(state, asked.material)) : std::nullopt;
        },
        [&](const LibraryAgreed &) -> Outcome { return libraryAgreed(state); },
        [&](const LibraryAnswered &answered) -> Outcome {
            return state.library == LibraryAsking::UnderWay ? Outcome(libraryAnswered(state, answered)) : std::nullopt;
        },
        [&](const LibrarySilent &) -> Outcome {
            return state.library == LibraryAsking::UnderWay ? Outcome(librarySilent(state)) : std::nullopt;
        },
        [&](const MaterialMissing &told) -> Outcome { return missed(state, told.material); },
        [&](const Forward &) -> Outcome { return listDone(state); },
        [&](const Backward &) -> Outcome { return beforeMaterials(state); },
        [&](const TriedAgain &) -> Outcome { return savedAgain(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

Outcome atCapture(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const PagesSealed &sealed) -> Outcome {
            return state.busy ? Outcome(pagesSealed(state, sealed)) : std::nullopt;
        },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
        [&](const TriedAgain &) -> Outcome {
            return state.busy ? std::nullopt : Outcome(scanning(state, state.material));
        },
        [&](const Backward &) -> Outcome { return backToList(state, {StopDevices{}}); },
    };
    return std::visit(table, event);
}

Outcome atPageReview(const ServiceState &state, const ServiceEvent &event)
{
    const Knows table{
        [&](const PageKept &) -> Outcome { return pagesKept(state); },
        [&](const Forward &) -> Outcome { return pagesKept(state); },
        [&](const PageRetaken &) -> Outcome { return scanning(state, state.material); },
        [&](const PageMovedUp &moved) -> Outcome { return movedUp(state, moved.page); },
        [&](const Backward &) -> Outcome { return backToList(state, {}); },
        [&](const TriedAgain &) -> Outcome { return savedAgain(state); },
        [&](const EffectFailed &failed) -> Outcome { return troubled(state, failed.error.kind); },
    };
    return std::visit(table, event);
}

} // namespace tongban::flow
