// SPDX-License-Identifier: GPL-3.0-or-later
// 帮办代办: who stands beside the applicant, and how sure the terminal is of the applicant. Pure.
#pragma once

#include "app/core/domain/id_card.h"

#include <optional>

namespace tongban::domain {

// As the helper says; the card that was laid down says who it was. Nobody here checks the office that somebody claims.
enum class HelperRole { Relative, Cadre, Volunteer, Staff };

struct Helper
{
    IdCard card;
    HelperRole role = HelperRole::Relative;
};

// How the applicant was identified. Never higher than what happened: nothing raises it but the own card.
enum class Assurance {
    Card,     // laid down their own
    Vouched,  // named by a cadre or a clerk, who answers for it with their own card
    Document, // named by a relative, who laid down their own card and brought papers
};

[[nodiscard]] QString labelOf(HelperRole role); // 亲属, 村干部, 志愿者, 工作人员; Chinese, looked up where it is shown
[[nodiscard]] QString nameOf(HelperRole role);  // stable: as drafts, messages and the audit trail have it
[[nodiscard]] std::optional<HelperRole> helperRoleNamed(const QString &name);
[[nodiscard]] QString nameOf(Assurance assurance); // idCard, vouched, document
[[nodiscard]] std::optional<Assurance> assuranceNamed(const QString &name);

// How an applicant without a card stands through a helper of this role; none: this helper cannot name anybody.
[[nodiscard]] std::optional<Assurance> assuranceThrough(HelperRole role);

// What a name and a number say of somebody whose card is not here: birth and sex stand in the number (GB 11643), and
// nothing else is known. Precondition: isValidIdNumber(number).
[[nodiscard]] IdCard namedPerson(const QString &name, const QString &number);

} // namespace tongban::domain
