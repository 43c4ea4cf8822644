// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/devices/camera/shared_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tongban::drivers::devices {

using transport::FileDescriptor;

namespace {

constexpr auto where = "shared-memory";
constexpr int fixedSize = F_SEAL_SHRINK | F_SEAL_GROW;

tl::unexpected<Error> refused()
{
    return fail(ErrorKind::DeviceFault, QLatin1String(where), QString::fromLocal8Bit(std::strerror(errno)));
}

// Room for the control message of a few descriptors; more are cut off and closed by the kernel.
union Control
{
    cmsghdr header; // for its alignment
    char bytes[CMSG_SPACE(sizeof(int) * 4)];
};

FileDescriptor lastDescriptorOf(msghdr &message)
{
    FileDescriptor last;
    for (cmsghdr *control = CMSG_FIRSTHDR(&message); control; control = CMSG_NXTHDR(&message, control)) {
        if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (control->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(control) + i * sizeof fd, sizeof fd);
            last.reset(fd);
        }
    }
    return last;
}

} // namespace

Result<FileDescriptor> makeSharedMemory(qint64 bytes)
{
    FileDescriptor fd(::memfd_create("tongban-frames", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd.isValid() || ::ftruncate(fd.get(), bytes) != 0 ||
        ::fcntl(fd.get(), F_ADD_SEALS, fixedSize | F_SEAL_SEAL) != 0)
        return refused();
    return fd;
}

Result<void> checkSharedMemory(int fd, qint64 bytes)
{
    struct stat status{};
    const bool isSized = ::fstat(fd, &status) == 0 && status.st_size == bytes;
    const int seals = ::fcntl(fd, F_GET_SEALS);
    if (!isSized || seals < 0 || (seals & fixedSize) != fixedSize)
        return fail(ErrorKind::ProtocolViolation, QLatin1String(where),
                    QStringLiteral("not %1 sealed bytes").arg(bytes));
    return {};
}

Mapping::~Mapping()
{
    if (m_data)
        ::munmap(m_data, m_size);
}

Mapping::Mapping(Mapping &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{}

Mapping &Mapping::operator=(Mapping &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Result<Mapping> Mapping::of(int fd, qint64 offset, qint64 bytes, bool isWritable)
{
    const int protection = isWritable ? PROT_READ | PROT_WRITE : PROT_READ;
    void *data = ::mmap(nullptr, static_cast<std::size_t>(bytes), protection, MAP_SHARED, fd, offset);
    if (data == MAP_FAILED)
        return refused();
    Mapping mapping;
    mapping.m_data = static_cast<uchar *>(data);
    mapping.m_size = static_cast<std::size_t>(bytes);
    return mapping;
}

Result<Received> receiveWithDescriptor(int socket)
{
    QByteArray bytes(64 * 1024, Qt::Uninitialized);
    iovec part{bytes.data(), static_cast<std::size_t>(bytes.size())};
    Control control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = &control;
    message.msg_controllen = sizeof control;
    const auto n = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (n < 0 && errno != ECONNRESET)
        return refused();
    Received received;
    received.descriptor = lastDescriptorOf(message);
    bytes.truncate(std::max<qsizetype>(n, 0));
    received.bytes = bytes;
    return received;
}

bool sendWithDescriptor(int socket, const QByteArray &bytes, int descriptor)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        iovec part{const_cast<char *>(bytes.constData()) + sent, static_cast<std::size_t>(bytes.size() - sent)};
        Control control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        if (sent == 0) {
            message.msg_control = &control;
            message.msg_controllen = CMSG_SPACE(sizeof descriptor);
            cmsghdr *header = CMSG_FIRSTHDR(&message);
            header->cmsg_level = SOL_SOCKET;
            header->cmsg_type = SCM_RIGHTS;
            header->cmsg_len = CMSG_LEN(sizeof descriptor);
            std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
        }
        const auto n = ::sendmsg(socket, &message, MSG_NOSIGNAL);
        if (n <= 0 && errno != EINTR)
            return false;
        sent += std::max<qsizetype>(n, 0);
    }
    return true;
}

} // namespace tongban::drivers::devices
