// SPDX-License-Identifier: GPL-3.0-or-later
// What the city is told of one case, as JSON. Pure. Shapes: resources/api/platform.openapi.yaml and the README here.
#pragma once

#include "app/core/domain/case_draft.h"
#include "app/core/domain/evaluation.h"
#include "app/core/ports/outbox.h"

#include <QJsonObject>

#include <vector>

namespace tongban::offline::outbox {

struct MessageOrigin
{
    QString siteCode;
    QString deviceId;
};

// Key under which signatures travel, as pages of a material: the applicant's is page 1, that of the first party in the
// message page 2 …
inline constexpr auto signatureMaterial = "signature";

struct PageToSend
{
    QString material;
    int page = 1; // from 1, paper order
    domain::SealedPage file;
    bool isDrawn = false; // a signature written on the pad (PNG); what was scanned is JPEG
};

// Every file of the case, materials in the order of the item, the signatures last.
[[nodiscard]] std::vector<PageToSend> pagesToSend(const domain::CaseDraft &content);

struct UploadToSend
{
    ports::OutboxKind kind; // UploadThumbnail or UploadPage
    QJsonObject payload;
};
// One for each page, and one ahead of it for its thumbnail where there is one.
[[nodiscard]] std::vector<UploadToSend> uploadsOf(const domain::CaseDraft &content);

[[nodiscard]] QJsonObject createCaseMessage(const domain::SubmittedCase &submitted, const MessageOrigin &origin);
[[nodiscard]] QJsonObject uploadPageMessage(const QUuid &caseId, const PageToSend &page);
[[nodiscard]] QJsonObject submitCaseMessage(int pages);
[[nodiscard]] QJsonObject evaluationMessage(const domain::Evaluation &evaluation, const QString &localNumber,
                                            const QDateTime &atUtc);

} // namespace tongban::offline::outbox
