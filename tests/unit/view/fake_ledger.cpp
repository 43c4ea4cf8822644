// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace tongban::test
