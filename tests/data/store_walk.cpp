// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/data/store_walk.h"

#include "app/core/catalogue/material_resolver.h"
#include "app/core/domain/case_parties.h"
#include "app/core/domain/draft_codec.h"
#include "app/core/domain/form_engine.h"
#include "tests/data/form_filler.h"
#include "tests/unit/offline/store_world.h"

#include <QRegularExpression>

namespace tongban::tests {

using namespace flow;
using domain::FormField;

StoreWalk::StoreWalk(offline::store::OfflineStore &store, const Clock &clock, domain::IdCard card, unsigned seed)
    : m_store(store), m_clock(clock), m_ids(clock), m_card(std::move(card)), m_random(seed)
{}

void StoreWalk::complain(const QString &what)
{
    if (m_complaint.isEmpty())
        m_complaint = what;
}

void StoreWalk::complain(const Error &error)
{
    complain(QStringLiteral("%1: %2").arg(error.where, error.detail));
}

template <class Value> bool StoreWalk::isGood(const Result<Value> &result)
{
    if (!result)
        complain(result.error());
    return result.has_value();
}

void StoreWalk::then(const ServiceEvent &event)
{
    if (!m_complaint.isEmpty())
        return;
    Transition transition = next(m_state, event);
    m_state = std::move(transition.state);
    const std::vector<ServiceEffect> effects = std::move(transition.effects);
    m_hadEffects = !effects.empty();
    for (const ServiceEffect &effect : effects)
        std::visit([this](const auto &one) { carryOut(one); }, effect);
}

// --- what the world answers ----------------------------------------------------------------------------------------

domain::IdCard StoreWalk::cardAsked()
{
    if (m_state.step != Step::Party)
        return m_card;
    const auto number = m_others.size();
    m_others.insert(m_state.party, cardOf(QDate(1985, 5, 5).addDays(number), static_cast<int>(number)));
    return m_others.value(m_state.party);
}

void StoreWalk::carryOut(const ReadCard &)
{
    then(CardWasRead{cardAsked(), m_ids.next(), m_clock.nowUtc(), testDay});
}

void StoreWalk::carryOut(const FindUnfinished &effect)
{
    const auto unfinished = m_store.cases().findUnfinished(effect.holder);
    if (isGood(unfinished))
        then(UnfinishedFound{*unfinished});
}

void StoreWalk::carryOut(const SaveDraft &effect)
{
    (void)isGood(m_store.cases().saveDraft(effect.draft));
}

void StoreWalk::carryOut(const ScanPages &effect)
{
    const int count = 1 + static_cast<int>(m_random() % static_cast<unsigned>(effect.material.maxPages));
    std::vector<domain::SealedPage> pages;
    QList<QByteArray> images;
    for (int i = 0; i < count; ++i) {
        images.append(testing::pageImage(static_cast<int>(m_random() % 1'000'000)));
        const auto page = testing::sealedPage(m_store.vault(), effect.owner, images.back());
        if (!isGood(page))
            return;
        pages.push_back(*page);
    }
    m_brought.insert(effect.material.key, images);
    then(PagesSealed{pages});
}

void StoreWalk::carryOut(const SubmitDraft &effect)
{
    const auto submitted = m_store.cases().submitAll(effect.draft);
    if (isGood(submitted))
        then(CaseSaved{submitted->front(), {submitted->begin() + 1, submitted->end()}});
}

void StoreWalk::carryOut(const PrintReceipt &effect)
{
    auto &journal = m_store.printJournal();
    const auto job = journal.reserve(effect.submitted.content.id);
    if (isGood(job) && isGood(journal.record(job->id, ports::PrintState::Printing)) &&
        isGood(journal.record(job->id, ports::PrintState::Done)))
        then(PrintEnded{ports::PrintOutcome::Confirmed});
}

// --- what the person does ------------------------------------------------------------------------------------------

void StoreWalk::choose(const domain::ServiceItem &item, const QStringList &parts)
{
    then(Touched{});
    then(ItemChosen{item});
    then(Forward{});
    if (item.parts.empty())
        return;
    if (!parts.isEmpty())
        then(AnswerGiven{partsField, Secret(parts.join(u','))});
    then(Forward{});
}

void StoreWalk::answerSituations(const catalogue::SituationPath &path)
{
    for (int i = 0; i <= path.size() && m_state.step == Step::Situation && !m_state.trouble; ++i) {
        const QString key = m_state.item->situations.at(static_cast<size_t>(m_state.formPage)).field.key;
        m_given.insert(key, path.value(key));
        then(AnswerGiven{key, Secret(path.value(key))});
        then(Forward{});
    }
}

void StoreWalk::layCard()
{
    if (m_state.step == Step::NotEligible)
        then(Forward{}); // 仍要申请
    if (m_state.step != Step::Form)
        complain(QStringLiteral("the card leads to no form"));
}

void StoreWalk::fillForm()
{
    const size_t most = m_state.draft ? m_state.draft->item.pages.size() : 0;
    for (size_t page = 0; page <= most && m_state.step == Step::Form && m_complaint.isEmpty(); ++page)
        fillPage();
    if (m_state.step == Step::Form)
        complain(QStringLiteral("the form does not end"));
}

void StoreWalk::fillPage()
{
    const int index = m_state.formPage;
    const domain::FormPage page = m_state.draft->item.pages.at(static_cast<size_t>(index));
    for (const QString &key : page.fields) {
        if (!m_complaint.isEmpty())
            return;
        const FormField field = *m_state.draft->item.field(key); // a copy: every event makes a new state
        if (!domain::isVisible(m_state.draft->item, field, m_state.draft->answers) ||
            !domain::valueFromCards(field, *m_state.draft).isEmpty())
            continue;
        refuseWrong(field);
        const QString answer = answerFor(field, m_random);
        m_given.insert(key, answer);
        then(AnswerGiven{key, Secret(answer)});
    }
    then(Forward{});
    if (m_state.step == Step::Form && m_state.formPage == index)
        complain(QStringLiteral("page %1 takes no good answer").arg(page.title));
}

void StoreWalk::refuseWrong(const FormField &field)
{
    for (const QString &wrong : wrongAnswersFor(field))
        refuse(field, wrong);
    lookForTracesOf(field);
}

void StoreWalk::refuse(const FormField &field, const QString &wrong)
{
    if (!m_complaint.isEmpty())
        return;
    const auto verdict = domain::validate(field, wrong, testDay);
    if (verdict)
        return complain(QStringLiteral("%1 takes a wrong answer").arg(field.label));
    static const QRegularExpression latin(QStringLiteral("[A-Za-z%]"));
    if (!verdict.error().detail.endsWith(u'。') || verdict.error().detail.contains(latin))
        complain(QStringLiteral("not a sentence: ") + verdict.error().detail);
    const int page = m_state.formPage;
    then(AnswerGiven{field.key, Secret(wrong)});
    then(Forward{});
    const bool isToldThere = m_state.step == Step::Form && m_state.formPage == page && m_state.trouble &&
                             m_state.trouble->kind == ErrorKind::InputInvalid && m_state.trouble->field == field.key;
    if (!isToldThere || m_hadEffects)
        complain(QStringLiteral("%1 goes on with a wrong answer").arg(field.label));
    ++m_wrong;
}

// What was wrong must not be on the disk: neither under its key nor as a case.
void StoreWalk::lookForTracesOf(const FormField &field)
{
    if (!m_complaint.isEmpty())
        return;
    const auto left = m_store.cases().findUnfinished(m_card);
    if (!isGood(left))
        return;
    if (!left->draft || left->draft->id != m_state.draft->id || left->withoutReceipt)
        complain(QStringLiteral("the store holds another draft than the one that is being filled in"));
    else if (left->draft->answers.contains(field.key))
        complain(QStringLiteral("a wrong answer to %1 was stored").arg(field.label));
}

void StoreWalk::bringMaterials()
{
    if (m_state.step != Step::Materials || !m_complaint.isEmpty())
        return;
    for (const auto &line : catalogue::resolveMaterials(*m_state.draft)) {
        const bool isWanted = line.way == catalogue::MaterialWay::Scan || line.way == catalogue::MaterialWay::Camera;
        if (!isWanted || line.isOptional)
            continue;
        then(ScanAsked{line.key});
        then(PageKept{});
    }
    then(Forward{});
}

void StoreWalk::signAndSubmit()
{
    if (m_state.step != Step::Signature || !m_complaint.isEmpty())
        return complain(QStringLiteral("there is nothing to sign yet"));
    // Whoever left now would find all of it again.
    const auto left = m_store.cases().findUnfinished(m_card);
    if (!isGood(left))
        return;
    if (!left->draft || domain::toJson(*left->draft) != domain::toJson(*m_state.draft))
        return complain(QStringLiteral("the stored draft is not what was filled in"));
    for (qsizetype turn = 0; turn <= m_others.size() && m_state.step == Step::Signature; ++turn) {
        const QString signer = m_state.party;
        const domain::IdCard &card = signer.isEmpty() ? m_card : m_others[signer];
        m_signatures.insert(signer, QByteArrayLiteral("\x89PNG ") + card.idNumber.reveal().toLatin1());
        const auto page = testing::sealedPage(m_store.vault(), m_state.draft->id, m_signatures.value(signer));
        if (!isGood(page))
            return;
        then(SignatureSealed{*page});
    }
    then(Forward{});
}

} // namespace tongban::tests
