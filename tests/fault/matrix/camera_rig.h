// SPDX-License-Identifier: GPL-3.0-or-later
// The camera of the emulated desk in its test bed, with tongban-camera and OpenCV's V4L2 above it: what a camera and a
// code scanner that looks through one have in common.
#pragma once

#include "drivers/emulator/client/emulator_process.h"
#include "tests/fault/matrix/child_of_ours.h"
#include "tests/fault/matrix/device_rig.h"

#include <QDeadlineTimer>
#include <QFile>

namespace tongban::tests {

class CameraRig : public DeviceRig
{
public:
    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{domain::DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::WrongDevice: // a node that is no video device
            return Expected{domain::DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::ChildKilled:
            return Expected{domain::DeviceState::Faulted, {ErrorKind::DeviceFault}};
        case Misfortune::OneByte: // pictures come whole, in memory that the kernel shares
            return std::nullopt;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString start() override
    {
        m_desk = std::make_unique<drivers::emulator::EmulatorProcess>();
        const auto started =
            m_desk->start(QStringLiteral(TONGBAN_BIN_DIR "/tongban-emulate"), {QStringLiteral("--camera")});
        if (started)
            qputenv("UMOCKDEV_DIR", m_desk->testbed().toUtf8());
        return started ? QString() : started.error().detail;
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
            return fault("unplugged");
        case Misfortune::Unplugged:
            return whileLit([this] { return fault("unplugged"); });
        case Misfortune::Hangs:
            return whileLit([this] { return fault("hang"); });
        case Misfortune::ChildKilled:
            return whileLit([] { return killChildOfOurs(QStringLiteral("tongban-camera")); });
        case Misfortune::Garbage:
            return fault("garbage");
        case Misfortune::WrongDevice:
            return QFile::rename(answers(), answers() + QStringLiteral(".aside")) ? QString()
                                                                                  : QStringLiteral("it still answers");
        case Misfortune::OneByte:
            break;
        }
        return QStringLiteral("no such misfortune");
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        if (misfortune != Misfortune::WrongDevice)
            return fault("none");
        return QFile::rename(answers() + QStringLiteral(".aside"), answers()) ? QString() : QStringLiteral("no camera");
    }

protected:
    [[nodiscard]] static QJsonObject describe(const char *deviceClass, const char *driver)
    {
        return {{QStringLiteral("id"), QStringLiteral("camera")},
                {QStringLiteral("class"), QLatin1String(deviceClass)},
                {QStringLiteral("driver"), QLatin1String(driver)},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("v4l2")},
                                                          {QStringLiteral("path"), QStringLiteral("/dev/video0")},
                                                          {QStringLiteral("width"), 640},
                                                          {QStringLiteral("height"), 480}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("startTimeoutMs"), 4000}, {QStringLiteral("frameTimeoutMs"), 1000}}}};
    }
    QString show(const QString &file) { return call(QStringLiteral("camera.show"), QStringLiteral("file"), file); }
    [[nodiscard]] QString path(const QString &name) const { return m_desk->path(name); }

private:
    // Where umockdev answers the requests to the node; without it the node is a file that is no video device.
    QString answers() const { return m_desk->testbed() + QStringLiteral("/ioctl/dev/video0"); }

    QString call(const QString &command, const QString &key, const QString &value)
    {
        const auto done = m_desk->client().call(command, {{key, value}});
        return done ? QString() : done.error().detail;
    }
    QString fault(const char *kind)
    {
        return call(QStringLiteral("camera.fault"), QStringLiteral("kind"), QLatin1String(kind));
    }
    template <class Act> QString whileLit(Act act)
    {
        for (const QDeadlineTimer end(10'000); !end.hasExpired();) {
            const auto state = m_desk->client().status(); // takes a moment: nobody spins here
            if (!state)
                return state.error().detail;
            if (state->value(QStringLiteral("camera")).toObject().value(QStringLiteral("streaming")).toBool())
                return act();
        }
        return QStringLiteral("no pictures");
    }

    std::unique_ptr<drivers::emulator::EmulatorProcess> m_desk;
};

} // namespace tongban::tests
