// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's half of the conversation with tongban-camera, for the camera and for the code scanner that looks through
// one. Blocking, one thread (the device's Lane). The program is not trusted: it may die, hang or babble at any moment.
//
// Every call starts the program when none runs, so that whatever ended the last one, the next call heals. Errors of all:
// DeviceAbsent, DeviceSilent (no picture within the options' times), DeviceFault (the camera is busy or broken, the
// program died), ProtocolViolation (no capture device at the path, pictures that cannot be read, a program that babbles),
// Cancelled. After any of them but Cancelled, or a deadline shorter than the options' times, the program is ended.
#pragma once

#include "app/core/ports/camera.h"
#include "drivers/devices/camera/camera_line.h"
#include "drivers/devices/camera/camera_options.h"
#include "drivers/devices/camera/shared_frames.h"

#include <memory>

namespace tongban::drivers::devices {

class CameraChild
{
public:
    // `program`: path of tongban-camera; it stands beside the kiosk's own executable.
    CameraChild(CameraOptions options, QString program, CameraMode mode);

    Result<void> start(Deadline deadline, const std::stop_token &stop);
    Result<ports::CameraFrame> frame(quint64 after, Deadline deadline, const std::stop_token &stop);
    Result<ports::ScannedPage> capture(const ports::PageProfile &profile, Deadline deadline,
                                       const std::stop_token &stop); // also PageIllegible
    // The next code in mode codes, as SeenCode::content. CodeAbsent at the deadline.
    Result<QByteArray> nextCode(Deadline deadline, const std::stop_token &stop);
    Result<void> probe(Deadline deadline, const std::stop_token &stop);
    void close();

    [[nodiscard]] const CameraOptions &options() const { return m_options; }

private:
    Result<void> launch(CameraMode mode, const std::stop_token &stop);
    Result<CameraMessage> awaitFirst(CameraMessage::Type type, Deadline deadline, const std::stop_token &stop);
    Result<void> attach(const QByteArray &geometry);
    Result<ports::CameraFrame> awaitFrame(quint64 after, Deadline deadline, const std::stop_token &stop);
    Result<ports::ScannedPage> awaitPage(quint32 ticket, const ports::PageProfile &profile, Deadline deadline,
                                         const std::stop_token &stop);
    Result<QByteArray> awaitCode(quint32 ticket, Deadline deadline, const std::stop_token &stop);
    Result<void> say(CameraMessage::Type type, const QByteArray &payload, Deadline deadline,
                     const std::stop_token &stop);

    // Passes the result on; after an error that leaves the conversation in doubt the program is ended.
    template <class T> Result<T> settled(Result<T> result);
    // By the sooner of the two. DeviceSilent by `own`, the options' time, puts the program in doubt.
    Result<CameraMessage> hearBy(Deadline own, Deadline caller, const std::stop_token &stop);
    void end();

    CameraOptions m_options;
    QString m_program;
    CameraMode m_mode;
    std::unique_ptr<CameraLine> m_line;     // a run that has not ended, or whose end is still to be heard of
    std::shared_ptr<SharedFrames> m_frames; // of this run, once it has a picture
    quint64 m_lastSequence = 0;             // of all runs: numbers go on growing
    quint32 m_ticket = 0;
    Deadline m_startBy = Deadline::in(std::chrono::milliseconds(0)); // of this run's first word
    bool m_isInDoubt = false;
};

} // namespace tongban::drivers::devices
