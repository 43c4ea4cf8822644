// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/page_review_controller.h"

#include "app/view/shown_words.h"

namespace tongban::view {

PageReviewController::PageReviewController(QObject *parent) : QObject(parent) {}

void PageReviewController::show(const flow::ServiceState &state, const QHash<QUuid, QString> &previews)
{
    const bool shown = state.step == flow::Step::PageReview && !state.captured.empty();
    m_imageSources.clear();
    for (const domain::SealedPage &page : state.captured) {
        if (shown && previews.contains(page.blob))
            m_imageSources << previews.value(page.blob);
    }
    m_pageText.clear();
    if (shown) {
        m_pageText = tr("%1，共 %n 页", nullptr, static_cast<int>(state.captured.size())).arg(shownMaterial(state));
    }
    Q_EMIT changed();
}

} // namespace tongban::view
