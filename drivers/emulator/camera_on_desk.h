// SPDX-License-Identifier: GPL-3.0-or-later
// The camera in the test bed, /dev/video0, and the commands camera.*.
#pragma once

#include "app/core/base/result.h"
#include "drivers/emulator/camera_node.h"

#include <QJsonObject>

#include <memory>

namespace tongban::drivers::emulator {

class CameraOnDesk
{
public:
    explicit CameraOnDesk(Testbed &testbed) : m_testbed(testbed) {}
    ~CameraOnDesk();

    Result<void> plug(); // does nothing when it is plugged in
    void unplug();

    // file: PNG, JPEG or PNM, letterboxed; empty: nothing lies there. InputInvalid.
    Result<void> show(const QString &file);
    Result<void> setFault(const QString &kind); // none, hang, garbage, unplugged; InputInvalid
    [[nodiscard]] QJsonObject status() const;   // shows, streaming (the lens is lit), plugged, fault

private:
    Testbed &m_testbed;
    CameraScene m_scene;
    std::shared_ptr<CameraNode> m_node; // while it is plugged in
    CameraFault m_fault = CameraFault::None;
};

} // namespace tongban::drivers::emulator
