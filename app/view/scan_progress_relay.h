// SPDX-License-Identifier: GPL-3.0-or-later
// Carries a scan's progress from the scanner's lane to the UI thread. Shared by both, so that neither has to outlive
// the other; what is still under way when the listener is gone is dropped by Qt.
#pragma once

#include "app/core/ports/document_scanner.h"

#include <QObject>

#include <memory>

namespace tongban::view {

class ScanProgressRelay : public QObject
{
    Q_OBJECT
public:
    // On the UI thread. The last owner may be the lane, so the object goes by its own thread's event loop.
    [[nodiscard]] static std::shared_ptr<ScanProgressRelay> make()
    {
        return {new ScanProgressRelay, [](ScanProgressRelay *relay) { relay->deleteLater(); }};
    }

Q_SIGNALS:
    void progressed(int page, int percent); // connect queued
};

} // namespace tongban::view
