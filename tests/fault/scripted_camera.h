// SPDX-License-Identifier: GPL-3.0-or-later
// A camera made of numbers, for tests: what it sees is known, it keeps time like a sensor (a picture that nobody fetched
// in time is lost), and it can be made to go wrong. It stands at the far end, where V4l2Source stands in tongban-camera.
#pragma once

#include "drivers/devices/camera/frame_source.h"

#include <QPoint>
#include <QString>

#include <qrencode.h>

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

namespace tongban::test {

// Grey level of a pixel of picture n: a neighbour, a line or a picture taken for another shows.
inline uchar patternLevel(quint64 n, int x, int y)
{
    return static_cast<uchar>(n * 7 + static_cast<quint64>(x) * 3 + static_cast<quint64>(y) * 5);
}

// What the n-th code says, and in which encoding its bytes are.
inline QByteArray codeBytes(int n)
{
    static const QByteArray utf8 = "\xE5\x87\xAD\xE8\xAF\x81\xE5\x8F\xB7 "; // 凭证号
    static const QByteArray gb18030 = "\xC6\xBE\xD6\xA4\xBA\xC5\x95\x34\xB2\x35 "; // 凭证号𠮷 (DEVICES 2: 𠮷 → 95 34 B2 35)
    return (n % 2 == 0 ? utf8 : gb18030) + QByteArray::number(n);
}
inline QString codeText(int n)
{
    return (n % 2 == 0 ? QStringLiteral("凭证号 ") : QStringLiteral("凭证号𠮷 ")) + QString::number(n);
}

// A hall as a cheap sensor sees it: light that falls off to one side, and grain.
inline std::vector<uchar> hall(QSize size, std::mt19937 &random)
{
    std::vector<uchar> picture;
    picture.reserve(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    std::uniform_int_distribution<int> grain(-6, 6);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            picture.push_back(static_cast<uchar>(90 + 60 * x / size.width() + 20 * y / size.height() + grain(random)));
    }
    return picture;
}

// A QR code of `module` pixels a module into a grey picture, on a white field.
inline void drawCode(const QByteArray &content, std::vector<uchar> &picture, QSize size, QPoint at, int module)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(content.size()), reinterpret_cast<const unsigned char *>(content.constData()),
                          0, QR_ECLEVEL_M),
        &QRcode_free);
    const int quiet = 4;
    const int side = (code->width + 2 * quiet) * module;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x / module - quiet;
            const int row = y / module - quiet;
            const bool isInside = column >= 0 && row >= 0 && column < code->width && row < code->width;
            const bool isDark = isInside && (code->data[row * code->width + column] & 1) != 0;
            picture[static_cast<std::size_t>((at.y() + y) * size.width() + at.x() + x)] = isDark ? 20 : 235;
        }
    }
}

class ScriptedCamera final : public drivers::devices::FrameSource
{
public:
    enum class Scene { Pattern, Codes, Page };

    ScriptedCamera(Scene scene, QSize size, int fps)
        : m_scene(scene), m_size(size),
          m_period(std::chrono::nanoseconds(std::chrono::seconds(1)) / fps),
          m_picture(hall(size, m_random))
    {
        if (scene == Scene::Codes)
            planAppearances(m_random);
    }

    Result<drivers::devices::RawFrame> next() override
    {
        awaitNext();
        if (m_scene == Scene::Pattern)
            drawPattern();
        const std::vector<uchar> &shown = m_scene == Scene::Codes ? present() : m_picture;
        return drivers::devices::RawFrame{
            .format = drivers::devices::RawFrame::Format::Grey, .size = m_size, .bytes = shown};
    }

    static constexpr int appearances = 24;
    static constexpr std::chrono::milliseconds held{300};

private:
    using Clock = std::chrono::steady_clock;
    struct Appearance
    {
        std::chrono::milliseconds begins;
        std::vector<uchar> picture;
    };

    void awaitNext()
    {
        const auto now = Clock::now();
        m_due = std::max(m_due + m_period, now - (now - m_begun) % m_period); // late: on to the present
        while (Clock::now() < m_due) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due - Clock::now());
            ::poll(nullptr, 0, static_cast<int>(left.count()));
        }
        ++m_count;
    }
    void drawPattern()
    {
        std::size_t at = 0;
        for (int y = 0; y < m_size.height(); ++y) {
            for (int x = 0; x < m_size.width(); ++x)
                m_picture[at++] = patternLevel(m_count, x, y);
        }
    }
    void planAppearances(std::mt19937 &random)
    {
        std::uniform_int_distribution<int> gap(40, 200);
        std::uniform_int_distribution<int> x(0, m_size.width() - 500);
        std::uniform_int_distribution<int> y(0, m_size.height() - 500);
        std::uniform_int_distribution<int> module(4, 8);
        std::chrono::milliseconds at{1500}; // the scanner has begun to look by then
        for (int n = 0; n < appearances; ++n) {
            Appearance appearance{at, m_picture};
            drawCode(codeBytes(n), appearance.picture, m_size, {x(random), y(random)}, module(random));
            m_plan.push_back(std::move(appearance));
            at += held + std::chrono::milliseconds(gap(random));
        }
        m_begun = m_due = Clock::now(); // the plan took its time
    }
    const std::vector<uchar> &present() const
    {
        const auto now = m_due - m_begun;
        for (const Appearance &appearance : m_plan) {
            if (now >= appearance.begins && now < appearance.begins + held)
                return appearance.picture;
        }
        return m_picture;
    }

    std::mt19937 m_random{20240607}; // the same every time
    Scene m_scene;
    QSize m_size;
    Clock::duration m_period;
    Clock::time_point m_begun = Clock::now();
    Clock::time_point m_due = m_begun;
    quint64 m_count = 0;
    std::vector<uchar> m_picture;
    std::vector<Appearance> m_plan;
};

} // namespace tongban::test
