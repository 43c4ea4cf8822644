// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and filled cases for the tests of the receipt's codes.
#pragma once

#include "app/core/domain/form_engine.h"
#include "offline/receipt/code_reader.h"
#include "offline/receipt/code_sealer.h"
#include "tests/data/form_filler.h"
#include "tests/data/item_files.h"

namespace tongban::tests {

struct ReceiptKeys
{
    offline::crypto::Sm2PrivateKey device = offline::crypto::Sm2PrivateKey::generate();
    offline::crypto::Sm2PrivateKey city = offline::crypto::Sm2PrivateKey::generate();

    [[nodiscard]] offline::receipt::CodeSealer sealer(const QString &deviceId = QStringLiteral("K01")) const
    {
        return {deviceId, device, city.publicKey()};
    }
    [[nodiscard]] offline::receipt::DeviceKeys roster(bool isRevoked = false) const
    {
        return {{.deviceId = QStringLiteral("K01"), .key = device.publicKey(), .isRevoked = isRevoked}};
    }
};

// The longest that a field takes, in characters that take the most bytes and
// compress the least.
[[nodiscard]] inline QString longestAnswerFor(const domain::FormField &field, std::mt19937 &random)
{
    const auto han = [&random](int count) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += QChar(static_cast<char16_t>(0x4E00 + random() % 20000));
        return text;
    };
    switch (field.type) {
    case domain::FieldType::Text:
        return han(field.maxLength);
    case domain::FieldType::ChineseName:
        return han(15);
    case domain::FieldType::Choice: {
        QString longest;
        for (const domain::FieldChoice &choice : field.choices)
            longest = choice.value.size() > longest.size() ? choice.value : longest;
        return longest;
    }
    case domain::FieldType::MultiChoice: {
        QStringList all;
        for (const domain::FieldChoice &choice : field.choices)
            all << choice.value;
        return all.join(u',');
    }
    default: // one length, or nearly so
        return answerFor(field, random);
    }
}

// A case of the item with every visible question answered; longest: at the limits of the form and of the numbers.
[[nodiscard]] inline domain::SubmittedCase filledCase(const QString &itemFile, bool longest, unsigned seed = 1)
{
    std::mt19937 random(seed);
    domain::CaseDraft draft;
    draft.id = QUuid(QStringLiteral("01934f00-0000-7000-8000-000000000001"));
    draft.item = itemOfFile(itemFile);
    draft.applicant = cardOf(QDate(1942, 3, 8));
    draft.answers = domain::prefilled(draft.item, draft.applicant);
    for (int page = 0; page < static_cast<int>(draft.item.pages.size()); ++page) {
        for (const auto *field :
             domain::visibleFields(draft.item, draft.item.pages[static_cast<std::size_t>(page)], draft.answers)) {
            if (longest)
                draft.answers.insert(field->key, Secret(longestAnswerFor(*field, random)));
            else if (!draft.answers.contains(field->key))
                draft.answers.insert(field->key, Secret(answerFor(*field, random)));
        }
    }
    if (longest)
        draft.applicant.name = Secret(QStringLiteral("阿卜杜拉合曼买买提依布拉音库尔班"));
    return {.content = draft,
            .localNumber = longest ? QStringLiteral("422823105000-20261121-%1-1234567890").arg(QString(64, u'K'))
                                   : QStringLiteral("422823105000-20261121-K01-0001"),
            .submittedAt = QDateTime(QDate(2026, 11, 21), QTime(0, 30, 15), Qt::UTC),
            .projectNumber = {}};
}

} // namespace tongban::tests
