// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/usb_node.h"

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <umockdev.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

constexpr int setupSize = 8;
// libusb polls a node that is a plain file and always ready: an answer "not yet" that takes its time spares the
// processor (DEVICES §6).
constexpr unsigned reapWaitMs = 2;

usbdevfs_urb *urbIn(UMockdevIoctlData *data)
{
    return reinterpret_cast<usbdevfs_urb *>(data->data);
}

bool isToHost(const usbdevfs_urb &urb)
{
    return (urb.endpoint & 0x80) != 0;
}

// What the argument of the call points at; the client's memory is fetched once, on the test bed's thread.
std::unique_ptr<UMockdevIoctlData, void (*)(gpointer)> argumentOf(UMockdevIoctlClient *client, gsize size)
{
    return {umockdev_ioctl_data_resolve(umockdev_ioctl_client_get_arg(client), 0, size, nullptr), &g_object_unref};
}

QByteArray contentOf(UMockdevIoctlData *buffer)
{
    return buffer == nullptr ? QByteArray()
                             : QByteArray(reinterpret_cast<const char *>(buffer->data), buffer->data_len);
}

} // namespace

void UsbNode::Unref::operator()(void *object) const
{
    g_object_unref(object);
}

UsbNode::UsbNode(Receiver receiver) : m_receiver(std::move(receiver)) {}
UsbNode::~UsbNode() = default;

bool UsbNode::ioctl(UMockdevIoctlClient *client)
{
    const gulong request = umockdev_ioctl_client_get_request(client);
    if (request == USBDEVFS_REAPURB || request == USBDEVFS_REAPURBNDELAY) {
        reap(client); // what ended with the device is still to be had
        return true;
    }
    if (const std::lock_guard lock(m_mutex); m_isGone) {
        umockdev_ioctl_client_complete(client, -1, ENODEV);
        return true;
    }
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES:
        tellCapabilities(client);
        return true;
    case USBDEVFS_SUBMITURB:
        submit(client);
        return true;
    case USBDEVFS_DISCARDURB:
        discard(client);
        return true;
    case USBDEVFS_CLEAR_HALT:
        clearHalt(client);
        return true;
    case USBDEVFS_CLAIMINTERFACE:
    case USBDEVFS_RELEASEINTERFACE:
    case USBDEVFS_DISCONNECT_CLAIM:
    case USBDEVFS_IOCTL: // the kernel's driver is put back
    case USBDEVFS_RESET:
    case USBDEVFS_SETCONFIGURATION:
    case USBDEVFS_SETINTERFACE:
        umockdev_ioctl_client_complete(client, 0, 0);
        return true;
    case USBDEVFS_GETDRIVER:
        umockdev_ioctl_client_complete(client, -1, ENODATA);
        return true;
    default: // usbfs has more than we need: as an older kernel answers
        umockdev_ioctl_client_complete(client, -1, ENOTTY);
        return true;
    }
}

void UsbNode::tellCapabilities(UMockdevIoctlClient *client)
{
    const auto data = argumentOf(client, sizeof(guint32));
    const guint32 capabilities =
        USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
    std::memcpy(data->data, &capabilities, sizeof capabilities);
    umockdev_ioctl_client_complete(client, 0, 0);
}

void UsbNode::submit(UMockdevIoctlClient *client)
{
    Urb urb;
    urb.data.reset(argumentOf(client, sizeof(usbdevfs_urb)).release());
    usbdevfs_urb asked; // not {}: it ends in an array without a size, which clang will not initialise
    std::memcpy(&asked, urb.data->data, sizeof asked);
    urb.buffer.reset(umockdev_ioctl_data_resolve(urb.data.get(), offsetof(usbdevfs_urb, buffer),
                                                 static_cast<gsize>(asked.buffer_length), nullptr));
    const QByteArray content = contentOf(urb.buffer.get());
    quint64 id = 0;
    bool isTaken = true;
    {
        const std::lock_guard lock(m_mutex);
        id = urb.id = ++m_lastId;
        isTaken = m_takes && !m_halted.contains(asked.endpoint);
        begin(std::move(urb));
        umockdev_ioctl_client_complete(client, 0, 0);
    }
    if (asked.type == USBDEVFS_URB_TYPE_CONTROL && content.size() >= setupSize) {
        const UsbSetup setup = UsbSetup::parse(content.first(setupSize));
        m_receiver.onControl(id, setup, setup.isToHost() ? QByteArray() : content.mid(setupSize));
    } else if (!isToHost(asked) && isTaken) {
        m_receiver.onBulk(asked.endpoint, content);
    }
}

void UsbNode::begin(Urb urb)
{
    const usbdevfs_urb asked = *urbIn(urb.data.get());
    const auto pending = m_pending.insert(m_pending.end(), std::move(urb));
    if (asked.type == USBDEVFS_URB_TYPE_CONTROL)
        return;
    if (m_halted.contains(asked.endpoint))
        finish(pending, -EPIPE);
    else if (isToHost(asked))
        match(asked.endpoint);
    else if (m_takes)
        finish(pending, 0);
}

void UsbNode::finish(std::list<Urb>::iterator urb, int status, const QByteArray &toHost)
{
    usbdevfs_urb *answered = urbIn(urb->data.get());
    const bool isControl = answered->type == USBDEVFS_URB_TYPE_CONTROL;
    const bool isIn = isControl ? (urb->buffer->data[0] & 0x80) != 0 : isToHost(*answered);
    const int offset = isControl ? setupSize : 0;
    answered->status = status;
    answered->actual_length = 0;
    if (!toHost.isEmpty()) {
        std::memcpy(urb->buffer->data + offset, toHost.constData(), static_cast<size_t>(toHost.size()));
        answered->actual_length = static_cast<int>(toHost.size());
    } else if (status == 0 && !isIn) {
        answered->actual_length = answered->buffer_length - offset;
    }
    m_done.push_back(std::move(*urb));
    m_pending.erase(urb);
    if (const auto reaper = std::exchange(m_reaper, nullptr))
        hand(reaper.get());
}

