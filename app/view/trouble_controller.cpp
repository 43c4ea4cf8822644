// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/trouble_controller.h"

namespace tongban::view {

TroubleController::TroubleController(QObject *parent) : QObject(parent) {}

void TroubleController::show(const flow::ServiceState &state)
{
    m_active = state.trouble.has_value();
    Q_EMIT changed();
}

} // namespace tongban::view
