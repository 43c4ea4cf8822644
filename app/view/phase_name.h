// SPDX-License-Identifier: GPL-3.0-or-later
// How far a paper is, as QML knows it.
#pragma once

#include "app/flow/service/service_flow.h"

#include <QString>

namespace tongban::view {

[[nodiscard]] inline QString phaseName(flow::PrintPhase phase)
{
    switch (phase) {
    case flow::PrintPhase::None:
        return {};
    case flow::PrintPhase::Printing:
        return QStringLiteral("printing");
    case flow::PrintPhase::Confirmed:
        return QStringLiteral("confirmed");
    case flow::PrintPhase::Asking:
        return QStringLiteral("asking");
    case flow::PrintPhase::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

} // namespace tongban::view
