// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/registry/supervised/supervised.h"

namespace tongban::drivers::registry {

class SupervisedDocumentScanner final : public Supervised<ports::DocumentScanner, &Devices::documentScanner>
{
public:
    using Supervised::Supervised;
    Result<std::vector<ports::ScannedPage>> scan(const ports::PageProfile &profile, int maxPages, Deadline deadline,
                                                 std::stop_token stop, const ports::OnScanProgress &progress) override
    {
        return supervise(deadline, [&](ports::DocumentScanner &scanner) {
            return scanner.scan(profile, maxPages, deadline, std::move(stop), progress);
        });
    }
};

class SupervisedCamera final : public Supervised<ports::Camera, &Devices::camera>
{
public:
    using Supervised::Supervised;
    Result<void> start(Deadline deadline, std::stop_token stop) override
    {
        return supervise(deadline, [&](ports::Camera &camera) { return camera.start(deadline, std::move(stop)); });
    }
    Result<ports::CameraFrame> frame(quint64 after, Deadline deadline, std::stop_token stop) override
    {
        return listen([&](ports::Camera &camera) { return camera.frame(after, deadline, std::move(stop)); });
    }
    Result<ports::ScannedPage> capture(const ports::PageProfile &profile, Deadline deadline,
                                       std::stop_token stop) override
    {
        return supervise(deadline,
                         [&](ports::Camera &camera) { return camera.capture(profile, deadline, std::move(stop)); });
    }
};

} // namespace tongban::drivers::registry
