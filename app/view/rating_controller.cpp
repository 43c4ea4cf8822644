// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/rating_controller.h"

namespace tongban::view {

RatingController::RatingController(QObject *parent) : QObject(parent), m_levels({"level", "label"})
{
    show();
}

void RatingController::show()
{
    m_levels.setRows(
        {{5, tr("非常满意")}, {4, tr("满意")}, {3, tr("基本满意")}, {2, tr("不满意")}, {1, tr("非常不满意")}});
}

} // namespace tongban::view
