// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a form: what is asked, what is already known, what an answer must look like. Pure functions.
// Values as stored and sent: text as typed; a choice's code; a date as yyyy-MM-dd; "refused" for 我没有手机 and its
// like.
#pragma once

#include "app/core/base/result.h"
#include "app/core/base/sensitive.h"
#include "app/core/domain/id_card.h"
#include "app/core/domain/service_item.h"

#include <QMap>

#include <optional>
#include <vector>

namespace tongban::domain {

using Answers = QMap<QString, Secret>; // field key → value

inline const QString refusedAnswer = QStringLiteral("refused");

// What the card says to a field with a prefill source; empty when it says nothing or the field has no source.
[[nodiscard]] QString valueFromCard(const FormField &field, const IdCard &card);
// Every field of the item that the card answers.
[[nodiscard]] Answers prefilled(const ServiceItem &item, const IdCard &card);

// A field hidden by visibleWhen is not asked and its answer is not kept.
[[nodiscard]] bool isVisible(const ServiceItem &item, const FormField &field, const Answers &answers);
// The fields of a page that are asked, in order; pointers into `item`.
[[nodiscard]] std::vector<const FormField *> visibleFields(const ServiceItem &item, const FormPage &page,
                                                           const Answers &answers);
[[nodiscard]] Answers withoutHidden(const ServiceItem &item, const Answers &answers);

// Whether one answer may stand. Error: InputInvalid with a Chinese sentence in `detail` that can be shown and spoken.
// An empty value is an error of a required field only.
[[nodiscard]] Result<void> validate(const FormField &field, const QString &value);

// The key of the first field of the page whose answer is missing or wrong; none: the page is complete. What came from
// the card stands as the card says it (chips hold characters and spellings that no rule of ours foresees).
[[nodiscard]] std::optional<QString> firstOpenField(const ServiceItem &item, const FormPage &page,
                                                    const Answers &answers);
[[nodiscard]] bool isPageComplete(const ServiceItem &item, const FormPage &page, const Answers &answers);

// Pages are numbered as in the item; a page none of whose fields is asked is passed over.
[[nodiscard]] std::optional<int> firstOpenPage(const ServiceItem &item, const Answers &answers);
[[nodiscard]] std::optional<int> pageAfter(const ServiceItem &item, int page, const Answers &answers); // page -1: first
[[nodiscard]] std::optional<int> pageBefore(const ServiceItem &item, int page, const Answers &answers);

// Plain: as it is. ForHolder: for the applicant's own check on a public screen, the ID number masked (the card is in the
// hand; the name and address must be readable to be checked). Masked: ID numbers, phones and names as in masking.h.
enum class Shown { Plain, ForHolder, Masked };

// What a person reads: the label of a choice or refusal, 1949年12月31日, the value else.
[[nodiscard]] QString displayValue(const FormField &field, const Secret &value, Shown shown);

} // namespace tongban::domain
