// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/view/guide_lights.h"

#include "app/core/base/when_finished.h"
#include "app/view/lane_work.h"

namespace tongban::view {

namespace {

using domain::DeviceClass;

constexpr DeviceClass guiding[] = {DeviceClass::IdCardReader, DeviceClass::DocumentScanner,
                                   DeviceClass::ReceiptPrinter};
constexpr std::chrono::seconds patience{3}; // of all lamps together; the lane serves the door's contact too

// Every lamp, every time: a board that was without power in between is right again at the next word.
Result<void> setAll(ports::IoBoard &board, const std::optional<DeviceClass> &lit, const std::stop_token &stop)
{
    const Deadline deadline = Deadline::in(patience);
    for (const DeviceClass device : guiding) {
        if (auto set = board.light(device, lit == device, deadline, stop); !set)
            return set;
    }
    return {};
}

} // namespace

GuideLights::GuideLights(const KioskPorts &ports, QObject *parent)
    : QObject(parent), m_lane(ports.boardLane), m_board(ports.board)
{}

GuideLights::~GuideLights()
{
    m_stop.request_stop();
}

void GuideLights::show(const std::optional<DeviceClass> &lit)
{
    if (!m_lane || !m_board || (m_isSettled && lit == m_lit))
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_lit = lit;
    m_isSettled = true;
    const auto future =
        onDevice(m_lane, m_board, m_stop.get_token(),
                 [lit](ports::IoBoard &board, std::stop_token stop) { return setAll(board, lit, stop); });
    whenFinished(future, this, [this, word = ++m_word](const Result<void> &outcome) { told(outcome, word); });
}

void GuideLights::told(const Result<void> &outcome, quint64 word)
{
    if (word != m_word) // an older word, overtaken
        return;
    m_isSettled = outcome.has_value();
    const auto trouble = outcome ? std::nullopt : std::optional(outcome.error().kind);
    if (trouble && trouble != m_trouble && *trouble != ErrorKind::Cancelled)
        log(LogEvent::DeviceTrouble, {{"device", QStringLiteral("io-board")},
                                      {"kind", QString::fromLatin1(nameOf(*trouble))},
                                      {"where", outcome.error().where},
                                      {"detail", outcome.error().detail}});
    m_trouble = trouble;
}

} // namespace tongban::view
