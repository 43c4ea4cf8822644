// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/page_review_controller.h"

#include <QLocale>

namespace tongban::view {

PageReviewController::PageReviewController(QObject *parent) : QObject(parent) {}

void PageReviewController::show(const flow::ServiceState &state, const QStringList &sources)
{
    const bool shown = state.step == flow::Step::PageReview && !state.captured.empty();
    m_imageSources = shown ? sources : QStringList();
    m_imageSource = m_imageSources.value(0);
    m_pageText.clear();
    m_sizeText.clear();
    if (shown) {
        const domain::MaterialSpec *material = state.draft ? state.draft->item.material(state.material) : nullptr;
        const domain::SealedPage &first = state.captured.front();
        m_pageText = tr("%1，共 %n 页", nullptr, static_cast<int>(state.captured.size())).arg(material ? material->name : QString());
        m_sizeText =
            tr("%1 × %2，%3 KB").arg(first.size.width()).arg(first.size.height()).arg((first.bytes + 999) / 1000);
    }
    Q_EMIT changed();
}

} // namespace tongban::view
