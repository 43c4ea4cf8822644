// SPDX-License-Identifier: GPL-3.0-or-later
// What hidraw and event nodes have in common: found by path or by USB ids at every opening, read in messages, gone when
// the cable is pulled.
#pragma once

#include "drivers/transport/file_descriptor.h"
#include "drivers/transport/transport.h"
#include "drivers/transport/udev_find.h"

namespace tongban::drivers::transport {

class NodeTransport : public Transport
{
public:
    // Errors beside those of Transport: ProtocolViolation (there is a device, but not one of the kind).
    Result<void> open() override;
    Result<void> write(const QByteArray &bytes, Deadline deadline, std::stop_token stop) override;
    Result<QByteArray> read(qsizetype maxBytes, Deadline deadline, std::stop_token stop) override;
    void discardInput() override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_fd.isValid(); }

protected:
    // subsystem: of udev, a literal; flags: of open(2) beside the usual ones.
    NodeTransport(const char *subsystem, int flags, NodeAddress address);

    // Whether an opened node is what is wanted; makes it ready. A USB device may have several nodes: the first one that
    // is accepted is taken.
    virtual Result<void> accept(int fd) = 0;
    // Undoes what accept() did; the node may be gone.
    virtual void release(int) {}

    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] QString operation(const char *what) const; // "hidraw.read"
    // Closes, so that the next operation looks for the device again.
    tl::unexpected<Error> gone(const QString &operation, const QString &detail);

private:
    Result<void> openNode(const QString &path);

    const char *m_subsystem;
    int m_flags;
    NodeAddress m_address;
    QString m_path; // of the open node
    FileDescriptor m_fd;
};

} // namespace tongban::drivers::transport
