// SPDX-License-Identifier: GPL-3.0-or-later
// How far a case is, in a villager's words (DOMAIN.md "State machines"). UI thread (looked up in the screen's
// language).
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/ports/notices.h"

#include <QString>

namespace tongban::flow::progress {

struct StatusWords
{
    QString brief;   // a few words, for a line of the timeline: 已受理
    QString meaning; // one sentence: what this means, or what the person does next
};

[[nodiscard]] StatusWords wordsOf(domain::CaseStatus status);
[[nodiscard]] QString wordsOf(ports::NoticeKind kind);

// Nothing goes on until the person does something, or the office said no.
[[nodiscard]] bool wantsThePerson(domain::CaseStatus status);

} // namespace tongban::flow::progress
