// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/base/result.h"
#include "app/core/domain/case_draft.h"
#include "app/core/domain/receipt_codes.h"

namespace tongban::ports {

// Makes the codes that stand on a receipt, signed by this terminal. Pure computing, about 10 ms; any thread. The codes
// of the same case differ from copy to copy (fresh randomness) and say the same.
class ReceiptSealer
{
public:
    virtual ~ReceiptSealer() = default;
    // Misconfigured: a code or number of the case is longer than the catalogue's rules allow. Nothing is ever cut.
    [[nodiscard]] virtual Result<domain::ReceiptCodes> codesFor(const domain::SubmittedCase &submitted) const = 0;
};

} // namespace tongban::ports
