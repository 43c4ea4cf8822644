// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a form: what is asked, what is already known, what an answer must look like (item/field_rules.h). Pure.
// Values as stored and sent: text as typed; a number with up to two decimals; money in fen; a choice's code, several
// joined by commas; a date as yyyy-MM-dd; a region as 12 digits; a family as a JSON array of objects key → text;
// "agreed" for a declaration; "refused" for 我没有手机 and its like.
#pragma once

#include "app/core/base/result.h"
#include "app/core/base/sensitive.h"
#include "app/core/domain/id_card.h"
#include "app/core/domain/item/field_rules.h"
#include "app/core/domain/residence.h"
#include "app/core/domain/service_item.h"

#include <QMap>

#include <optional>
#include <vector>

namespace tongban::domain {

using Answers = QMap<QString, Secret>; // field key → value

inline const QString refusedAnswer = QStringLiteral("refused");
inline const QString agreedAnswer = QStringLiteral("agreed");

// Where answers are known from, by the names of `prefill`: "card.name", "library.socialCard.account", "earlier.phone",
// "party.spouse.name". What is not there is asked.
using PrefillSources = QMap<QString, Secret>;

// "card.name" … for the prefix "card"; "party.spouse.name" … for "party.spouse". What the card does not say is left
// out.
[[nodiscard]] PrefillSources sourcesOf(const IdCard &card, const QString &prefix = QStringLiteral("card"));

// What the card says to a field with a prefill source; empty when it says nothing or the field has no source.
[[nodiscard]] QString valueFromCard(const FormField &field, const IdCard &card);
// What was answered so far, and every other field of it that is asked and that the sources answer.
[[nodiscard]] Answers prefilled(const ServiceItem &item, const PrefillSources &sources, Answers given = {});
[[nodiscard]] Answers prefilled(const ServiceItem &item, const IdCard &card, Answers given = {});

// The first rule of the item to which the card says no at `today`; none: nothing against it. residence: what the card's
// address says as seen from this hall; unclear is no no.
[[nodiscard]] const EligibilityRule *brokenRule(const ServiceItem &item, const IdCard &card, QDate today,
                                                Residence residence);

// Whether a condition of the item holds. A question that is not asked has no answer, and nothing equals that.
[[nodiscard]] bool holds(const Condition &condition, const ServiceItem &item, const Answers &answers);

// The situation after `index` (-1: the first) that is asked; before it likewise.
[[nodiscard]] std::optional<int> situationAfter(const ServiceItem &item, int index, const Answers &answers);
[[nodiscard]] std::optional<int> situationBefore(const ServiceItem &item, int index, const Answers &answers);

// The materials that these situations ask for, in the order of the item.
[[nodiscard]] std::vector<const MaterialSpec *> askedMaterials(const ServiceItem &item, const Answers &answers);

// A field hidden by visibleWhen is not asked and its answer is not kept.
[[nodiscard]] bool isVisible(const ServiceItem &item, const FormField &field, const Answers &answers);
// The fields of a page that are asked, in order; pointers into `item`.
[[nodiscard]] std::vector<const FormField *> visibleFields(const ServiceItem &item, const FormPage &page,
                                                           const Answers &answers);
[[nodiscard]] Answers withoutHidden(const ServiceItem &item, const Answers &answers);

// The key of the first field of the page whose answer is missing or wrong; none: the page is complete. What came from
// the card stands as the card says it (chips hold characters and spellings that no rule of ours foresees).
[[nodiscard]] std::optional<QString> firstOpenField(const ServiceItem &item, const FormPage &page,
                                                    const Answers &answers, QDate today);
[[nodiscard]] bool isPageComplete(const ServiceItem &item, const FormPage &page, const Answers &answers, QDate today);

// Pages are numbered as in the item; a page none of whose fields is asked is passed over.
[[nodiscard]] std::optional<int> firstOpenPage(const ServiceItem &item, const Answers &answers, QDate today);
[[nodiscard]] std::optional<int> pageAfter(const ServiceItem &item, int page, const Answers &answers); // page -1: first
[[nodiscard]] std::optional<int> pageBefore(const ServiceItem &item, int page, const Answers &answers);

// Plain: as it is. ForHolder: for the applicant's own check on a public screen, ID and account numbers masked (the card
// is in the hand; the name and address must be readable to be checked). Masked: numbers, phones and names as in
// masking.h, of what is sensitive only that it was filled in.
enum class Shown { Plain, ForHolder, Masked };

// What a person reads: the label of a choice or refusal, 1949年12月31日, 1200元, the value else.
[[nodiscard]] QString displayValue(const FormField &field, const Secret &value, Shown shown);
[[nodiscard]] QString yuanText(qint64 fen); // 1200元, 12.50元

} // namespace tongban::domain
