// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/capture_controller.h"

#include "app/view/shown_words.h"

namespace tongban::view {

CaptureController::CaptureController(QObject *parent) : QObject(parent) {}

void CaptureController::show(const flow::ServiceState &state)
{
    m_materialName = shownMaterial(state);
    if (state.step != flow::Step::Capture || !state.busy) { // the next scan begins anew
        m_page = 1;
        m_percent = 0;
    }
    Q_EMIT changed();
}

QString CaptureController::progressText() const
{
    return m_page > 1 ? tr("正在扫第 %1 张").arg(m_page) : QString();
}

void CaptureController::setProgress(int page, int percent)
{
    m_page = page;
    m_percent = percent;
    Q_EMIT changed();
}

} // namespace tongban::view
