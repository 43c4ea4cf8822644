// SPDX-License-Identifier: GPL-3.0-or-later
// What the fake store knows of cases that stand, and of the office's letters to them.
#include "app/core/domain/supplement.h"
#include "tests/unit/view/fake_store.h"

namespace tongban::test {

Result<ports::Followed> FakeStore::ofHolder(const domain::IdCard &)
{
    const auto entered = enter(QStringLiteral("ofHolder"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    return m_followed;
}

Result<ports::Followed> FakeStore::ofReceipt(const domain::ReceiptFacts &facts)
{
    const auto entered = enter(QStringLiteral("ofReceipt"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    ports::Followed found{.cases = {}, .asOf = m_followed.asOf};
    for (const ports::FollowedCase &one : m_followed.cases) {
        if (one.localNumber == facts.localNumber)
            found.cases.push_back(one);
    }
    return found.cases.empty() ? Result<ports::Followed>(fail(ErrorKind::NotFound, QStringLiteral("fake store"))) : found;
}

Result<void> FakeStore::letterRead(const QUuid &notice, const QDateTime &)
{
    return enter(QStringLiteral("letterRead ") + notice.toString(QUuid::WithoutBraces));
}

Result<domain::CaseDraft> FakeStore::beginSupplement(const domain::IdCard &holder, const QUuid &caseId,
                                                     const QUuid &letter, const QUuid &draftId)
{
    const auto entered = enter(QStringLiteral("beginSupplement"));
    if (!entered)
        return fail(entered.error());
    const std::lock_guard lock(m_mutex);
    for (const ports::FollowedCase &one : m_followed.cases) {
        if (one.id != caseId || one.notices.empty() || one.notices.back().id != letter)
            continue;
        domain::SupplementOf of{.caseId = caseId,
                                .letter = letter,
                                .caseNumber = one.localNumber,
                                .due = one.notices.back().due,
                                .demands = {}};
        for (const ports::NoticeItem &item : one.notices.back().items)
            of.demands.push_back({.material = item.material, .field = item.field, .text = item.text});
        domain::SubmittedCase standing;
        standing.content.id = caseId;
        standing.content.item = one.item;
        standing.content.applicant = holder;
        standing.localNumber = one.localNumber;
        return domain::supplementDraft(standing, of, draftId, one.submittedAt);
    }
    return fail(ErrorKind::NotFound, QStringLiteral("fake-store"));
}

} // namespace tongban::test
