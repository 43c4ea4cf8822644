// SPDX-License-Identifier: GPL-3.0-or-later
// A tree of devices without hardware (umockdev, DEVICES §6): what a process under the preload with UMOCKDEV_DIR=root()
// sees as /sys and /dev. One a process. Devices come and go with the kernel's events, their nodes answer as their
// TestbedNode says.
//
// umockdev sends events through libudev, which must see the tree: this process runs under the preload itself
// (preload.h).
#pragma once

#include "app/core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

struct _UMockdevTestbed;
struct _UMockdevIoctlClient;

namespace tongban::drivers::emulator {

// The far side of one device node. Called on the test bed's own thread, for every open file of the node. True: handled,
// umockdev_ioctl_client_complete() was or will be called; false: the system call goes the way of a plain file.
class TestbedNode
{
public:
    virtual ~TestbedNode() = default;
    [[nodiscard]] virtual bool ioctl(_UMockdevIoctlClient *client) = 0;
    [[nodiscard]] virtual bool read(_UMockdevIoctlClient *) { return false; }
    [[nodiscard]] virtual bool write(_UMockdevIoctlClient *) { return false; }
};

class Testbed
{
public:
    Testbed();
    ~Testbed(); // takes the tree away
    Testbed(const Testbed &) = delete;
    Testbed &operator=(const Testbed &) = delete;

    [[nodiscard]] QString root() const; // value of UMOCKDEV_DIR

    // description: one device (with parents that are not there yet) as umockdev-record writes it, a line an item: P: path
    // below /sys, N: node below /dev with its content in hex, E: property, A: attribute, H: binary attribute in hex.
    // node: e.g. "/dev/bus/usb/001/011", empty for a device without one; answers: null for a node that is only a file.
    // The kernel's "add" event follows. Error: DeviceFault with umockdev's words.
    Result<void> add(const QByteArray &description, const QByteArray &node = {},
                     std::shared_ptr<TestbedNode> answers = nullptr);

    // The cable is pulled: "remove" event, then the device and its node are gone. path: as in P:, with /sys before it.
    void remove(const QByteArray &path, const QByteArray &node = {});

    // The writing end of a node that N: names without content (evdev): what is written there is read from the node; the
    // test bed keeps it. −1: no such node.
    [[nodiscard]] int writingEnd(const QByteArray &node) const;

private:
    void detach(const QByteArray &node);

    _UMockdevTestbed *m_bed;
    QHash<QByteArray, void *> m_attached; // node → its UMockdevIoctlBase
};

} // namespace tongban::drivers::emulator
