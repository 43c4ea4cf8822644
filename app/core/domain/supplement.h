// SPDX-License-Identifier: GPL-3.0-or-later
// 补正: what the office wants of a case, as a form and a list of materials of their own, so that it is answered where
// an application is filled in. Pure functions.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/json_reader.h"

namespace tongban::domain {

// One thing to bring or to correct, whatever the letter says of it in one place or in several.
struct Wanted
{
    QString key; // of a field or a material of supplementItem
    bool isAnswer = false;
    QString words; // the office's
};

// In the order of the letter. A demand that names nothing of the item, or an answer that only a card can give, is met
// by a page: its key is "demand-" and its place in the letter.
[[nodiscard]] std::vector<Wanted> wantedBy(const ServiceItem &item, const std::vector<Demand> &demands);

// The item with nothing but what is wanted: each answer on a page of its own, asked anew; each material scanned. Its
// source is the whole item's.
[[nodiscard]] ServiceItem supplementItem(const ServiceItem &item, const std::vector<Demand> &demands);

// `id`: the new draft's. What the case says already is not carried over: the office has it.
[[nodiscard]] CaseDraft supplementDraft(const SubmittedCase &standing, const SupplementOf &of, const QUuid &id,
                                        const QDateTime &nowUtc);

// Of a draft that is a supplement: what the office said of this field or material; empty: nothing.
[[nodiscard]] QString officeWords(const CaseDraft &draft, const QString &key);
// The first material that has no pages yet; none: all are in.
[[nodiscard]] const MaterialSpec *nextToBring(const CaseDraft &draft);

// In the draft's JSON (draft_codec.h).
void putSupplement(QJsonObject &json, const CaseDraft &draft);
[[nodiscard]] std::optional<SupplementOf> supplementFrom(JsonReader &draft);

} // namespace tongban::domain
