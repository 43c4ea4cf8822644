// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/capture_controller.h"

namespace tongban::view {

CaptureController::CaptureController(QObject *parent) : QObject(parent) {}

void CaptureController::show(const flow::ServiceState &state)
{
    const domain::MaterialSpec *material = state.draft ? state.draft->item.material(state.material) : nullptr;
    m_materialName = material ? material->name : QString();
    Q_EMIT changed();
}

} // namespace tongban::view
