// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/camera_feed.h"

#include "app/core/base/when_finished.h"
#include "app/view/lane_work.h"

#include <utility>

namespace tongban::view {

using namespace std::chrono_literals;

namespace {

// Above the driver's own times, so that its words for what is wrong are heard.
constexpr auto patience = 15s;

} // namespace

CameraFeed::CameraFeed(Lane *lane, Door<ports::Camera> camera, QObject *parent)
    : QObject(parent), m_lane(lane), m_camera(std::move(camera))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(1s);
    connect(&m_retry, &QTimer::timeout, this, &CameraFeed::wantNext);
}

CameraFeed::~CameraFeed()
{
    stop();
}

void CameraFeed::start()
{
    if (m_stop)
        return;
    m_stop.emplace();
    m_isUnderWay = false;
    Q_EMIT runningChanged();
    wantNext();
}

void CameraFeed::stop()
{
    if (!m_stop)
        return;
    m_stop->request_stop();
    m_stop.reset();
    m_retry.stop();
    m_frame.reset();
    setTrouble(std::nullopt);
    // Behind the call that was just stopped. By its own door: the feed may be gone by then.
    m_lane->post([door = m_camera] {
        if (const auto camera = door(); camera)
            (*camera)->close();
    });
    Q_EMIT runningChanged();
}

std::optional<ports::CameraFrame> CameraFeed::take()
{
    return std::exchange(m_frame, std::nullopt);
}

void CameraFeed::wantNext()
{
    if (!m_stop || m_isUnderWay || m_frame)
        return;
    m_isUnderWay = true;
    m_retry.stop();
    const auto work = [after = m_last](ports::Camera &camera, std::stop_token stop) {
        return camera.frame(after, Deadline::in(patience), std::move(stop));
    };
    whenFinished(onDevice(m_lane, m_camera, m_stop->get_token(), work), this,
                 [this, run = *m_stop](Result<ports::CameraFrame> frame) { receive(run, std::move(frame)); });
}

void CameraFeed::receive(const std::stop_source &run, Result<ports::CameraFrame> frame)
{
    if (!m_stop || *m_stop != run) // of a run that was stopped: nobody is to see it any more
        return;
    m_isUnderWay = false;
    if (!frame) {
        setTrouble(frame.error().kind);
        m_retry.start();
        return;
    }
    setTrouble(std::nullopt);
    m_last = frame->sequence;
    m_frame = std::move(*frame);
    Q_EMIT arrived();
}

void CameraFeed::setTrouble(std::optional<ErrorKind> trouble)
{
    const bool changes = trouble.has_value() != m_trouble.has_value();
    m_trouble = trouble;
    if (changes)
        Q_EMIT troubledChanged();
}

} // namespace tongban::view
