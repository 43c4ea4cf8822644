// SPDX-License-Identifier: GPL-3.0-or-later
// The camera of the emulated desk in its test bed, with tongban-camera and OpenCV's V4L2 above it.
#include "drivers/emulator/client/emulator_process.h"
#include "tests/fault/matrix/child_of_ours.h"
#include "tests/fault/matrix/rigs.h"

#include <QDeadlineTimer>
#include <QFile>

#include <atomic>

namespace tongban::tests {

namespace {

using namespace std::chrono_literals;
using domain::DeviceState;

const auto aside = QStringLiteral(".aside");

class V4l2Camera final : public DeviceRig
{
public:
    [[nodiscard]] domain::DeviceClass deviceClass() const override { return domain::DeviceClass::Camera; }

    [[nodiscard]] std::optional<Expected> expected(Misfortune misfortune) const override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
        case Misfortune::Unplugged:
            return Expected{DeviceState::Absent, {ErrorKind::DeviceAbsent}};
        case Misfortune::Hangs:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceSilent}};
        case Misfortune::Garbage:
        case Misfortune::WrongDevice: // a node that is no video device
            return Expected{DeviceState::Faulted, {ErrorKind::ProtocolViolation}};
        case Misfortune::ChildKilled:
            return Expected{DeviceState::Faulted, {ErrorKind::DeviceFault}};
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

    [[nodiscard]] QJsonObject descriptor() const override
    {
        return {{QStringLiteral("id"), QStringLiteral("camera")},
                {QStringLiteral("class"), QStringLiteral("camera")},
                {QStringLiteral("driver"), QStringLiteral("v4l2")},
                {QStringLiteral("transport"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("v4l2")},
                                                          {QStringLiteral("path"), QStringLiteral("/dev/video0")},
                                                          {QStringLiteral("width"), 640},
                                                          {QStringLiteral("height"), 480}}},
                {QStringLiteral("options"),
                 QJsonObject{{QStringLiteral("startTimeoutMs"), 4000}, {QStringLiteral("frameTimeoutMs"), 1000}}}};
    }

    [[nodiscard]] QString prepareToBreak() override
    {
        m_isStreaming = true;
        return {};
    }
    [[nodiscard]] QString prepareToSucceed() override
    {
        m_isStreaming = false;
        return {};
    }

    [[nodiscard]] QString bring(Misfortune misfortune) override
    {
        switch (misfortune) {
        case Misfortune::AbsentAtStart:
            return fault("unplugged");
        case Misfortune::Unplugged:
            return duringStream([this] { return fault("unplugged"); });
        case Misfortune::Hangs:
            return duringStream([this] { return fault("hang"); });
        case Misfortune::ChildKilled:
            return duringStream([] { return killChildOfOurs(QStringLiteral("tongban-camera")); });
        case Misfortune::Garbage:
            return fault("garbage");
        case Misfortune::WrongDevice:
            return QFile::rename(answers(), answers() + aside) ? QString() : QStringLiteral("it still answers");
        case Misfortune::OneByte:
            break;
        }
        return QStringLiteral("no such misfortune");
    }

    [[nodiscard]] QString cure(Misfortune misfortune) override
    {
        if (misfortune != Misfortune::WrongDevice)
            return fault("none");
        return QFile::rename(answers() + aside, answers()) ? QString() : QStringLiteral("no camera");
    }

    // The live picture, as a screen shows it: the first one, or one behind the other until it is broken.
    [[nodiscard]] Result<void> work(drivers::registry::DeviceManager &devices, std::stop_token stop) override
    {
        const auto shown = show(devices.camera(), stop);
        devices.camera().close(); // the lens is dark when nobody asked for it
        return shown;
    }

private:
    // Where umockdev answers the requests to the node; without it the node is a file that is no video device.
    QString answers() const { return m_desk->testbed() + QStringLiteral("/ioctl/dev/video0"); }

    Result<void> show(ports::Camera &live, const std::stop_token &stop)
    {
        const auto started = live.start(Deadline::in(10s), stop);
        if (!started)
            return started;
        quint64 last = 0;
        do {
            const auto frame = live.frame(last, Deadline::in(5s), stop);
            if (!frame)
                return fail(frame.error());
            last = frame->sequence;
            m_frames = last;
        } while (m_isStreaming);
        return {};
    }
    QString fault(const char *kind)
    {
        const auto done =
            m_desk->client().call(QStringLiteral("camera.fault"), {{QStringLiteral("kind"), QLatin1String(kind)}});
        return done ? QString() : done.error().detail;
    }
    template <class Act> QString duringStream(Act act)
    {
        const quint64 before = m_frames;
        for (const QDeadlineTimer end(10'000); !end.hasExpired();) {
            const auto state = m_desk->client().status(); // takes a moment: nobody spins here
            if (!state)
                return state.error().detail;
            if (m_frames > before)
                return act();
        }
        return QStringLiteral("no pictures");
    }

    std::unique_ptr<drivers::emulator::EmulatorProcess> m_desk;
    std::atomic_bool m_isStreaming = false;
    std::atomic<quint64> m_frames = 0;
};

} // namespace

std::unique_ptr<DeviceRig> v4l2Camera()
{
    return std::make_unique<V4l2Camera>();
}

} // namespace tongban::tests
