// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/emulator/camera_on_desk.h"

#include <QFile>
#include <QImageReader>

#include <array>
#include <optional>
#include <utility>

namespace tongban::drivers::emulator {
namespace {

constexpr char path[] = "/sys/devices/virtual/video4linux/video0";
constexpr char node[] = "/dev/video0";
constexpr char description[] = "P: /devices/virtual/video4linux/video0\n"
                               "N: video0=00\n"
                               "E: DEVNAME=/dev/video0\n"
                               "E: SUBSYSTEM=video4linux\n"
                               "E: MAJOR=81\n"
                               "E: MINOR=0\n"
                               "E: ID_V4L_PRODUCT=Tongban document camera\n"
                               "E: ID_V4L_CAPABILITIES=:capture:\n"
                               "A: name=Tongban document camera\\n\n"
                               "A: index=0\\n\n\n";

constexpr std::array faultNames{std::pair{CameraFault::None, "none"}, std::pair{CameraFault::Hang, "hang"},
                                std::pair{CameraFault::Garbage, "garbage"}};

std::optional<CameraFault> faultNamed(const QString &name)
{
    for (const auto &[fault, known] : faultNames) {
        if (name == QLatin1String(known))
            return fault;
    }
    return std::nullopt;
}

QString nameOf(CameraFault wanted)
{
    for (const auto &[fault, name] : faultNames) {
        if (fault == wanted)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

} // namespace

CameraOnDesk::~CameraOnDesk()
{
    if (m_node)
        m_node->vanish();
}

Result<void> CameraOnDesk::plug()
{
    if (m_node)
        return {};
    auto camera = std::make_shared<CameraNode>(m_scene);
    camera->setFault(m_fault);
    if (auto added = m_testbed.add(description, node, camera); !added)
        return added;
    if (!camera->mapFile(m_testbed.root() + QLatin1String(node)))
        return fail(ErrorKind::DeviceFault, QStringLiteral("camera.plug"), QStringLiteral("no memory behind the node"));
    m_node = std::move(camera);
    return {};
}

void CameraOnDesk::unplug()
{
    if (!m_node)
        return;
    // The node first: whoever is told that the camera is gone looks whether it still stands there. (The test bed itself
    // would leave the file, and without anybody behind it.)
    QFile::remove(m_testbed.root() + QLatin1String(node));
    m_node->vanish();
    m_testbed.remove(path, node);
    m_node.reset();
}

Result<void> CameraOnDesk::show(const QString &file)
{
    if (file.isEmpty()) {
        m_scene.show({});
        return {};
    }
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::InputInvalid, QStringLiteral("camera.show"), reader.errorString());
    m_scene.show(image);
    return {};
}

Result<void> CameraOnDesk::setFault(const QString &kind)
{
    const auto fault = faultNamed(kind);
    const bool isUnplugged = kind == QStringLiteral("unplugged");
    if (!fault && !isUnplugged)
        return fail(ErrorKind::InputInvalid, QStringLiteral("command"),
                    QStringLiteral("camera.fault: unknown kind ") + kind);
    m_fault = fault.value_or(CameraFault::None);
    if (isUnplugged) {
        unplug();
        return {};
    }
    if (m_node)
        m_node->setFault(m_fault);
    return plug();
}

QJsonObject CameraOnDesk::status() const
{
    return {{QStringLiteral("shows"), !m_scene.isEmpty()},
            {QStringLiteral("streaming"), m_node && m_node->isStreaming()},
            {QStringLiteral("plugged"), m_node != nullptr},
            {QStringLiteral("fault"), nameOf(m_fault)}};
}

} // namespace tongban::drivers::emulator
