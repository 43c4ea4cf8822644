// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/camera_code_scanner.h"
#include "drivers/devices/camera/v4l2_camera.h"
#include "drivers/registry/driver_list.h"

#include <QCoreApplication>

namespace tongban::drivers::registry {

namespace {

QString cameraProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/tongban-camera");
}

} // namespace

Result<void> buildV4l2Camera(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::CameraOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    devices.camera = std::make_unique<devices::V4l2Camera>(*options, cameraProgram());
    return {};
}

Result<void> buildCameraCodeScanner(const Descriptor &descriptor, Devices &devices)
{
    const auto options = devices::CameraOptions::fromJson(descriptor.transport, descriptor.options);
    if (!options)
        return fail(options.error());
    devices.codeScanner = std::make_unique<devices::CameraCodeScanner>(*options, cameraProgram());
    return {};
}

} // namespace tongban::drivers::registry