void UsbNode::match(quint8 endpoint)
{
    std::deque<QByteArray> &said = m_said[endpoint];
    for (auto urb = m_pending.begin(); urb != m_pending.end() && !said.empty();) {
        const auto here = urb++;
        const usbdevfs_urb *asked = urbIn(here->data.get());
        if (asked->type != USBDEVFS_URB_TYPE_BULK || asked->endpoint != endpoint)
            continue;
        const QByteArray bytes = std::move(said.front());
        said.pop_front();
        const bool overflows = bytes.size() > asked->buffer_length;
        finish(here, overflows ? -EOVERFLOW : 0, overflows ? QByteArray() : bytes);
    }
}

void UsbNode::hand(UMockdevIoctlClient *client)
{
    umockdev_ioctl_data_set_ptr(argumentOf(client, sizeof(void *)).get(), 0, m_done.front().data.get());
    m_done.pop_front();
    umockdev_ioctl_client_complete(client, 0, 0);
}

void UsbNode::reap(UMockdevIoctlClient *client)
{
    (void)argumentOf(client, sizeof(void *)); // now: hand() may run on another thread
    const std::lock_guard lock(m_mutex);
    if (!m_done.empty())
        hand(client);
    else if (m_isGone)
        umockdev_ioctl_client_complete(client, -1, ENODEV);
    else
        waitToReap(client);
}

void UsbNode::waitToReap(UMockdevIoctlClient *client)
{
    struct Call
    {
        std::weak_ptr<UsbNode> node;
        quint64 reaper;
    };
    if (m_reaper) { // another open file of the same node
        umockdev_ioctl_client_complete(client, -1, EAGAIN);
        return;
    }
    m_reaper.reset(static_cast<UMockdevIoctlClient *>(g_object_ref(client)));
    GSource *timeout = g_timeout_source_new(reapWaitMs);
    g_source_set_callback(
        timeout,
        [](gpointer data) -> gboolean {
            const auto *call = static_cast<Call *>(data);
            if (const auto node = call->node.lock()) {
                const std::lock_guard lock(node->m_mutex);
                node->giveUpReaping(call->reaper);
            }
            return G_SOURCE_REMOVE;
        },
        new Call{weak_from_this(), ++m_lastReaper}, [](gpointer data) { delete static_cast<Call *>(data); });
    g_source_attach(timeout, g_main_context_get_thread_default());
    g_source_unref(timeout);
}

void UsbNode::giveUpReaping(quint64 reaperId)
{
    if (m_reaper && reaperId == m_lastReaper)
        umockdev_ioctl_client_complete(std::exchange(m_reaper, nullptr).get(), -1, EAGAIN);
}

void UsbNode::discard(UMockdevIoctlClient *client)
{
    gulong address = 0;
    std::memcpy(&address, umockdev_ioctl_client_get_arg(client)->data, sizeof address);
    const std::lock_guard lock(m_mutex);
    const auto urb = std::find_if(m_pending.begin(), m_pending.end(),
                                  [&](const Urb &pending) { return pending.data->client_addr == address; });
    const bool isPending = urb != m_pending.end();
    if (isPending)
        finish(urb, -ENOENT);
    umockdev_ioctl_client_complete(client, isPending ? 0 : -1, isPending ? 0 : EINVAL);
}

void UsbNode::clearHalt(UMockdevIoctlClient *client)
{
    unsigned int endpoint = 0;
    std::memcpy(&endpoint, argumentOf(client, sizeof endpoint)->data, sizeof endpoint);
    const std::lock_guard lock(m_mutex);
    if (!m_stuck.contains(static_cast<quint8>(endpoint)))
        m_halted.remove(static_cast<quint8>(endpoint));
    umockdev_ioctl_client_complete(client, 0, 0);
}

void UsbNode::send(quint8 endpoint, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    m_said[endpoint].push_back(bytes);
    match(endpoint);
}

void UsbNode::answerControl(quint64 id, const std::optional<QByteArray> &answer)
{
    const std::lock_guard lock(m_mutex);
    const auto urb = std::find_if(m_pending.begin(), m_pending.end(), [&](const Urb &it) { return it.id == id; });
    if (urb == m_pending.end()) // the host did not wait
        return;
    if (!answer)
        return finish(urb, -EPIPE);
    const qsizetype room = urb->buffer ? urb->buffer->data_len - setupSize : 0;
    finish(urb, 0, answer->first(std::min(answer->size(), room)));
}

void UsbNode::halt(quint8 endpoint)
{
    const std::lock_guard lock(m_mutex);
    m_halted.insert(endpoint);
    for (auto urb = m_pending.begin(); urb != m_pending.end();) {
        const auto here = urb++;
        if (urbIn(here->data.get())->endpoint == endpoint)
            finish(here, -EPIPE);
    }
}

void UsbNode::vanish()
{
    const std::lock_guard lock(m_mutex);
    m_isGone = true;
    while (!m_pending.empty())
        finish(m_pending.begin(), -ESHUTDOWN);
    if (const auto reaper = std::exchange(m_reaper, nullptr))
        umockdev_ioctl_client_complete(reaper.get(), -1, ENODEV);
}

} // namespace tongban::drivers::emulator
