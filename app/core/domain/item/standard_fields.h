// SPDX-License-Identifier: GPL-3.0-or-later
// What every form has and no file repeats: the fields that the applicant's card answers, and the page that shows them.
#pragma once

#include "app/core/domain/service_item.h"

namespace tongban::domain {

// name, sex, ethnic, birth, idNumber, address.
[[nodiscard]] const std::vector<FormField> &cardFields();
// 这是您的信息吗？
[[nodiscard]] const FormPage &cardPage();

} // namespace tongban::domain
