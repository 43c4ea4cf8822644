// SPDX-License-Identifier: GPL-3.0-or-later
// Live pictures of a camera for the screen. One picture is under way at a time, and the next is asked for when the last
// one is on the screen: what the screen cannot show is never fetched. UI thread; the camera works on its lane.
#pragma once

#include "app/core/ports/camera.h"
#include "app/view/kiosk_ports.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace tongban::view {

class CameraFeed : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A feed belongs to a camera of the terminal")
    Q_PROPERTY(bool running READ isRunning NOTIFY runningChanged)
    // No picture comes: QML says so in the place of the picture. Tried again by itself.
    Q_PROPERTY(bool troubled READ isTroubled NOTIFY troubledChanged)

public:
    // The lane outlives the feed; the camera lives as long as the door.
    CameraFeed(Lane *lane, Door<ports::Camera> camera, QObject *parent = nullptr);
    ~CameraFeed() override; // as stop()

    void start();
    // No picture of the person is held here from now on; the lens goes dark as soon as the lane comes to it.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_stop.has_value(); }
    [[nodiscard]] bool isTroubled() const { return m_trouble.has_value(); }
    [[nodiscard]] std::optional<ErrorKind> trouble() const { return m_trouble; }

    // The newest picture, given away. Then ask for the next one with wantNext(), once it is shown.
    [[nodiscard]] std::optional<ports::CameraFrame> take();
    void wantNext();

    void setRetryInterval(std::chrono::milliseconds span) { m_retry.setInterval(span); } // after an error; at first 1 s

Q_SIGNALS:
    void arrived(); // take() has something
    void runningChanged();
    void troubledChanged();

private:
    void receive(const std::stop_source &run, Result<ports::CameraFrame> frame);
    void setTrouble(std::optional<ErrorKind> trouble);

    Lane *m_lane;
    Door<ports::Camera> m_camera;
    QTimer m_retry;
    std::optional<std::stop_source> m_stop; // of the present run
    std::optional<ports::CameraFrame> m_frame;
    std::optional<ErrorKind> m_trouble;
    quint64 m_last = 0;
    bool m_isUnderWay = false; // a picture is asked for
};

} // namespace tongban::view
