// SPDX-License-Identifier: GPL-3.0-or-later
// What the city is told of a supplement (补正), as JSON. Pure. Shapes: resources/api/platform.openapi.yaml and the
// README here. `given`: content is the supplement's draft, localNumber its own number (补正编号).
#pragma once

#include "offline/outbox/case_messages.h"

namespace tongban::offline::outbox {

// One for each page, the signature's too; before supplementMessage, which names them all.
[[nodiscard]] std::vector<QJsonObject> supplementUploads(const domain::SubmittedCase &given);
[[nodiscard]] QJsonObject supplementMessage(const domain::SubmittedCase &given, const MessageOrigin &origin);

} // namespace tongban::offline::outbox
