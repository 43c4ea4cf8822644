// SPDX-License-Identifier: GPL-3.0-or-later
// A villager who walks through the journey, one event after the other.
#pragma once

#include "tests/unit/flow/flow_samples.h"

namespace tongban::tests {

using namespace flow;

// Walks on from a state; remembers what was asked of the world.
class Walk
{
public:
    explicit Walk(ServiceState from = {}) : m_state(std::move(from)) {}
    Walk &then(const ServiceEvent &event)
    {
        m_last = next(m_state, event);
        m_state = m_last.state;
        return *this;
    }
    Walk &answer(const char *field, const QString &value)
    {
        return then(AnswerGiven{QString::fromLatin1(field), Secret(value)});
    }
    [[nodiscard]] const ServiceState &state() const { return m_state; }
    [[nodiscard]] const Transition &last() const { return m_last; }
    [[nodiscard]] Step step() const { return m_state.step; }
    template <class Effect> [[nodiscard]] const Effect *asked() const { return effectOf<Effect>(m_last); }

private:
    ServiceState m_state;
    Transition m_last;
};

inline Walk toCard()
{
    Walk walk;
    walk.then(Touched{}).then(ItemChosen{allowanceItem()}).then(Forward{});
    return walk;
}

inline Walk toForm()
{
    Walk walk = toCard();
    walk.then(cardRead(oldCard())).then(UnfinishedFound{});
    return walk;
}

inline Walk toMaterials()
{
    Walk walk = toForm();
    walk.then(Forward{});
    walk.answer("phone", QStringLiteral("13800138000")).then(Forward{});
    walk.answer("living", QStringLiteral("alone")).then(Forward{});
    walk.answer("payout", QStringLiteral("passbook")).then(Forward{});
    return walk;
}

inline Walk toReview()
{
    Walk walk = toMaterials();
    walk.then(ScanAsked{QStringLiteral("householdRegister")}).then(PagesSealed{{somePage()}}).then(PageKept{});
    walk.then(Forward{}).then(SignatureSealed{somePage()});
    return walk;
}

inline Walk toReceipt()
{
    Walk walk = toReview();
    walk.then(Forward{}).then(CaseSaved{submittedCase()});
    return walk;
}

inline EffectFailed failure(ErrorKind kind)
{
    return EffectFailed{{kind, QStringLiteral("test"), {}}};
}

} // namespace tongban::tests
