// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/testbed.h"

#include <umockdev.h>

#include <utility>

namespace tongban::drivers::emulator {
namespace {

using Answers = std::shared_ptr<TestbedNode>;

tl::unexpected<Error> refused(GError *error)
{
    const QString why = error == nullptr ? QStringLiteral("unknown") : QString::fromUtf8(error->message);
    g_clear_error(&error);
    return fail(ErrorKind::DeviceFault, QStringLiteral("testbed"), why);
}

gboolean onIoctl(UMockdevIoctlBase *, UMockdevIoctlClient *client, gpointer answers)
{
    return (*static_cast<Answers *>(answers))->ioctl(client) ? TRUE : FALSE;
}

gboolean onRead(UMockdevIoctlBase *, UMockdevIoctlClient *client, gpointer answers)
{
    return (*static_cast<Answers *>(answers))->read(client) ? TRUE : FALSE;
}

gboolean onWrite(UMockdevIoctlBase *, UMockdevIoctlClient *client, gpointer answers)
{
    return (*static_cast<Answers *>(answers))->write(client) ? TRUE : FALSE;
}

// The node lives as long as somebody has it open: each connection keeps it.
void connectSignal(UMockdevIoctlBase *handler, const char *signal, GCallback callback, const Answers &answers)
{
    g_signal_connect_data(
        handler, signal, callback, new Answers(answers),
        [](gpointer data, GClosure *) { delete static_cast<Answers *>(data); }, GConnectFlags(0));
}

} // namespace

Testbed::Testbed() : m_bed(umockdev_testbed_new()) {}

Testbed::~Testbed()
{
    for (const QByteArray &node : m_attached.keys())
        detach(node);
    g_object_unref(m_bed);
}

QString Testbed::root() const
{
    const std::unique_ptr<gchar, decltype(&g_free)> root(umockdev_testbed_get_root_dir(m_bed), &g_free);
    return QString::fromLocal8Bit(root.get());
}

Result<void> Testbed::add(const QByteArray &description, const QByteArray &node, Answers answers)
{
    GError *error = nullptr;
    // First who answers, then what is asked: the event wakes the kiosk at once.
    if (answers) {
        UMockdevIoctlBase *handler = umockdev_ioctl_base_new();
        connectSignal(handler, "handle-ioctl", G_CALLBACK(onIoctl), answers);
        connectSignal(handler, "handle-read", G_CALLBACK(onRead), answers);
        connectSignal(handler, "handle-write", G_CALLBACK(onWrite), answers);
        m_attached.insert(node, handler);
        if (umockdev_testbed_attach_ioctl(m_bed, node.constData(), handler, &error) == FALSE)
            return refused(error);
    }
    if (umockdev_testbed_add_from_string(m_bed, description.constData(), &error) == FALSE)
        return refused(error);
    return {};
}

void Testbed::remove(const QByteArray &path, const QByteArray &node)
{
    umockdev_testbed_uevent(m_bed, path.constData(), "remove");
    umockdev_testbed_remove_device(m_bed, path.constData());
    detach(node);
}

void Testbed::detach(const QByteArray &node)
{
    void *handler = m_attached.take(node);
    if (handler == nullptr)
        return;
    umockdev_testbed_detach_ioctl(m_bed, node.constData(), nullptr);
    g_object_unref(handler);
}

int Testbed::writingEnd(const QByteArray &node) const
{
    return umockdev_testbed_get_dev_fd(m_bed, node.constData());
}

} // namespace tongban::drivers::emulator
