// SPDX-License-Identifier: GPL-3.0-or-later
// A case that stands, a letter of the office to it, and what its applicant brings.
#pragma once

#include "tests/unit/offline/store_world.h"

namespace tongban::testing {

// Page 1 of the household register is not legible; the telephone number is wrong; and something that no list names.
[[nodiscard]] inline ports::Notice letterTo(const QUuid &caseId, const QUuid &id = QUuid::createUuid())
{
    return {
        .id = id,
        .caseId = caseId,
        .kind = ports::NoticeKind::Correction,
        .issuedAt = QDateTime(QDate(2026, 11, 20), QTime(8, 0), Qt::UTC),
        .due = QDate(2099, 1, 1),
        .title = QStringLiteral("请补正材料"),
        .items = {{.material = QStringLiteral("householdRegister"), .text = QStringLiteral("首页看不清，请重新扫描")},
                  {.material = {}, .text = QStringLiteral("手机号打不通，请更正"), .field = QStringLiteral("phone")},
                  {.material = {}, .text = QStringLiteral("村里开的居住证明")}}};
}

// All that the letter wants is in the draft, its pages are in the vault; itself is not saved.
[[nodiscard]] inline Result<domain::CaseDraft> answered(OfflineStore &store, domain::CaseDraft draft)
{
    int number = 7;
    for (const domain::MaterialSpec &material : draft.item.materials) {
        const auto page = sealedPage(store.vault(), draft.id, pageImage(number++));
        if (!page)
            return fail(page.error());
        draft.pages[material.key] = {*page};
    }
    for (const domain::FormField &field : draft.item.fields)
        draft.answers.insert(field.key, Secret(QStringLiteral("13800138000")));
    if (draft.item.fields.empty())
        return draft;
    const auto signature = sealedPage(store.vault(), draft.id, QByteArrayLiteral("\x89PNG again"));
    if (!signature)
        return fail(signature.error());
    draft.signature = *signature;
    return draft;
}

} // namespace tongban::testing
